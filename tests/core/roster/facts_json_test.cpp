// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <set>

#include "junheng/facts.h"
#include "junheng/junheng.h"
#include "support/files.h"

namespace junheng {
namespace {

class FactsWritten : public testing::Test {
 protected:
  Facts read(std::string_view text) const {
    return read_facts(text, *library_.standard(standard_), library_.vocabulary);
  }
  static std::string of(const Fact& fact) {
    return fact.key + " " + std::to_string(fact.stage) + " " + std::to_string(fact.year) + " " + to_text(fact.value) +
           " " + fact.note;
  }
  static std::multiset<std::string> all(const Facts& facts) {
    std::multiset<std::string> texts;
    for (const CountyFacts& county : facts.counties) {
      for (const Fact& fact : county.facts)
        texts.insert(county.county + ":" + of(fact));
      for (const Fact& fact : county.unread)
        texts.insert(county.county + "?" + fact.key + fact.found);
    }
    return texts;
  }
  static std::multiset<std::string> complaints(const Facts& facts) {
    std::multiset<std::string> texts;
    for (const QuotedIssue& issue : facts.issues)
      texts.insert(std::string(id_of(issue.code)) + " " + issue.found);
    return texts;
  }
  void same_after_writing(std::string_view text) const {
    const Facts facts = read(text);
    ASSERT_FALSE(all(facts).empty()) << text;
    const std::string written = facts_json(facts.counties);
    EXPECT_EQ(all(read(written)), all(facts)) << written;
    // Facts at hand say the same without being text in between.
    const Facts again = read_facts(facts.counties, *library_.standard(standard_), library_.vocabulary);
    EXPECT_EQ(all(again), all(facts));
    EXPECT_EQ(complaints(again), complaints(read(written)));
  }
  Library library_ = load_library();
  const char* standard_ = "quality-2017";
};

TEST_F(FactsWritten, SaysTheSameAsWhatWasRead) {
  same_after_writing(test::source_file("tests/golden/dadukou-2024.county.json"));
  same_after_writing(
      R"([{"name": "甲县", "G1": {"value": "是", "note": "见“附件”\\1"}}, {"name": "乙县", "G1": "否"}])");
  same_after_writing("特殊教育学校公用经费（万元）\t115.8\n特殊教育学生数\t193\n");
  same_after_writing("指标\t单位\t数值\n特殊教育学校公用经费\t万元\t115.8\n");
  same_after_writing(R"({"facts": {"teacher_pay": "十三万", "civil_servant_pay": 134502}})");
  same_after_writing(R"({"coefficients": {"primary": {"teaching_area": 0.3}, "middle": {"teaching_area": 0.31}}})");
}

TEST_F(FactsWritten, YearsAndPointsToo) {
  standard_ = "basic-2012";
  same_after_writing(
      R"({"teacher_pay": {"2021": 90000, "2022": "95000", "2023": 99000}, "pupil_expense": {"primary": {"2021": 1, "2022": 2}, "middle": {"2022": 3}}})");
  const auto& items = library_.standard(standard_)->parts;
  for (const Part& part : items) {
    if (!part.score || part.items.empty()) continue;
    same_after_writing(R"({"scores": {")" + part.items.front().id + R"(": 1}})");
  }
}

TEST_F(FactsWritten, NothingIsAnEmptyList) {
  EXPECT_EQ(facts_json({}), "[]");
}

}  // namespace
}  // namespace junheng
