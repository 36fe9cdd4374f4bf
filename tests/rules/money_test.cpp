// SPDX-License-Identifier: MIT
// 三个增长、一个比例、两个只增不减 (rules 4.1): shown beside the parts, each year against the year before.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/outcome.h"

using junheng::Verdict;
using test::Outcome;

namespace {

constexpr Verdict kPass = Verdict::pass;
constexpr Verdict kFail = Verdict::fail;
constexpr Verdict kUnknown = Verdict::unknown;

/// "2010 fail, 2011 pass": the years of a check as they were judged.
std::string years_of(const junheng::CheckResult& check) {
  std::string all;
  for (const auto& judged : check.judged) {
    all.append(all.empty() ? "" : " ").append(std::to_string(judged.subject.year));
    if (judged.subject.stage != junheng::kNoStage) {
      all.append(junheng::id_of(junheng::kStages[judged.subject.stage]).substr(0, 1));
    }
    all.append(":").append(junheng::id_of(judged.verdict));
  }
  return all;
}

struct Case {
  const char* what;
  const char* facts;
  Verdict verdict;
  const char* years;
};

void expect_all(const char* item, const char* check, const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    SCOPED_TRACE(one.what);
    const auto outcome = Outcome::of_facts(one.facts);
    const auto result = outcome.check(item, check);
    EXPECT_EQ(test::word(result.verdict), test::word(one.verdict));
    EXPECT_EQ(years_of(result), one.years);
    EXPECT_EQ(outcome.result.issues.size(), 0U) << test::issue_names(outcome.result.issues);
  }
}

TEST(Money, TheAppropriationHasToGrowFasterThanTheRevenue) {
  expect_all("three_growths", "appropriation",
             {{"faster in all three years",
               "项目\t2009\t2010\t2011\t2012\n财政教育拨款\t80\t100\t120\t150\n财政经常性收入\t90\t100\t110\t121",
               kPass, "2010:pass 2011:pass 2012:pass"},
              {"equal growth is not faster",
               "项目\t2009\t2010\t2011\t2012\n财政教育拨款\t50\t100\t110\t150\n财政经常性收入\t190\t200\t220\t230",
               kFail, "2010:pass 2011:fail 2012:pass"},
              {"equal growth of numbers that have no factor in common",
               "项目\t2009\t2010\t2011\t2012\n财政教育拨款\t50\t100\t110\t150\n财政经常性收入\t1290\t1300\t1430\t1440",
               kFail, "2010:pass 2011:fail 2012:pass"},
              {"a hair faster",
               "项目\t2009\t2010\t2011\t2012\n财政教育拨款\t50\t100\t110.0001\t150\n财政经常性收入\t190\t200\t220\t230",
               kPass, "2010:pass 2011:pass 2012:pass"},
              {"falls less than the revenue",
               "项目\t2009\t2010\t2011\t2012\n财政教育拨款\t110\t100\t90\t81\n财政经常性收入\t125\t100\t80\t64", kPass,
               "2010:pass 2011:pass 2012:pass"},
              {"only the three latest years",
               "项目\t2008\t2009\t2010\t2011\t2012\n财政教育拨款\t9999\t999\t1000\t1200\t1500\n"
               "财政经常性收入\t1\t100\t100\t110\t121",
               kPass, "2010:pass 2011:pass 2012:pass"},
              {"three years of amounts are two growths",
               "项目\t2010\t2011\t2012\n财政教育拨款\t100\t120\t150\n财政经常性收入\t100\t110\t121", kUnknown,
               "2011:pass 2012:pass 0:unknown"},
              {"two growths, one of them failing",
               "项目\t2010\t2011\t2012\n财政教育拨款\t100\t150\t160\n财政经常性收入\t100\t110\t121", kFail,
               "2011:pass 2012:fail 0:unknown"},
              {"two years are one", "项目\t2011\t2012\n财政教育拨款\t120\t150\n财政经常性收入\t110\t121", kUnknown,
               "2012:pass 0:unknown"},
              {"the revenue of one year is missing",
               "项目\t2009\t2010\t2011\t2012\n财政教育拨款\t90\t100\t120\t150\n财政经常性收入\t99\t100\t\t121",
               kUnknown, "2010:pass 2011:unknown 2012:unknown"},
              {"nothing to grow from",
               "项目\t2009\t2010\t2011\t2012\n财政教育拨款\t90\t0\t120\t150\n财政经常性收入\t120\t100\t110\t121", kFail,
               "2010:fail 2011:unknown 2012:pass"},
              {"one year alone", "项目\t2012\n财政教育拨款\t150\n财政经常性收入\t121", kUnknown, "0:unknown"},
              {"nothing", "G1\t是", kUnknown, ""}});
}

TEST(Money, TooFewGrowthsAreSaid) {
  const auto outcome =
      Outcome::of_facts("项目\t2010\t2011\t2012\n财政教育拨款\t100\t120\t150\n财政经常性收入\t100\t110\t121");
  EXPECT_NE(outcome.json().find("须有连续 3 年的比较，只有 2 年"), std::string::npos);
}

TEST(Money, AmountsAndRatesThatDisagreeAreSaid) {
  const std::string amounts =
      "项目\t2009\t2010\t2011\t2012\n财政教育拨款\t80\t100\t120\t150\n财政经常性收入\t90\t100\t110\t121\n";
  const auto with = [&](const char* growth) {
    return Outcome::of_facts(amounts + "财政教育拨款增长比例\t\t25%\t" + growth +
                             "\t25%\n财政经常性收入增长比例\t\t11.1%\t10%\t10%");
  };
  EXPECT_EQ(with("20%").issues(junheng::IssueCode::fact_ways_differ), 0U);
  EXPECT_EQ(with("9%").issues(junheng::IssueCode::fact_ways_differ), 1U);
  EXPECT_EQ(with("9%").check("three_growths", "appropriation").verdict, kPass) << "the amounts stand first";
}

TEST(Money, AMissingYearInTheMiddleIsAGap) {
  expect_all(
      "three_growths", "pay",
      {{"2011 is missing", "项目\t2010\t2012\n教师平均工资\t5\t9", kUnknown, "0:unknown"},
       {"two steps on this side of the gap", "项目\t2008\t2009\t2010\t2012\n教师平均工资\t4\t5\t6\t9", kUnknown,
        "2009:pass 2010:pass 0:unknown"},
       {"no gap", "项目\t2009\t2010\t2011\t2012\n教师平均工资\t4\t5\t6\t9", kPass, "2010:pass 2011:pass 2012:pass"},
       {"equal is no rise", "项目\t2009\t2010\t2011\t2012\n教师平均工资\t4\t5\t5\t9", kFail,
        "2010:pass 2011:fail 2012:pass"},
       {"a hair above", "项目\t2009\t2010\t2011\t2012\n教师平均工资\t4\t5\t5.0001\t9", kPass,
        "2010:pass 2011:pass 2012:pass"},
       {"falls at the end", "项目\t2009\t2010\t2011\t2012\n教师平均工资\t4\t5\t9\t8.9999", kFail,
        "2010:pass 2011:pass 2012:fail"}});
}

TEST(Money, GrowthRatesAsReportedMayBeNegative) {
  expect_all(
      "three_growths", "appropriation",
      {{"all above", "项目\t2010\t2011\t2012\n财政教育拨款增长比例\t5%\t5%\t5%\n财政经常性收入增长比例\t4.99%\t4%\t-3%",
        kPass, "2010:pass 2011:pass 2012:pass"},
       {"equal is not above",
        "项目\t2010\t2011\t2012\n财政教育拨款增长比例\t5%\t5%\t5%\n财政经常性收入增长比例\t4%\t5.00%\t3%", kFail,
        "2010:pass 2011:fail 2012:pass"},
       {"less negative is above",
        "项目\t2010\t2011\t2012\n财政教育拨款增长比例\t-1%\t-2%\t0%\n财政经常性收入增长比例\t-1.01%\t-3%\t-0.01%",
        kPass, "2010:pass 2011:pass 2012:pass"},
       {"more negative is not",
        "项目\t2010\t2011\t2012\n财政教育拨款增长比例\t-3%\t5%\t5%\n财政经常性收入增长比例\t-2%\t4%\t4%", kFail,
        "2010:fail 2011:pass 2012:pass"},
       {"zero is not above zero",
        "项目\t2010\t2011\t2012\n财政教育拨款增长比例\t0%\t5%\t5%\n财政经常性收入增长比例\t0%\t4%\t4%", kFail,
        "2010:fail 2011:pass 2012:pass"},
       {"two rates are too few", "项目\t2011\t2012\n财政教育拨款增长比例\t5%\t5%\n财政经常性收入增长比例\t4%\t4%",
        kUnknown, "2011:pass 2012:pass 0:unknown"},
       {"a rate beside is missing",
        "项目\t2010\t2011\t2012\n财政教育拨款增长比例\t5%\t5%\t5%\n财政经常性收入增长比例\t4%\t\t4%", kUnknown,
        "2010:pass 2011:unknown 2012:pass"}});
}

TEST(Money, ReportOfYubei) {
  // 2010 to 2012: growth of the appropriation, of revenue, and the margins -47.51, 32.69 and 1.12 between them.
  const auto outcome = Outcome::of_facts(
      "项目\t单位\t2010年\t2011年\t2012年\n预算内拨款\t万元\t88720\t121330\t128724.71\n"
      "财政教育拨款增长比例\t%\t-3.71\t36.76\t6.09\n财政经常性收入增长比例\t%\t43.80\t4.07\t4.97\n"
      "预算内教育经费（含教育附加）\t万元\t100355\t133478\t144315.71\n财政支出\t万元\t676928\t734518\t729258\n"
      "生均预算内教育事业费(小学)\t元\t1000\t1023.2\t1102.3\n");
  const auto growth = outcome.check("three_growths", "appropriation");
  EXPECT_EQ(growth.verdict, kFail) << "year 1 fails, whatever the report makes of it";
  EXPECT_EQ(years_of(growth), "2010:fail 2011:pass 2012:pass");
  ASSERT_EQ(growth.judged.size(), 3U);
  EXPECT_NEAR(growth.judged[0].value.value(), -0.0371, 1e-12);
  EXPECT_NEAR(growth.judged[0].value.value() - 0.4380, -0.4751, 1e-12);
  EXPECT_NEAR(growth.judged[1].value.value() - 0.0407, 0.3269, 1e-12);
  EXPECT_NEAR(growth.judged[2].value.value() - 0.0497, 0.0112, 1e-12);
  const auto share = outcome.check("one_share", "share");
  EXPECT_EQ(share.verdict, kPass);
  EXPECT_EQ(years_of(share), "2011:pass 2012:pass");
  ASSERT_EQ(share.judged.size(), 2U);
  EXPECT_NEAR(share.judged[0].value.value() * 100, 18.1722, 0.00005);
  EXPECT_NEAR(share.judged[1].value.value() * 100, 19.7894, 0.00005);
  EXPECT_EQ(outcome.item_verdict("three_growths"), kFail);
  EXPECT_EQ(outcome.item_verdict("one_share"), kPass);
}

TEST(Money, TheShareIsComparedAsAFraction) {
  expect_all(
      "one_share", "share",
      {{"equal shares of other sums", "项目\t2010\t2011\t2012\n预算内教育经费\t1\t2\t3\n财政支出\t7\t14\t20", kFail,
        "2011:fail 2012:pass"},
       {"rises though the sum falls", "项目\t2010\t2011\t2012\n预算内教育经费\t30\t29\t28\n财政支出\t300\t280\t260",
        kPass, "2011:pass 2012:pass"},
       {"falls though the sum rises", "项目\t2010\t2011\t2012\n预算内教育经费\t30\t31\t33\n财政支出\t300\t320\t300",
        kFail, "2011:fail 2012:pass"},
       {"no expenditure", "项目\t2010\t2011\t2012\n预算内教育经费\t30\t31\t33\n财政支出\t300\t0\t300", kUnknown,
        "2011:unknown 2012:unknown"},
       {"shares as reported", "项目\t2010\t2011\t2012\n教育经费占财政支出比例\t14.83%\t18.17%\t19.79%", kPass,
        "2011:pass 2012:pass"},
       {"one of them equal", "项目\t2010\t2011\t2012\n教育经费占财政支出比例\t14.83%\t18.17%\t18.17%", kFail,
        "2011:pass 2012:fail"}});
}

TEST(Money, WhatMustNotFallMayStay) {
  expect_all("two_not_decreasing", "total",
             {{"rises and stays", "项目\t2021\t2022\t2023\n一般公共预算教育支出\t9.2\t9.2\t9.55", kPass,
               "2022:pass 2023:pass"},
              {"falls a hair", "项目\t2021\t2022\t2023\n一般公共预算教育支出\t9.2\t9.1999\t9.55", kFail,
               "2022:fail 2023:pass"},
              {"too few", "项目\t2022\t2023\n一般公共预算教育支出\t9.2\t9.55", kUnknown, "2023:pass 0:unknown"}});
  expect_all("two_not_decreasing", "per_pupil",
             {{"stays", "项目\t2021\t2022\t2023\n生均一般公共预算教育支出\t1\t1\t1", kPass, "2022:pass 2023:pass"},
              {"falls", "项目\t2021\t2022\t2023\n生均一般公共预算教育支出\t1\t1\t0.5", kFail, "2022:pass 2023:fail"}});
  const auto total = Outcome::of_facts("项目\t2021\t2022\t2023\n一般公共预算教育支出\t1\t2\t3");
  EXPECT_EQ(total.item_verdict("two_not_decreasing"), kUnknown) << "the half per pupil is not given";
}

TEST(Money, FundsPerPupilAreJudgedByStage) {
  expect_all("three_growths", "expense",
             {{"both stages rise",
               "项目\t2009\t2010\t2011\t2012\n生均预算内教育事业费(小学)\t3\t4\t5\t6\n"
               "生均预算内教育事业费(初中)\t4\t5\t6\t7",
               kPass, "2010p:pass 2011p:pass 2012p:pass 2010m:pass 2011m:pass 2012m:pass"},
              {"the middle schools fall",
               "项目\t2009\t2010\t2011\t2012\n生均预算内教育事业费(小学)\t3\t4\t5\t6\n"
               "生均预算内教育事业费(初中)\t4\t5\t6\t6",
               kFail, "2010p:pass 2011p:pass 2012p:pass 2010m:pass 2011m:pass 2012m:fail"},
              {"one number for both", "项目\t2009\t2010\t2011\t2012\n生均预算内教育事业费\t3\t4\t5\t6", kPass,
               "2010p:pass 2011p:pass 2012p:pass 2010m:pass 2011m:pass 2012m:pass"}});
  const auto one = Outcome::of_facts("项目\t2009\t2010\t2011\t2012\n生均预算内公用经费(小学)\t3\t4\t5\t6");
  EXPECT_EQ(one.check("three_growths", "public_funds").verdict, kUnknown) << "nothing is said of middle schools";
  EXPECT_EQ(years_of(one.check("three_growths", "public_funds")), "2010p:pass 2011p:pass 2012p:pass 0m:unknown");
}

TEST(Money, SupplementsNeverChangeTheVerdict) {
  const std::string falling = "项目\t2010\t2011\t2012\n一般公共预算教育支出\t9\t8\t7\n教师平均工资\t3\t2\t1\n";
  for (const auto* const standard : {&test::quality(), &test::basic()}) {
    const auto outcome = Outcome::of_facts(falling, *standard);
    EXPECT_EQ(outcome.item_verdict("three_growths"), kFail);
    EXPECT_EQ(outcome.item_verdict("two_not_decreasing"), kFail);
    EXPECT_EQ(outcome.result.verdict, kUnknown) << "as if nothing had been said";
    for (const auto& part : outcome.result.counties.at(0).parts)
      EXPECT_EQ(part.verdict, kUnknown);
  }
}

}  // namespace
