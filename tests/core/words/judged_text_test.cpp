// SPDX-License-Identifier: MIT
// Judged numbers in sentences and answers: never across a limit; and what is said of facts that decide nothing.
#include "junheng/judged_text.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/json.h"
#include "support/outcome.h"
#include "support/sheet.h"
#include "support/variants.h"

using junheng::IssueCode;
using junheng::Verdict;
using test::Outcome;

namespace {

std::string finding_of(const Outcome& outcome, const char* item_id, std::size_t check = 0) {
  const junheng::Item* const item = outcome.rule_of(item_id);
  if (item == nullptr) return "no such item";
  const auto result = outcome.item(item_id);
  return junheng::finding(test::library().zh, *item, item->checks[check], result.checks[check], outcome.result);
}

std::string sentence_of(const Outcome& outcome, IssueCode code) {
  const auto issue = outcome.issue(code);
  return issue ? junheng::sentence(test::library().zh, *issue, outcome.result) : "no such issue";
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::size_t check_index(const junheng::Item& item, std::string_view id) {
  for (std::size_t i = 0; i < item.checks.size(); ++i)
    if (item.checks[i].id == id) return i;
  return 0;
}

TEST(JudgedText, AStrictLimitIsNotReachedByRounding) {
  const auto gap = [](const char* value) {
    const Outcome outcome =
        Outcome::of_facts(std::string(R"({"gap_chinese":{"primary":")") + value + R"(","middle":"0.1"}})");
    return finding_of(outcome, "Q9", check_index(*outcome.rule_of("Q9"), "gap_chinese"));
  };
  EXPECT_TRUE(has(gap("0.1496"), "小学 0.1496")) << gap("0.1496");
  EXPECT_TRUE(has(gap("0.1444"), "小学 0.14、")) << gap("0.1444");
  EXPECT_TRUE(has(gap("0.15"), "小学 0.15，要求低于 0.15")) << gap("0.15");
  EXPECT_TRUE(has(gap("0.14999999999999999"), "小学 0.1499…")) << gap("0.14999999999999999");
}

TEST(JudgedText, MoreThanTheLimitOfComputers) {
  const auto shown = [](const char* computers) {
    const auto& rule = test::with_variants("chongqing-2012");
    const Outcome outcome(
        "学校名称\t学校类型\t在校生数\t计算机台数\n甲\t小学\t100000\t" + std::string(computers) + "\n", rule);
    const test::Json answer = test::Json::parse(outcome.json());
    for (const test::Json part : answer["counties"][0]["parts"]) {
      for (const test::Json item : part["items"]) {
        if (item["id"] == "C13") return item["checks"][0]["message"]["zh"].text();
      }
    }
    return std::string("no such item");
  };
  EXPECT_TRUE(has(shown("8499"), "1 个评估单元不符合")) << shown("8499");
  EXPECT_TRUE(has(shown("8501"), "数据不足 0 个")) << shown("8501");
}

TEST(JudgedText, BelowTheFloorIsNotShownAsTheFloor) {
  // 8,489 backbone teachers for 1,000,000 pupils are 0.8489 for each hundred, and 85 % of 1 are 0.85
  auto row = test::good_row("甲", "小学", 1000000);
  for (const auto& [count, text] :
       {std::pair{"8489", "0.849"}, {"8500", "0.85"}, {"8400", "0.84"}, {"9996", "0.9996"}}) {
    row[test::kFirstResource + 1] = count;
    const Outcome outcome(test::quality_sheet({row}).tsv());
    EXPECT_EQ(junheng::unit_value_text(outcome.result, junheng::Stage::primary, 1, 0), text) << count;
  }
}

TEST(JudgedText, YearsThatDifferAreShownDifferent) {
  const Outcome outcome =
      Outcome::of_facts("项目\t2021\t2022\t2023\n生均一般公共预算教育支出\t12.339\t12.341\t12.3413");
  const auto& supplements = outcome.result.standard->supplements;
  std::string all;
  for (std::size_t i = 0; i < supplements.size(); ++i) {
    const auto& result = outcome.result.counties[0].supplements[i];
    for (std::size_t c = 0; c < supplements[i].checks.size(); ++c)
      all += junheng::finding(test::library().zh, supplements[i], supplements[i].checks[c], result.checks[c],
                              outcome.result);
  }
  EXPECT_TRUE(has(all, "2022 12.34、2023 12.3413")) << all;
}

TEST(JudgedText, AScoreBelowItsLimitIsAPlainNumber) {
  const auto conclusion = [](const char* score) {
    const Outcome outcome = Outcome::of_facts(std::string(R"({"government_score":")") + score + "\"}", test::basic());
    return junheng::conclusion(test::library().zh, 0, outcome.result);
  };
  EXPECT_TRUE(has(conclusion("84"), "得分 84，低于 85 分")) << conclusion("84");
  EXPECT_TRUE(has(conclusion("84.5"), "得分 84.5，低于 85 分")) << conclusion("84.5");
  EXPECT_TRUE(has(conclusion("84.99996"), "得分 84.99996，低于 85 分")) << conclusion("84.99996");
  EXPECT_TRUE(has(conclusion("84.9999999999999999"), "得分 84.99…，低于 85 分")) << conclusion("84.9999999999999999");
}

TEST(JudgedText, TheAnswerHasTheScoreAsPeopleReadIt) {
  const Outcome outcome = Outcome::of_facts(R"({"government_score":"85.25"})", test::basic());
  for (const test::Json part : test::Json::parse(outcome.json())["counties"][0]["parts"]) {
    EXPECT_EQ(part.contains("scoreText"), part.contains("score"));
    if (!part.contains("score")) continue;
    EXPECT_EQ(part["scoreText"].text(), "85.25");
    EXPECT_EQ(part["scoreLimitText"].text(), "85");
  }
}

// ---- facts that decide nothing, or cannot be taken ------------------------------------------------------------

TEST(FactSentences, AYesForAnItemOfNumbersIsARemark) {
  for (const char* const value : {"是", "否", "基本达标", "大体达标"}) {
    const Outcome outcome = Outcome::of_facts("G3\t" + std::string(value) + "\nG1\t是");
    EXPECT_EQ(outcome.issues(IssueCode::fact_needs_number), 1U) << value;
    EXPECT_EQ(outcome.result.issues.size(), 1U) << test::issue_names(outcome.result.issues);
    EXPECT_EQ(outcome.item_verdict("G3"), Verdict::unknown);
    EXPECT_EQ(outcome.item_verdict("G1"), Verdict::pass);
    const std::string text = sentence_of(outcome, IssueCode::fact_needs_number);
    EXPECT_TRUE(has(text, "G3") && has(text, value) && has(text, "音乐教室")) << text;
  }
}

/// Of every standard: each item is either decided by a yes or no, or says which numbers it asks for.
TEST(FactSentences, EveryItemTakesAYesOrNamesItsNumbers) {
  for (const char* const id : test::kAllStandards) {
    const auto& rule = test::with_variants(id);
    ASSERT_FALSE(rule.parts.empty()) << id;
    for (const auto& part : rule.parts) {
      for (const auto& item : part.items) {
        const Outcome outcome = Outcome::of_facts(item.id + "\t是", rule);
        bool attested = false;
        for (const auto& check : item.checks)
          attested = attested || check.attested;
        EXPECT_EQ(outcome.issues(IssueCode::fact_needs_number), attested ? 0U : 1U) << id << " " << item.id;
        const auto issue = outcome.issue(IssueCode::fact_needs_number);
        if (!issue) continue;
        for (const auto language : junheng::kLanguages) {
          const auto& words = test::library().words(language);
          const std::string text = junheng::sentence(words, *issue, outcome.result);
          const auto field = item.checks.front().ways.front().quantity.of.front().field;
          EXPECT_TRUE(has(text, test::library().vocabulary.fields[field].label.in(language))) << text;
        }
      }
    }
  }
}

TEST(FactSentences, NearlyIsQuotedWhereItIsTakenAsNo) {
  EXPECT_TRUE(has(finding_of(Outcome::of_facts("G1\t基本达标"), "G1"), "自评为“基本达标”，按否处理"));
  EXPECT_EQ(Outcome::of_facts("G1\t基本达标").item_verdict("G1"), Verdict::fail);
  EXPECT_TRUE(has(finding_of(Outcome::of_facts("G1\t否"), "G1"), "自评为否"));
  EXPECT_TRUE(has(finding_of(Outcome::of_facts("G1\t是"), "G1"), "自评为是"));
}

TEST(FactSentences, NameWhatIsAcceptedByThisStandard) {
  const auto unreadable = [](const std::string& facts, const junheng::Standard& rule) {
    return sentence_of(Outcome::of_facts(facts, rule), IssueCode::fact_unreadable);
  };
  EXPECT_TRUE(has(unreadable("G1\t也许", test::quality()), "应为是或否")) << unreadable("G1\t也许", test::quality());
  EXPECT_TRUE(has(unreadable("special_pupils\t很多", test::quality()), "应为非负整数"));
  EXPECT_TRUE(has(unreadable(R"({"coefficients":{"primary":{"books":"-1"}}})", test::basic()), "应为非负数"));
  EXPECT_TRUE(has(unreadable("government_score\t100.5", test::basic()), "应为0 至 100 的数"))
      << unreadable("government_score\t100.5", test::basic());
  EXPECT_EQ(Outcome::of_facts("government_score\t100", test::basic()).result.issues.size(), 0U);
}

}  // namespace
