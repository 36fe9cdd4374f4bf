// SPDX-License-Identifier: MIT
//
// Analyses of three schools, computed by hand; and the column that a complaint leads to.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <tuple>

#include "junheng/insight.h"
#include "support/outcome.h"

using junheng::Issue;
using junheng::IssueCode;
using junheng::kNoStage;
using junheng::kNoSubject;
using junheng::Stage;
using test::Outcome;

namespace {

/// Backbone teachers per 100 pupils: 2, 4 and 6; the mean of all pupils is 4.5.
const std::string kThree =
    "学校名称\t学校类型\t在校生数\t县级以上骨干教师数\t城乡类型\n"
    "甲\t小学\t100\t2\t城区\n乙\t小学\t100\t4\t城区\n丙\t小学\t200\t12\t乡村\n";
constexpr std::size_t kBackbone = 1;

TEST(InsightByHand, GroupsInTheOrderOfTheirPart) {
  const Outcome outcome(kThree);
  const auto field = *test::library().vocabulary.field("urban_rural");
  const auto parts = split_by_group(outcome.result, outcome.stage(Stage::primary), kBackbone, field);
  ASSERT_EQ(parts.size(), 2U);
  const auto& [town, village] = std::tie(parts[0], parts[1]);
  EXPECT_EQ(town.name, "城区");
  EXPECT_EQ(town.units, 2U);
  EXPECT_EQ(town.pupils, 200U);
  EXPECT_DOUBLE_EQ(town.mean, 3);
  EXPECT_DOUBLE_EQ(town.cv, 1.0 / 3);
  EXPECT_NEAR(town.between, 1.0 / 18, 1e-15) << "half of the pupils, 1.5 from 4.5";
  EXPECT_NEAR(town.within, 0.5 / 20.25, 1e-15) << "half of the pupils, a deviation of 1";
  EXPECT_EQ(village.name, "乡村");
  EXPECT_EQ(village.units, 1U);
  EXPECT_EQ(village.pupils, 200U);
  EXPECT_DOUBLE_EQ(village.mean, 6);
  EXPECT_EQ(village.cv, 0);
  EXPECT_NEAR(village.between, 1.0 / 18, 1e-15);
  EXPECT_EQ(village.within, 0);
}

TEST(InsightByHand, EachSchoolLeftOut) {
  const Outcome outcome(kThree);
  const auto without = leave_one_out(outcome.result, outcome.stage(Stage::primary), kBackbone);
  ASSERT_EQ(without.size(), 3U);
  EXPECT_NEAR(without[0], std::sqrt(8.0 / 9) / (16.0 / 3), 1e-12) << "4 of 100 and 6 of 200";
  EXPECT_NEAR(without[1], std::sqrt(32.0 / 9) / (14.0 / 3), 1e-12) << "2 of 100 and 6 of 200";
  EXPECT_NEAR(without[2], 1.0 / 3, 1e-12) << "2 of 100 and 4 of 100";
}

/// Without a value of one school nobody knows what the others would be.
TEST(InsightByHand, AnUnknownValueLeavesAllUnknown) {
  const Outcome outcome(kThree + "丁\t小学\t100\t\t乡村\n");
  for (const double cv : leave_one_out(outcome.result, outcome.stage(Stage::primary), kBackbone))
    EXPECT_TRUE(std::isnan(cv));
  const auto field = *test::library().vocabulary.field("urban_rural");
  EXPECT_TRUE(split_by_group(outcome.result, outcome.stage(Stage::primary), kBackbone, field).empty());
}

TEST(InsightByHand, WhatIsMissingInEachStage) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t高于规定学历教师数(小学)\t高于规定学历教师数(初中)\t"
      "教学及辅助用房面积（净）\t教学仪器设备值\n"
      "甲\t九年一贯制\t600\t400\t20\t20\t4160\t1040000\n");
  const auto gap = [&](Stage stage, const char* indicator) {
    const auto found =
        gap_of(outcome.result, static_cast<std::uint32_t>(outcome.unit("甲", stage)), outcome.indicator(indicator));
    return found ? found->amount : std::nan("");
  };
  EXPECT_EQ(gap(Stage::primary, "degree_teachers"), 6) << "25.2 for 600, and there are 20";
  EXPECT_EQ(gap(Stage::middle, "degree_teachers"), 2) << "21.2 for 400, and there are 20";
  EXPECT_NEAR(gap(Stage::primary, "teaching_area"), 300, 1e-9) << "4.5 · 600 − 4160 · 600 / 1040";
  EXPECT_NEAR(gap(Stage::middle, "teaching_area"), 560, 1e-9) << "5.8 · 400 − 4160 · 440 / 1040";
  EXPECT_NEAR(gap(Stage::primary, "equipment_value"), 600000, 1e-6) << "2000 · 600 − 600000";
  EXPECT_NEAR(gap(Stage::middle, "equipment_value"), 560000, 1e-6) << "2500 · 400 − 440000";
}

TEST(InsightByHand, AValuePerPupilLacksWhatIsDivided) {
  const Outcome outcome("学校名称\t学校类型\t在校生数\t每百名学生拥有高于规定学历教师数\n甲\t小学\t1000\t4.1\n");
  const auto gap = gap_of(outcome.result, 0, 0);
  ASSERT_TRUE(gap);
  EXPECT_EQ(test::library().vocabulary.fields[gap->term].id, "degree_teachers");
  EXPECT_EQ(gap->decimals, 0);
  EXPECT_EQ(gap->amount, 1) << "0.1 per 100 of 1000 pupils";
}

// ---- the column to look at ----------------------------------------------------------------------------------------------------

const std::string kColumns =
    "学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t高于规定学历教师数\t骨干教师数(初中)\t室内体育用房面积\t"
    "教学及辅助用房面积\n甲\t九年一贯制\t600\t400\t50\t5\t100\t5000\n";

/// The header of the column, or "none".
std::string column(const Outcome& outcome, Issue issue) {
  const auto found = column_of(outcome.result, issue);
  return found ? std::string(outcome.result.table.at(outcome.result.table.columns[*found])) : "none";
}

Issue about(IssueCode code, std::uint16_t subject, std::uint8_t stage = kNoStage) {
  Issue issue;
  issue.code = code;
  issue.subject = subject;
  issue.stage = stage;
  issue.line = 2;
  return issue;
}

TEST(ColumnOfAnIssue, IsItsOwnOrThatOfItsField) {
  const Outcome outcome(kColumns);
  const auto field = [](const char* id) { return *test::library().vocabulary.field(id); };
  const auto middle = static_cast<std::uint8_t>(Stage::middle);
  const auto primary = static_cast<std::uint8_t>(Stage::primary);
  Issue own = about(IssueCode::parts_differ, field("pupils"));
  own.column = 7;
  EXPECT_EQ(column(outcome, own), "教学及辅助用房面积");
  EXPECT_EQ(column(outcome, about(IssueCode::parts_differ, field("pupils"), middle)), "在校生数(初中)");
  EXPECT_EQ(column(outcome, about(IssueCode::parts_differ, field("pupils"), primary)), "在校生数(小学)");
  EXPECT_EQ(column(outcome, about(IssueCode::parts_differ, field("pupils"))), "在校生数(小学)") << "any of its stages";
  EXPECT_EQ(column(outcome, about(IssueCode::parts_differ, field("degree_teachers"), middle)), "高于规定学历教师数")
      << "that of the whole school";
  EXPECT_EQ(column(outcome, about(IssueCode::parts_differ, field("backbone_teachers"), primary)), "骨干教师数(初中)")
      << "or any";
  EXPECT_EQ(column(outcome, about(IssueCode::parts_differ, field("books"))), "none");
  EXPECT_EQ(column(outcome, about(IssueCode::no_rows, kNoSubject)), "none");
}

}  // namespace
