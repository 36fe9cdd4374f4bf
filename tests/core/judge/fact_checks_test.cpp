// SPDX-License-Identifier: MIT
// Facts that cannot be right as they stand: each is said, and decides nothing until a person has corrected it.
#include "judge/fact_checks.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/files.h"
#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Verdict;
using test::Outcome;

namespace {

constexpr Verdict kPass = Verdict::pass;
constexpr Verdict kFail = Verdict::fail;
constexpr Verdict kUnknown = Verdict::unknown;

struct Rate {
  const char* fact;
  const char* item;
  const char* check;
};

/// Every rate of the county by which quality-2017 judges something.
const Rate kRates[] = {{"trained_rate", "G9", "trained"},
                       {"exchange_rate", "G11", "exchange"},
                       {"exchange_backbone_rate", "G11", "backbone"},
                       {"certified_rate", "G12", "certified"},
                       {"near_rate", "G13", "near"},
                       {"quality_rate", "G14", "allocated"},
                       {"migrant_rate", "G15", "migrant"},
                       {"retention_rate", "Q1", "retention"},
                       {"disabled_rate", "Q2", "disabled"},
                       {"training_rate", "Q4", "share"},
                       {"recognition", "R1", "survey"}};

Verdict verdict_of(const Outcome& outcome, const Rate& rate) {
  return outcome.check(rate.item, rate.check).verdict;
}

TEST(FactChecks, ARateAboveAllIsSaidAndDecidesNothing) {
  for (const Rate& rate : kRates) {
    SCOPED_TRACE(rate.fact);
    const auto at = [&](const char* value) { return Outcome::of_facts(std::string(rate.fact) + "\t" + value); };
    EXPECT_EQ(verdict_of(at("100%"), rate), kPass);
    EXPECT_EQ(at("100%").issues(IssueCode::fact_over_all), 0U);
    for (const char* value : {"100.01%", "101.3", "250%"}) {
      EXPECT_EQ(verdict_of(at(value), rate), kUnknown) << value;
      EXPECT_EQ(at(value).issues(IssueCode::fact_over_all), 1U) << value;
    }
    EXPECT_EQ(at("-3%").issues(IssueCode::fact_unreadable), 1U) << "nor below nothing";
  }
  const auto growth = Outcome::of_facts("项目\t2012\n财政教育拨款增长比例\t136.76%");
  EXPECT_EQ(growth.issues(IssueCode::fact_over_all), 0U) << "a growth may be more";
}

TEST(FactChecks, ASmallNumberUnderAPercentIsAsked) {
  for (const Rate& rate : kRates) {
    SCOPED_TRACE(rate.fact);
    const auto in_column = [&](const char* value) {
      return Outcome::of_facts(std::string("项目\t单位\t数值\n") + rate.fact + "\t%\t" + value);
    };
    for (const char* value : {"0.5", "0.97", "1", "1.0", "0.005"}) {
      EXPECT_EQ(verdict_of(in_column(value), rate), kUnknown) << value;
      EXPECT_EQ(in_column(value).issues(IssueCode::fact_percent_asked), 1U) << value;
    }
    EXPECT_EQ(verdict_of(in_column("0"), rate), kFail) << "nothing is nothing in either";
    EXPECT_EQ(verdict_of(in_column("0.5%"), rate), kFail) << "the cell says it";
    EXPECT_EQ(verdict_of(in_column("100"), rate), kPass);
    const auto in_name = Outcome::of_facts(std::string(R"({")") + rate.fact + R"(":{"value":"0.5","unit":"％"}})");
    EXPECT_EQ(in_name.issues(IssueCode::fact_percent_asked), 1U);
    const auto alone = Outcome::of_facts(std::string(rate.fact) + "\t0.97");
    EXPECT_EQ(alone.issues(IssueCode::fact_percent_asked), 0U);
    EXPECT_EQ(alone.issues(IssueCode::fact_fraction), 1U) << "without any unit it is a fraction";
  }
  EXPECT_EQ(Outcome::of_facts("交流轮岗比例（%）\t0.5").issues(IssueCode::fact_percent_asked), 1U);
  EXPECT_EQ(Outcome::of_facts("交流轮岗比例（%）\t0.5").item_verdict("G11"), kUnknown);
  EXPECT_EQ(Outcome::of_facts("交流轮岗比例（%）\t29.1").issues(IssueCode::fact_percent_asked), 0U);
}

struct Parts {
  const char* item;
  const char* check;
  const char* right;  ///< a part that is all of its whole
  const char* wrong;
};

TEST(FactChecks, APartAboveItsWholeIsSaidAndDecidesNothing) {
  const Parts cases[] = {
      {"G9", "trained", "full_time_teachers\t100\ntrained_teachers\t100",
       "full_time_teachers\t100\ntrained_teachers\t101"},
      {"G12", "certified", "full_time_teachers\t100\ncertified_teachers\t100",
       "full_time_teachers\t100\ncertified_teachers\t120"},
      {"G11", "exchange", "eligible_teachers\t10\nexchanged_teachers\t10",
       "eligible_teachers\t10\nexchanged_teachers\t11"},
      {"G11", "backbone", "exchanged_teachers\t5\nexchanged_backbone\t5",
       "exchanged_teachers\t5\nexchanged_backbone\t6"},
      {"G13", "near", R"({"near_pupils":{"primary":5,"middle":5},"near_base":{"primary":5,"middle":5}})",
       R"({"near_pupils":{"primary":5,"middle":6},"near_base":{"primary":5,"middle":5}})"},
      {"G14", "allocated", "quality_plan\t10\nquality_allocated\t10", "quality_plan\t10\nquality_allocated\t11"},
      {"G15", "migrant", "migrant_eligible\t10\nmigrant_public\t8\nmigrant_purchased\t2",
       "migrant_eligible\t10\nmigrant_public\t8\nmigrant_purchased\t3"},
      {"G6", "small", "small_schools\t3\nsmall_schools_funded\t3", "small_schools\t3\nsmall_schools_funded\t4"},
      {"Q2", "disabled", "disabled_all\t10\ndisabled_enrolled\t10", "disabled_all\t10\ndisabled_enrolled\t11"},
      {"Q2", "disabled", "disabled_all\t10\ndisabled_in_class\t4\ndisabled_special\t3\ndisabled_at_home\t3",
       "disabled_all\t10\ndisabled_in_class\t4\ndisabled_special\t4\ndisabled_at_home\t3"},
      {"Q4", "share", "public_budget\t10\ntraining_budget\t10", "public_budget\t10\ntraining_budget\t11"},
      {"R1", "survey", "survey_valid\t10\nsurvey_satisfied\t10", "survey_valid\t10\nsurvey_satisfied\t11"},
      {"R1", "visit", "visit_people\t10\nvisit_satisfied\t10", "visit_people\t10\nvisit_satisfied\t11"},
  };
  for (const Parts& one : cases) {
    SCOPED_TRACE(one.wrong);
    const auto right = Outcome::of_facts(one.right);
    EXPECT_EQ(right.check(one.item, one.check).verdict, kPass);
    EXPECT_EQ(right.issues(IssueCode::fact_over_whole), 0U) << test::issue_names(right.result.issues);
    const auto wrong = Outcome::of_facts(one.wrong);
    EXPECT_EQ(wrong.check(one.item, one.check).verdict, kUnknown);
    EXPECT_EQ(wrong.issues(IssueCode::fact_over_whole), 1U) << test::issue_names(wrong.result.issues);
    EXPECT_FALSE(wrong.check(one.item, one.check).doubts.empty());
  }
  EXPECT_EQ(Outcome::of_facts("graduates\t1010\nfirst_year_pupils\t1000\nmoved_in\t60\nmoved_out\t20\ndeaths\t0")
                .issues(IssueCode::fact_over_whole),
            0U)
      << "pupils come and go";
}

TEST(FactChecks, AFactIsHeldAgainstTheTableToo) {
  junheng::Request request;
  request.county = "trained_teachers\t60";
  const Outcome outcome("学校名称\t学校类型\t在校生数\t专任教师数\n甲\t小学\t500\t30\n乙\t初中\t500\t29\n", request);
  EXPECT_EQ(outcome.issues(IssueCode::fact_over_whole), 1U);
  EXPECT_EQ(outcome.item_verdict("G9"), kUnknown) << "60 of 59";
}

TEST(FactChecks, AStatedRateBesideOtherCountsDecidesNothing) {
  const std::string counts = "符合交流条件教师总数\t598\n实际交流轮岗教师数\t174\n";  // 29.0970 %
  const auto with = [&](const char* rate) { return Outcome::of_facts(counts + "交流轮岗比例\t" + rate); };
  for (const char* rate : {"29%", "29.1%", "29.10%", "29.097%", "0.29", "0.291", "0.2910", "0.3"}) {
    EXPECT_EQ(with(rate).check("G11", "exchange").verdict, kPass) << rate;
    EXPECT_EQ(with(rate).issues(IssueCode::fact_rate_differs), 0U) << rate;
  }
  for (const char* rate : {"30%", "29.0%", "29.11%", "9%", "0.30", "0.2911"}) {
    EXPECT_EQ(with(rate).check("G11", "exchange").verdict, kUnknown) << rate;
    EXPECT_EQ(with(rate).issues(IssueCode::fact_rate_differs), 1U) << rate;
  }
  EXPECT_EQ(Outcome::of_facts("实际交流轮岗教师数\t174\n交流轮岗比例\t30%").check("G11", "exchange").verdict, kPass)
      << "half of the counts says nothing against it";
  EXPECT_EQ(Outcome::of_facts("full_time_teachers\t100\ntrained_teachers\t80\ntrained_rate\t1").item_verdict("G9"),
            kUnknown)
      << "1 is 100 %";
  const auto stages = Outcome::of_facts(
      R"({"near_pupils":{"primary":100,"middle":95},"near_base":{"primary":100,"middle":100},
          "near_rate":{"primary":"100%","middle":"96%"}})");
  EXPECT_EQ(stages.item_verdict("G13"), kUnknown);
  EXPECT_EQ(stages.issues(IssueCode::fact_rate_differs), 1U) << "of the middle schools alone";
}

TEST(FactChecks, ARateMayComeFromAnyOfTheCounts) {
  const std::string counts = "training_budget\t5\npublic_budget\t100\ntraining_spent\t6\npublic_spent\t100\n";
  EXPECT_EQ(Outcome::of_facts(counts + "training_rate\t5%").item_verdict("Q4"), kPass);
  EXPECT_EQ(Outcome::of_facts(counts + "training_rate\t6%").item_verdict("Q4"), kPass);
  EXPECT_EQ(Outcome::of_facts(counts + "training_rate\t7%").item_verdict("Q4"), kUnknown);
}

TEST(FactChecks, WaysThatDisagreeAreSaid) {
  const auto outcome =
      Outcome::of_facts("training_budget\t49\npublic_budget\t1000\ntraining_spent\t60\npublic_spent\t1000");
  EXPECT_EQ(outcome.item_verdict("Q4"), kFail) << "the rule speaks of the budget";
  EXPECT_EQ(outcome.issues(IssueCode::fact_ways_differ), 1U);
  EXPECT_NE(outcome.json().find("另一算法为 6.00 %"), std::string::npos);
  const auto same =
      Outcome::of_facts("training_budget\t50\npublic_budget\t1000\ntraining_spent\t60\npublic_spent\t1000");
  EXPECT_EQ(same.item_verdict("Q4"), kPass);
  EXPECT_EQ(same.issues(IssueCode::fact_ways_differ), 0U) << "another number, the same verdict";
  ASSERT_GE(same.check("Q4", "share").others.size(), 1U) << "shown all the same";
  const auto groups = Outcome::of_facts(
      "disabled_in_class\t100\ndisabled_special\t60\ndisabled_at_home\t29\ndisabled_enrolled\t195\ndisabled_all\t200");
  EXPECT_EQ(groups.item_verdict("Q2"), kFail);
  EXPECT_EQ(groups.issues(IssueCode::fact_ways_differ), 1U);
}

TEST(FactChecks, TheSumOfTheSchoolsIsNoOtherWay) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数\t教师培训经费预算总额\t公用经费预算总额\n甲\t小学\t500\t50\t100\n乙\t初中\t500\t9\t"
      "200\n");
  EXPECT_EQ(outcome.item_verdict("Q4"), kFail);
  EXPECT_EQ(outcome.issues(IssueCode::fact_ways_differ), 0U) << "59 of 300 is enough, and not asked";
}

TEST(FactChecks, SchoolsAndAStatedCountAreHeldAgainstEachOther) {
  junheng::Request request;
  request.county = "超过2000人的学校数\t3\n超过2500人的一贯制学校数\t0";
  const Outcome outcome("学校名称\t学校类型\t在校生数\n甲\t小学\t500\n乙\t初中\t500\n", request);
  EXPECT_EQ(outcome.item_verdict("G4"), kPass) << "the rows say so";
  EXPECT_EQ(outcome.issues(IssueCode::fact_ways_differ), 1U);
}

TEST(FactChecks, FundsFromSpendingAreMarkedSo) {
  const auto spent = Outcome::of_facts("training_spent\t528\npublic_spent\t5998");
  EXPECT_EQ(spent.item_verdict("Q4"), kPass);
  EXPECT_NE(spent.json().find("按决算（支出）计算"), std::string::npos);
  EXPECT_EQ(Outcome::of_facts("training_budget\t528\npublic_budget\t5998").json().find("按决算（支出）计算"),
            std::string::npos);
}

TEST(FactChecks, AStatementAboutAnItemOfNumbersIsSaidToDecideNothing) {
  for (const std::string id : {"G3", "G4", "G5", "G6", "G7", "G9", "G12", "G13", "Q1", "Q2", "Q4", "Q9", "R1"}) {
    for (const char* words : {"是", "基本达标", "达标"}) {
      const auto outcome = Outcome::of_facts(id + "\t" + words);
      EXPECT_EQ(outcome.item_verdict(id), kUnknown) << id;
      EXPECT_EQ(outcome.issues(IssueCode::fact_needs_number), 1U) << id << words;
    }
  }
  EXPECT_EQ(Outcome::of_facts("G12\t是\ncertified_rate\t100%").issues(IssueCode::fact_needs_number), 0U)
      << "the numbers are there";
  for (const std::string id : {"G1", "G8", "G14", "G15", "Q3", "V1"})
    EXPECT_EQ(Outcome::of_facts(id + "\t是").issues(IssueCode::fact_needs_number), 0U) << id;
}

TEST(FactChecks, APublishedReportThatIsRightIsNotComplainedOf) {
  const auto outcome = Outcome::of_facts(test::source_file("tests/golden/dadukou-2024.county.json"));
  EXPECT_EQ(outcome.issues(IssueCode::fact_converted), outcome.result.issues.size())
      << test::issue_names(outcome.result.issues);
  for (const char* id : {"G4", "G5", "Q9"})
    EXPECT_EQ(outcome.item_verdict(id), kFail) << id;
  for (const char* id : {"G3", "G7", "G8", "G9", "G11", "G12", "G13", "G14", "G15", "Q1", "Q2", "Q4"})
    EXPECT_EQ(outcome.item_verdict(id), kPass) << id;
}

TEST(FactChecks, ADoubtStandsWithTheFactsWhereverTheyAreReadAgain) {
  const auto first = Outcome::of_facts("项目\t单位\t数值\n交流轮岗比例\t%\t0.5\n培训完成率\t\t120%");
  junheng::Request again;
  again.facts = first.result.facts.counties;
  EXPECT_EQ(Outcome("", again).issues(IssueCode::fact_percent_asked), 1U);
  EXPECT_EQ(Outcome("", again).issues(IssueCode::fact_over_all), 1U);
  const std::string json = junheng::facts_json(first.result.facts.counties);
  EXPECT_EQ(Outcome::of_facts(json).issues(IssueCode::fact_percent_asked), 1U);
}

}  // namespace
