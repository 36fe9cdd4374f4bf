// SPDX-License-Identifier: MIT
// The nine items of 教育质量, 社会认可度 and the vetoes (rules 1.7, 1.8).
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <vector>

#include "rules/item_case.h"
#include "support/outcome.h"

using junheng::Verdict;
using test::Outcome;

namespace {

constexpr Verdict kPass = Verdict::pass;
constexpr Verdict kFail = Verdict::fail;
constexpr Verdict kUnknown = Verdict::unknown;

class QualityItem : public testing::TestWithParam<ItemCase> {};

TEST_P(QualityItem, IsJudgedFromTheFacts) {
  expect_verdict(GetParam());
}

const ItemCase kQuality[] = {
    // Shares of the county, each by every way in which it may be given.
    {"Q1", "retention_rate\t95%", kPass},
    {"Q1", "retention_rate\t94.99", kFail},
    {"Q1", "retention_rate\t0.95", kPass},
    {"Q1", "retention_rate\t101.3%", kUnknown},
    {"Q1", "retention_rate\t100%", kPass},
    {"Q1", "graduates\t950\nfirst_year_pupils\t1000\nmoved_in\t0\nmoved_out\t0\ndeaths\t0", kPass},
    {"Q1", "graduates\t949\nfirst_year_pupils\t1000\nmoved_in\t0\nmoved_out\t0\ndeaths\t0", kFail},
    {"Q1", "graduates\t951\nfirst_year_pupils\t1000\nmoved_in\t0\nmoved_out\t0", kUnknown},
    {"Q1", "graduates\t951", kUnknown},
    {"Q1", "first_year_pupils\t1000", kUnknown},
    {"Q1", "graduates\t0\nfirst_year_pupils\t0\nmoved_in\t0\nmoved_out\t0\ndeaths\t0", kUnknown},
    {"Q1", "graduates\t9\nfirst_year_pupils\t5\nmoved_in\t0\nmoved_out\t8\ndeaths\t0", kUnknown},
    {"Q2", "disabled_in_class\t128\ndisabled_special\t41\ndisabled_at_home\t25\ndisabled_all\t194", kPass},
    {"Q2", "disabled_in_class\t100\ndisabled_special\t60\ndisabled_at_home\t30\ndisabled_all\t200", kPass},
    {"Q2", "disabled_in_class\t100\ndisabled_special\t60\ndisabled_at_home\t29\ndisabled_all\t200", kFail},
    {"Q2", "disabled_in_class\t100\ndisabled_special\t95\ndisabled_all\t200", kUnknown},
    {"Q2", "disabled_in_class\t128\ndisabled_enrolled\t190\ndisabled_all\t200", kPass},
    {"Q2", "disabled_enrolled\t189\ndisabled_all\t200", kFail},
    {"Q2", "disabled_enrolled\t191\ndisabled_all\t200", kPass},
    {"Q2", "disabled_enrolled\t0\ndisabled_all\t0", kUnknown},
    {"Q2", "disabled_enrolled\t190", kUnknown},
    {"Q2", "disabled_rate\t95%", kPass},
    {"Q2", "disabled_rate\t94.9%", kFail},
    {"Q4", "training_budget\t50\npublic_budget\t1000", kPass},
    {"Q4", "training_budget\t49.99\npublic_budget\t1000", kFail},
    {"Q4", "training_budget\t50.01\npublic_budget\t1000", kPass},
    {"Q4", "教师培训经费预算总额(万元)\t528\n公用经费预算总额(元)\t59980000", kPass},
    {"Q4", "training_spent\t528\npublic_spent\t5998", kPass},
    {"Q4", "training_spent\t49\npublic_budget\t1000", kFail},
    {"Q4", "training_budget\t49\npublic_budget\t1000\ntraining_spent\t60\npublic_spent\t1000", kFail},
    {"Q4", "training_budget\t50", kUnknown},
    {"Q4", "public_budget\t1000", kUnknown},
    {"Q4", "training_budget\t0\npublic_budget\t0", kUnknown},
    {"Q4", "training_rate\t5%", kPass},
    {"Q4", "training_rate\t4.99%", kFail},
    {"Q4", "training_rate\t8.8", kPass},
    {"R1", "recognition\t85%", kPass},
    {"R1", "recognition\t84.99%", kFail},
    {"R1", "recognition\t0.85", kPass},
    {"R1", "recognition\t85.01", kPass},
    {"R1", "survey_valid\t1000\nsurvey_satisfied\t850", kPass},
    {"R1", "survey_valid\t1000\nsurvey_satisfied\t849", kFail},
    {"R1", "survey_valid\t0\nsurvey_satisfied\t0", kUnknown},
    {"R1", "survey_satisfied\t850", kUnknown},
    {"R1", "recognition\t90%\nvisit_people\t100\nvisit_satisfied\t85", kPass},
    {"R1", "recognition\t90%\nvisit_people\t100\nvisit_satisfied\t84", kFail},
    {"R1", "recognition\t90%\nvisit_people\t100", kUnknown},
    {"R1", "recognition\t90%\nvisit_people\t0\nvisit_satisfied\t0", kUnknown},
    {"R1", "visit_people\t100\nvisit_satisfied\t90", kUnknown},
    {"R1", "recognition_pupils\t90%", kUnknown},
    {"R1", "recognition\t90%\nrecognition_parents\t10%", kPass},
};

INSTANTIATE_TEST_SUITE_P(Each, QualityItem, testing::ValuesIn(kQuality));

/// What is said of an item, and what follows of it.
struct Said {
  const char* words;
  Verdict verdict;
};

/// Each of the items, by what is said of it and by what is said of another one.
void expect_all(std::initializer_list<const char*> items, const std::vector<Said>& said) {
  for (const std::string id : items) {
    for (const Said& one : said)
      EXPECT_EQ(Outcome::of_facts(id + "\t" + one.words).item_verdict(id), one.verdict) << id << " " << one.words;
    EXPECT_EQ(Outcome::of_facts("G1\t是").item_verdict(id), kUnknown) << id;
  }
}

TEST(QualityItems, AttestedItemsTakeYesNoAndNothing) {
  expect_all({"Q3", "Q5", "Q6", "Q7", "Q8"}, {{"是", kPass}, {"否", kFail}, {"", kUnknown}, {"也许", kUnknown}});
}

TEST(QualityItems, AStatementIsNoNumber) {
  for (const std::string id : {"Q1", "Q2", "Q4", "Q9", "R1"})
    EXPECT_EQ(Outcome::of_facts(id + "\t达标").item_verdict(id), kUnknown) << id;
}

TEST(QualityItems, TrainingFundsAreAskedOfEverySchool) {
  const auto of = [](const char* first, const char* second) {
    return Outcome(
        std::string("学校名称\t学校类型\t在校生数\t教师培训经费预算总额\t公用经费预算总额\n甲\t小学\t500\t") + first +
        "\n乙\t初中\t500\t" + second + "\n");
  };
  EXPECT_EQ(of("5\t100", "10\t200").item_verdict("Q4"), kPass);
  EXPECT_EQ(of("50\t100", "9.99\t200").item_verdict("Q4"), kFail) << "19.99 % of all is not enough";
  EXPECT_EQ(of("50\t100", "9.99\t200").check("Q4", "share").failing, 1U);
  EXPECT_EQ(of("5\t100", "\t200").item_verdict("Q4"), kUnknown);
  EXPECT_EQ(of("5\t100", "0\t0").item_verdict("Q4"), kUnknown);
  EXPECT_EQ(of("4\t100", "\t200").item_verdict("Q4"), kFail);
}

TEST(QualityItems, WhatOnlyInformsIsShownAndNotJudged) {
  const auto outcome = Outcome::of_facts("recognition\t90%\nrecognition_parents\t10%");
  const auto check = outcome.check("R1", "parents");
  EXPECT_EQ(check.verdict, Verdict::none);
  ASSERT_EQ(check.judged.size(), 1U);
  EXPECT_DOUBLE_EQ(check.judged[0].value.value(), 0.1);
  EXPECT_FALSE(outcome.check("R1", "pupils").way.has_value());
}

TEST(Vetoes, PassOnNoFailOnYesAndAreUnknownWhereNothingIsSaid) {
  expect_all({"V1", "V2", "V3", "V4", "V5", "V6"}, {{"否", kPass},
                                                    {"无", kPass},
                                                    {"未发现", kPass},
                                                    {"是", kFail},
                                                    {"存在", kFail},
                                                    {"", kUnknown},
                                                    {"—", kUnknown}});
  EXPECT_EQ(Outcome::of_facts("V1\t否\nV2\t否\nV3\t否\nV4\t否\nV5\t否\nV6\t否").part("veto").verdict, kPass);
  EXPECT_EQ(Outcome::of_facts("V6\t是").part("veto").verdict, kFail);
  EXPECT_EQ(Outcome::of_facts("V6\t是").result.verdict, kFail) << "whatever the rest is";
  EXPECT_EQ(Outcome::of_facts("V1\t否").part("veto").verdict, kUnknown) << "five are not said";
  EXPECT_EQ(Outcome::of_facts("存在重点学校或重点班\t是").item_verdict("V3"), kFail);
}

}  // namespace
