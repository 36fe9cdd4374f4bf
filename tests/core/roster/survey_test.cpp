// SPDX-License-Identifier: MIT
// 社会认可度 as the table of its survey: every group with its size, the whole from counts.
#include "roster/survey.h"

#include <gtest/gtest.h>

#include <string>

#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Verdict;
using test::Outcome;

namespace {

constexpr Verdict kPass = Verdict::pass;
constexpr Verdict kFail = Verdict::fail;
constexpr Verdict kUnknown = Verdict::unknown;

const std::string kHeader = "调查对象\t发放\t有效回收\t满意\n";
const std::string kGroups =
    "学生\t100\t90\t80\n家长\t200\t190\t170\n教师\t50\t50\t45\n校长\t10\t10\t10\n人大代表\t5\t5\t5\n政协委员\t5\t5\t5\n"
    "其他群众\t50\t50\t40\n";  // 400 forms, 355 satisfied: 88.75 %

std::string value(const Outcome& outcome, std::string_view key) {
  if (outcome.result.facts.counties.empty()) return "no county";
  const auto* const fact = outcome.result.facts.counties[0].find(key);
  return fact == nullptr ? "" : junheng::to_text(fact->value);
}

TEST(Survey, GroupsAreReadAndAddedUp) {
  const auto outcome = Outcome::of_facts(kHeader + kGroups);
  EXPECT_EQ(value(outcome, "survey_valid_pupils"), "90");
  EXPECT_EQ(value(outcome, "survey_sent_parents"), "200");
  EXPECT_EQ(value(outcome, "survey_satisfied_cppcc"), "5");
  EXPECT_EQ(value(outcome, "survey_sent"), "420");
  EXPECT_EQ(value(outcome, "survey_valid"), "400");
  EXPECT_EQ(value(outcome, "survey_satisfied"), "355");
  EXPECT_EQ(outcome.item_verdict("R1"), kPass);
  EXPECT_TRUE(outcome.result.issues.empty()) << test::issue_names(outcome.result.issues);
  const auto pupils = outcome.check("R1", "pupils");
  EXPECT_EQ(pupils.verdict, Verdict::none);
  ASSERT_EQ(pupils.judged.size(), 1U);
  EXPECT_NEAR(pupils.judged[0].value.value(), 80.0 / 90, 1e-12);
  EXPECT_NE(outcome.json().find("88.89 %（共 90）"), std::string::npos) << "a rate with its size";
}

TEST(Survey, TheLimitIsThatOfTheWhole) {
  const auto with = [](const char* satisfied) {
    return Outcome::of_facts(kHeader + "家长\t100\t100\t" + satisfied).item_verdict("R1");
  };
  EXPECT_EQ(with("85"), kPass);
  EXPECT_EQ(with("84"), kFail);
}

TEST(Survey, HeadersAndLinesMayBeOthers) {
  for (const char* header : {"对象\t发放问卷数\t回收有效问卷数\t满意问卷数\n", "群体\t发放（份）\t有效份数\t满意份数\n",
                             "调查对象\t问卷总数\t有效问卷\t满意\n"}) {
    const auto outcome = Outcome::of_facts(header + kGroups);
    EXPECT_EQ(value(outcome, "survey_satisfied"), "355") << header;
    EXPECT_TRUE(outcome.result.issues.empty()) << header << test::issue_names(outcome.result.issues);
  }
  const auto moved = Outcome::of_facts("序号\t满意\t对象\t有效回收\n1\t80\t学生\t90\n2\t170\t家长\t190\n");
  EXPECT_EQ(value(moved, "survey_valid"), "280");
  const auto among =
      Outcome::of_facts("项目\t数值\n特殊教育学生数\t9\n" + kHeader + kGroups + "优质高中招生计划总人数\t100\n");
  EXPECT_EQ(value(among, "special_pupils"), "9");
  EXPECT_EQ(value(among, "survey_valid"), "400");
  EXPECT_EQ(value(among, "quality_plan"), "100") << "facts go on below it";
}

TEST(Survey, MayComeAsJson) {
  for (
      const char* json :
      {R"({"survey":{"学生":{"发放":100,"有效回收":90,"满意":80},"家长":{"sent":200,"valid":"190","satisfied":170}}})",
       R"({"facts":{"社会认可度调查":[{"对象":"学生","有效回收":90,"满意":80},{"对象":"家长","有效回收":190,"满意":170}]}})"}) {
    const auto outcome = Outcome::of_facts(json);
    EXPECT_EQ(value(outcome, "survey_valid"), "280") << json;
    EXPECT_EQ(value(outcome, "survey_satisfied"), "250") << json;
    EXPECT_EQ(outcome.issues(IssueCode::fact_unknown), 0U) << json;
  }
  EXPECT_EQ(Outcome::of_facts(R"({"survey":{"外星人":{"满意":1}}})").issues(IssueCode::fact_unknown), 1U);
}

TEST(Survey, GroupsThatTheRuleNamesAndNobodyGaveAreSaid) {
  const auto outcome = Outcome::of_facts(kHeader + "学生\t100\t90\t80\n家长\t200\t190\t170\n教师\t50\t50\t45\n");
  ASSERT_EQ(outcome.issues(IssueCode::fact_group_missing), 1U);
  EXPECT_EQ(outcome.found(*outcome.issue(IssueCode::fact_group_missing)), "校长、人大代表、政协委员、其他群众");
  EXPECT_EQ(Outcome::of_facts("recognition\t90%").issues(IssueCode::fact_group_missing), 0U) << "no groups at all";
}

TEST(Survey, ATotalIsHeldAgainstTheSum) {
  const auto right = Outcome::of_facts(kHeader + kGroups + "合计\t420\t400\t355\n");
  EXPECT_EQ(right.item_verdict("R1"), kPass);
  EXPECT_TRUE(right.result.issues.empty()) << test::issue_names(right.result.issues);
  const auto wrong = Outcome::of_facts(kHeader + kGroups + "合计\t420\t400\t365\n");
  EXPECT_EQ(wrong.issues(IssueCode::survey_total_differs), 1U);
  EXPECT_EQ(wrong.item_verdict("R1"), kUnknown);
  const auto total_alone = Outcome::of_facts(kHeader + "合计\t420\t400\t355\n");
  EXPECT_EQ(total_alone.item_verdict("R1"), kPass);
}

TEST(Survey, AGroupWithHalfOfItsNumbersLeavesTheSumOpen) {
  const auto outcome = Outcome::of_facts(kHeader + "学生\t100\t90\t80\n家长\t200\t190\t\n");
  EXPECT_EQ(value(outcome, "survey_valid"), "");
  EXPECT_EQ(outcome.item_verdict("R1"), kUnknown);
}

TEST(Survey, MoreFormsThanWereSentOrReturnedAreSaid) {
  for (const char* row : {"学生\t80\t90\t80\n", "学生\t100\t70\t80\n"}) {
    const auto outcome = Outcome::of_facts(kHeader + row);
    EXPECT_GE(outcome.issues(IssueCode::fact_over_whole), 1U) << row;
  }
  EXPECT_EQ(Outcome::of_facts(kHeader + "学生\t100\t70\t80\n").item_verdict("R1"), kUnknown);
}

TEST(Survey, RatesBesideTheCountsAreHeldAgainstThem) {
  const auto with = [](const char* header, const char* rate) {
    return Outcome::of_facts("对象\t有效回收\t满意\t" + std::string(header) + "\n学生\t90\t80\t" + rate + "\n");
  };
  EXPECT_EQ(with("满意度", "88.9%").issues(IssueCode::fact_rate_differs), 0U);
  EXPECT_EQ(with("满意度（%）", "88.89").issues(IssueCode::fact_rate_differs), 0U);
  EXPECT_EQ(with("满意率", "98.9%").issues(IssueCode::fact_rate_differs), 1U);
  EXPECT_EQ(with("满意度（%）", "0.89").issues(IssueCode::fact_percent_asked), 1U);
  const auto total =
      Outcome::of_facts("对象\t有效回收\t满意\t满意度\n学生\t90\t80\t\n家长\t10\t10\t\n合计\t100\t90\t95%\n");
  EXPECT_EQ(total.item_verdict("R1"), kUnknown) << "90 of 100 are not 95 %";
  EXPECT_EQ(total.issues(IssueCode::survey_total_differs), 0U);
}

TEST(Survey, PartlySatisfiedCountsOnlyWhereThatIsChosen) {
  const std::string table =
      "对象\t有效回收\t满意\t基本满意\n学生\t100\t60\t30\n家长\t100\t80\t10\n";  // 70 %, with them 90 %
  EXPECT_EQ(Outcome::of_facts(table).item_verdict("R1"), kFail);
  const auto counted = Outcome::of_facts(table, test::quality(), {{"partly", "counted"}});
  EXPECT_EQ(counted.item_verdict("R1"), kPass);
  EXPECT_EQ(counted.issues(IssueCode::fact_ways_differ), 0U) << "a choice is no disagreement";
  const auto none = Outcome::of_facts(kHeader + kGroups, test::quality(), {{"partly", "counted"}});
  EXPECT_EQ(none.item_verdict("R1"), kPass) << "nobody was partly satisfied";
}

TEST(Survey, ASumIsMadeAnewWhenTheFactsAreReadAgain) {
  const auto first = Outcome::of_facts(kHeader + kGroups);
  const std::string json = junheng::facts_json(first.result.facts.counties);
  const auto again = Outcome::of_facts(json);
  EXPECT_EQ(value(again, "survey_satisfied"), "355");
  EXPECT_EQ(again.result.facts.counties[0].facts.size(), first.result.facts.counties[0].facts.size());
  EXPECT_TRUE(again.result.issues.empty()) << test::issue_names(again.result.issues);
}

}  // namespace
