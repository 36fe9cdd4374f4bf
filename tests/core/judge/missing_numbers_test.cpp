// SPDX-License-Identifier: MIT
//
// What a person is asked for where a check cannot be decided: every number that would decide it, and no other.
#include <gtest/gtest.h>

#include <string>

#include "junheng/items.h"
#include "support/outcome.h"
#include "support/variants.h"

using junheng::Verdict;
using test::Outcome;

namespace {

/// The verdict of the first school that is listed, and the fields asked for.
std::string asked(const Outcome& outcome, const char* item, const char* check) {
  const junheng::CheckResult result = outcome.check(item, check);
  const junheng::Way* const way = outcome.way(item, check);
  if (way == nullptr || result.judged.empty()) return "nothing judged";
  std::string text = test::word(result.judged.front().verdict) + ":";
  for (const junheng::Reading& reading : junheng::missing_numbers(outcome.result, *way, result.judged.front()))
    text += " " + outcome.result.vocabulary->fields[reading.term.field].id;
  return text;
}

/// Of a condition a flag that nobody set is not set; where the rule asks for the flag itself, it has to be given.
TEST(MissingNumbers, AnAnswerThatTheRuleAsksForIsOneOfThem) {
  const auto& chongqing = test::with_variants("chongqing-2012");
  const std::string header = "学校名称\t学校类型\t在校生数\t校园网\t";
  const Outcome outcome(header + "\n甲\t小学\t300\t\n乙\t小学\t300\t是\n", chongqing);
  EXPECT_EQ(asked(outcome, "C11", "network"), "unknown: campus_network");
  EXPECT_EQ(asked(Outcome(header + "\n甲\t小学\t300\t否\n", chongqing), "C11", "network"), "fail:");
}

/// Rooms of 73 m² count where a school has children of migrant workers: a rule of this test, whose condition is a number.
junheng::Library with_condition() {
  junheng::Library library = junheng::load_library();
  EXPECT_TRUE(library
                  .add(R"({"schema":"junheng.standard/1","id":"mine","parent":"quality-2017",
      "title":{"zh":"试行","en":"Trial"},"document":{"zh":"试行","en":"Trial"},
      "parts":[{"id":"government","items":[{"id":"G3","checks":[{"id":"music","ways":[
        {"scope":"school","per":"12","of":["music_rooms_96"],"over":["classes"],
         "extras":[{"of":["music_rooms_73"],"when":[{"of":["migrant_pupils"],"atLeast":"1"}],
                    "exemption":{"id":"migrant","zh":"随迁子女","en":"migrants"},
                    "source":"nanchuan-2021","confidence":"R"}],
         "atLeast":{"value":"1","source":"nanchuan-2021","confidence":"R"}}]}]}]}]})")
                  .empty());
  return library;
}

TEST(MissingNumbers, OfAnExtraWhoseConditionIsOpenAreItsConditionAndItsRooms) {
  const junheng::Library library = with_condition();
  const auto of = [&](const std::string& row) {
    return asked(Outcome("学校名称\t学校类型\t在校生数\t班级总数\t单间面积≥96㎡的音乐教室间数\t"
                         "73㎡≤单间面积＜96㎡的音乐教室间数\t进城务工人员随迁子女在校生人数\n" +
                             row,
                         *library.standard("mine")),
                 "G3", "music");
  };
  EXPECT_EQ(of("甲\t小学\t500\t13\t1\t1\t\n乙\t小学\t500\t12\t1\t0\t3\n"), "unknown: migrant_pupils");
  EXPECT_EQ(of("甲\t小学\t500\t13\t1\t\t\n乙\t小学\t500\t12\t1\t0\t3\n"), "unknown: migrant_pupils music_rooms_73");
  EXPECT_EQ(of("甲\t小学\t500\t13\t1\t1\t0\n乙\t小学\t500\t12\t1\t0\t3\n"), "fail:");
}

/// One of the four counts of those who should have graduated is a beginning: the rest is asked for.
TEST(MissingNumbers, OneNumberBelowTheLineIsHalfOfTheAnswer) {
  EXPECT_EQ(asked(Outcome::of_facts("三年前初中一年级在校生数\t4023"), "Q1", "retention"),
            "unknown: graduates moved_in deaths moved_out");
  EXPECT_EQ(asked(Outcome::of_facts("毕业年级三年转入学生数\t158"), "Q1", "retention"),
            "unknown: graduates first_year_pupils deaths moved_out");
  EXPECT_EQ(asked(Outcome::of_facts("专任教师数\t2152"), "Q1", "retention"), "nothing judged");
}

/// What a county states for itself and what its schools come to are two things: a rate is held against counts of its
/// own, and not against schools that were judged one by one.
TEST(MissingNumbers, ARateOfTheCountyIsNoRateOfItsSchools) {
  junheng::Request request;
  request.county = "教师培训经费占比\t9%";
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数\t教师培训经费预算总额\t公用经费预算总额\n甲\t小学\t500\t50\t1000\n"
      "乙\t初中\t500\t60\t1000\n",
      request);
  EXPECT_EQ(outcome.issues(junheng::IssueCode::fact_rate_differs), 0U) << test::issue_names(outcome.result.issues);
  EXPECT_EQ(outcome.item_verdict("Q4"), Verdict::pass);
}

/// A growth is a comparison with the year before, on both sides.
TEST(MissingNumbers, OfAGrowthAreThoseOfTheYearBeforeToo) {
  const auto of = [](const char* revenue) {
    return asked(Outcome::of_facts(std::string("项目\t2011\t2012\n财政教育拨款\t100\t110\n财政经常性收入\t") + revenue),
                 "three_growths", "appropriation");
  };
  EXPECT_EQ(of("\t1430"), "unknown: recurrent_revenue");
  EXPECT_EQ(of("1300\t"), "unknown: recurrent_revenue");
}

}  // namespace
