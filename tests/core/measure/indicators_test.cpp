// SPDX-License-Identifier: MIT
// The value of each indicator of each unit, and its verdict against the threshold.
#include "junheng/indicators.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "support/counties.h"
#include "support/outcome.h"
#include "support/sheet.h"

using junheng::IssueCode;
using junheng::Origin;
using junheng::Stage;
using junheng::Verdict;
using test::kNowhere;
using test::Outcome;

namespace {

Origin origin(const Outcome& outcome, const char* school, Stage stage, const char* indicator) {
  const std::size_t u = outcome.unit(school, stage);
  return u == kNowhere ? Origin::missing : outcome.result.indicators[outcome.indicator(indicator)].origin[u];
}

TEST(Indicators, PerPupilAndPerHundredPupils) {
  auto row = test::good_row("甲", "小学", 500);
  row[test::kFirstResource] = "21";        // 4.2
  row[test::kFirstResource + 3] = "2250";  // 4.5
  row[test::kFirstResource + 6] = "12";    // 2.4
  const Outcome outcome(test::quality_sheet({row}).tsv());
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::primary, "degree_teachers"), 4.2);
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::primary, "teaching_area"), 4.5);
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::primary, "multimedia_rooms"), 2.4);
  EXPECT_EQ(origin(outcome, "甲", Stage::primary, "teaching_area"), Origin::reported);
}

TEST(Indicators, MoneyInTenThousands) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数\t教学仪器设备资产值(万元)\n甲\t小学\t617\t123.4\n乙\t初中\t500\t125\n");
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::primary, "equipment_value"), 2000.0);
  EXPECT_EQ(outcome.value_verdict("甲", Stage::primary, "equipment_value"), Verdict::pass);
  EXPECT_EQ(outcome.value_verdict("乙", Stage::middle, "equipment_value"), Verdict::pass);
}

TEST(Indicators, IndoorSportsRoomsAreTakenFromOneAreaAndAddedToTheOther) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数\t教学及辅助用房面积\t室内体育用房面积\t运动场地面积\n甲\t小学\t100\t600."
      "5\t100\t700\n");
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::primary, "teaching_area"), 5.005);
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::primary, "sports_area"), 8.0);
  EXPECT_EQ(outcome.issues(IssueCode::indoor_not_given), 0U);
}

TEST(Indicators, WithoutAColumnOfIndoorRoomsTheAreaIsTakenAsItStandsAndItIsSaid) {
  const Outcome outcome("学校名称\t学校类型\t在校生数\t教学及辅助用房面积\n甲\t小学\t100\t600\n");
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::primary, "teaching_area"), 6.0);
  EXPECT_EQ(outcome.issues(IssueCode::indoor_not_given), 1U);
}

TEST(Indicators, ABlankIndoorRoomIsMissingAndNotZero) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数\t教学及辅助用房面积\t室内体育用房面积\n甲\t小学\t100\t600\t\n乙\t小学\t100\t600\t0"
      "\n");
  EXPECT_TRUE(std::isnan(outcome.value("甲", Stage::primary, "teaching_area")));
  EXPECT_DOUBLE_EQ(outcome.value("乙", Stage::primary, "teaching_area"), 6.0);
}

TEST(Indicators, TheNetAreaIsPreferred) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数\t教学及辅助用房面积\t室内体育用房面积\t教学及辅助用房面积(净)"
      "\n甲\t小学\t100\t900\t100\t700\n");
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::primary, "teaching_area"), 7.0);
}

TEST(Indicators, MoreIndoorRoomsThanRoomsIsSaidAndNotComputedWith) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数\t教学及辅助用房面积\t室内体育用房面积\n甲\t小学\t100\t100\t200\n乙\t小学\t100\t600"
      "\t0\n");
  ASSERT_TRUE(outcome.issue(IssueCode::negative_result).has_value()) << test::issue_names(outcome.result.issues);
  EXPECT_EQ(outcome.issue(IssueCode::negative_result)->line, 2U);
  EXPECT_TRUE(std::isnan(outcome.value("甲", Stage::primary, "teaching_area")));
  EXPECT_EQ(outcome.value_verdict("甲", Stage::primary, "teaching_area"), Verdict::unknown);
}

TEST(Indicators, SportsAndArtsTeachersOneByOne) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数\t体育专任教师数\t艺术专任教师数（计）\n甲\t小学\t1000\t5\t4\n乙\t小学\t1000\t9\t—"
      "\n");
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::primary, "sports_arts_teachers"), 0.9);
  EXPECT_EQ(outcome.value_verdict("甲", Stage::primary, "sports_arts_teachers"), Verdict::pass);
  EXPECT_TRUE(std::isnan(outcome.value("乙", Stage::primary, "sports_arts_teachers"))) << "half a sum is no sum";
}

TEST(Indicators, AnIndicatorWithoutColumnsIsUnknownEverywhereAndSaid) {
  const Outcome outcome("学校名称\t学校类型\t在校生数\t图书册数\n甲\t小学\t100\t600\n", test::basic());
  EXPECT_EQ(outcome.issues(IssueCode::resource_not_given), 7U) << test::issue_names(outcome.result.issues);
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::primary, "books"), 6.0);
  EXPECT_TRUE(std::isnan(outcome.value("甲", Stage::primary, "computers")));
  EXPECT_EQ(outcome.result.indicators[outcome.indicator("computers")].alternative, std::nullopt);
}

const char* const kNineYear =
    "学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t骨干教师数\t骨干教师数(小学)\t骨干教师数(初中)"
    "\t体育运动场馆面积\n";

TEST(Indicators, TeachersOfAStageAreTakenAsReported) {
  const Outcome outcome(std::string(kNineYear) + "丙\t九年一贯制\t600\t400\t\t6\t8\t5200\n");
  EXPECT_DOUBLE_EQ(outcome.value("丙", Stage::primary, "backbone_teachers"), 1.0);
  EXPECT_DOUBLE_EQ(outcome.value("丙", Stage::middle, "backbone_teachers"), 2.0);
  EXPECT_EQ(origin(outcome, "丙", Stage::primary, "backbone_teachers"), Origin::reported);
  EXPECT_EQ(origin(outcome, "丙", Stage::primary, "sports_area"), Origin::split);
  EXPECT_EQ(outcome.issues(IssueCode::teachers_split), 0U);
}

TEST(Indicators, ReportedStagesWinOverAWholeSchoolNumber) {
  const Outcome outcome(std::string(kNineYear) + "丙\t九年一贯制\t600\t400\t99\t6\t8\t5200\n");
  EXPECT_DOUBLE_EQ(outcome.value("丙", Stage::primary, "backbone_teachers"), 1.0);
  EXPECT_EQ(outcome.issues(IssueCode::teachers_split), 0U);
}

TEST(Indicators, TeachersOfTheWholeSchoolAreSplitAndMarked) {
  const Outcome outcome(std::string(kNineYear) + "丙\t九年一贯制\t600\t400\t104\t\t\t5200\n");
  EXPECT_DOUBLE_EQ(outcome.value("丙", Stage::primary, "backbone_teachers"), 10.0);
  EXPECT_DOUBLE_EQ(outcome.value("丙", Stage::middle, "backbone_teachers"), 11.0);
  EXPECT_EQ(origin(outcome, "丙", Stage::primary, "backbone_teachers"), Origin::split_fallback);
  ASSERT_TRUE(outcome.issue(IssueCode::teachers_split).has_value());
  EXPECT_EQ(outcome.issue(IssueCode::teachers_split)->line, 2U);
}

TEST(Indicators, AFacilityGivenPerStageIsNotSplit) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t体育运动场馆面积(小学)\t体育运动场馆面积(初中)"
      "\n丙\t九年一贯制\t600\t400\t3000\t4400\n");
  EXPECT_DOUBLE_EQ(outcome.value("丙", Stage::primary, "sports_area"), 5.0);
  EXPECT_DOUBLE_EQ(outcome.value("丙", Stage::middle, "sports_area"), 11.0);
  EXPECT_EQ(origin(outcome, "丙", Stage::primary, "sports_area"), Origin::reported);
}

TEST(Indicators, MissingHasNoValueAndTheVerdictUnknown) {
  auto row = test::good_row("甲", "小学", 500);
  row[test::kFirstResource + 1] = "—";
  row[test::kFirstResource + 2] = "";
  row[test::kFirstResource + 4] = "很多";
  row[test::kFirstResource + 5] = "0";
  const Outcome outcome(test::quality_sheet({row}).tsv());
  for (const char* id : {"backbone_teachers", "sports_arts_teachers", "sports_area"}) {
    EXPECT_TRUE(std::isnan(outcome.value("甲", Stage::primary, id))) << id;
    EXPECT_EQ(outcome.value_verdict("甲", Stage::primary, id), Verdict::unknown) << id;
    EXPECT_EQ(origin(outcome, "甲", Stage::primary, id), Origin::missing) << id;
  }
  EXPECT_EQ(outcome.value("甲", Stage::primary, "equipment_value"), 0.0);
  EXPECT_EQ(outcome.value_verdict("甲", Stage::primary, "equipment_value"), Verdict::fail);
}

TEST(Indicators, AStandardWithoutThresholdsJudgesNoValue) {
  const Outcome outcome("学校名称\t学校类型\t在校生数\t图书册数\n甲\t小学\t100\t600\n", test::basic());
  EXPECT_EQ(outcome.value_verdict("甲", Stage::primary, "books"), Verdict::none);
}

TEST(Indicators, TheExactValueIsTheFractionBehindTheDouble) {
  const Outcome outcome(std::string(kNineYear) + "丙\t九年一贯制\t600\t400\t\t6\t8\t5200.1\n");
  const std::size_t i = outcome.indicator("sports_area");
  const auto& indicator = test::quality().indicators[i];
  ASSERT_TRUE(outcome.result.indicators[i].alternative.has_value());
  const std::size_t unit = outcome.unit("丙", Stage::middle);
  const auto exact = junheng::exact_value(outcome.result, unit, Stage::middle,
                                          junheng::rule_for(indicator, outcome.result.indicators[i], unit));
  ASSERT_TRUE(exact.has_value());
  // 5200.1 · 1.1 / 1040 = 5720.11 / 1040
  EXPECT_EQ(junheng::compare_products(exact->numerator, 104000, exact->denominator, 572011),
            std::strong_ordering::equal);
}

TEST(Indicators, TheShortWayComesToTheFractionThatTheLongOneDoes) {
  test::Random random(24);
  std::size_t split = 0;
  for (int round = 0; round < 60; ++round) {
    const Outcome outcome(test::sheet_of(test::random_county(random, "示例县")).tsv());
    const junheng::Evaluation& e = outcome.result;
    for (std::size_t i = 0; i < e.indicators.size(); ++i) {
      const junheng::IndicatorColumn& column = e.indicators[i];
      if (!column.alternative) continue;
      for (const junheng::StageUnits& stage : e.split.stages) {
        for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
          const auto exact =
              junheng::exact_value(e, unit, stage.stage, junheng::rule_for(e.standard->indicators[i], column, unit));
          ASSERT_EQ(exact.has_value(), !std::isnan(column.value[unit]));
          if (exact) EXPECT_EQ(junheng::to_double(*exact), column.value[unit]);
          split += column.origin[unit] == Origin::split ? 1U : 0U;
        }
      }
    }
  }
  EXPECT_GT(split, 200U);
}

}  // namespace
