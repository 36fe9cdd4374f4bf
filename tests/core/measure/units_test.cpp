// SPDX-License-Identifier: MIT
// Stages, exclusions and the split of schools of several stages (rules 1.2, 1.3 and 7).
#include "junheng/units.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "support/outcome.h"
#include "support/sheet.h"

using junheng::IssueCode;
using junheng::LeftOut;
using junheng::Stage;
using test::kNowhere;
using test::Outcome;

namespace {

const std::string kStagedHeader =
    "学校名称\t学校类型\t在校生数\t在校生数(小学)\t在校生数(初中)\t在校生数(高中)\t体育运动场馆面积\n";

std::vector<std::string> units_of(const Outcome& outcome, Stage stage) {
  std::vector<std::string> names;
  const std::size_t s = outcome.stage(stage);
  if (s == kNowhere) return names;
  for (std::size_t u = outcome.result.split.stages[s].begin; u < outcome.result.split.stages[s].end; ++u) {
    names.emplace_back(outcome.school(u));
  }
  return names;
}

/// "school:why" of what was left out.
std::string left_out(const Outcome& outcome) {
  std::string all;
  for (const auto& each : outcome.result.split.left_out) {
    all.append(outcome.result.table.at(outcome.result.roster.school[each.row]))
        .append(":")
        .append(junheng::id_of(each.why))
        .append(" ");
  }
  return all;
}

using Names = std::vector<std::string>;

TEST(Units, EveryTypeGoesToItsStages) {
  const Outcome outcome(kStagedHeader +
                        "甲\t小学\t100\t\t\t\t1\n乙\t初中\t100\t\t\t\t1\n丙\t九年一贯制\t\t60\t40\t\t1\n"
                        "丁\t十二年一贯制\t\t60\t40\t20\t1\n戊\t完全中学\t\t\t40\t20\t1\n己\t教学点\t50\t\t\t\t1\n");
  EXPECT_EQ(units_of(outcome, Stage::primary), (Names{"甲", "丙", "丁", "己"}));
  EXPECT_EQ(units_of(outcome, Stage::middle), (Names{"乙", "丙", "丁", "戊"}));
  EXPECT_EQ(outcome.stage(Stage::senior), kNowhere) << "senior classes are split off and not evaluated";
}

TEST(Units, AStageKeepsItsRealEnrolment) {
  const Outcome outcome(kStagedHeader + "丙\t九年一贯制\t\t600\t400\t\t5200\n");
  const auto& units = outcome.result.split.units;
  EXPECT_EQ(units.pupils[outcome.unit("丙", Stage::primary)], 600U);
  EXPECT_EQ(units.pupils[outcome.unit("丙", Stage::middle)], 400U);
  EXPECT_EQ(units.divided[outcome.unit("丙", Stage::primary)], 1);
  const Outcome single(kStagedHeader + "甲\t小学\t600\t\t\t\t5200\n");
  EXPECT_EQ(single.result.split.units.divided[single.unit("甲", Stage::primary)], 0);
}

TEST(Units, TheShareIsTheRatioOfTheRule) {
  const Outcome outcome(
      kStagedHeader +
      "丙\t九年一贯制\t\t600\t400\t\t1\n丁\t十二年一贯制\t\t600\t300\t200\t1\n戊\t完全中学\t\t\t600\t500\t1\n");
  const auto& units = outcome.result.split.units;
  const auto expect_ratio = [&](const char* school, Stage stage, std::uint64_t weight, std::uint64_t total) {
    const std::size_t u = outcome.unit(school, stage);
    ASSERT_NE(u, kNowhere);
    // weight/total as fractions: the scale is the core's own business
    EXPECT_EQ(units.share[u].weight * total, weight * units.share[u].total) << school;
  };
  expect_ratio("丙", Stage::primary, 100, 104000);
  expect_ratio("丙", Stage::middle, 110, 104000);
  expect_ratio("丁", Stage::primary, 100, 119400);
  expect_ratio("丁", Stage::middle, 110, 119400);
  expect_ratio("戊", Stage::middle, 100, 120000);
}

TEST(Units, ExclusionsAreListedWithTheirReason) {
  const Outcome outcome(
      kStagedHeader +
      "甲\t小学\t100\t\t\t\t1\n特\t特殊教育学校\t80\t\t\t\t1\n职\t职业中学\t80\t\t\t\t1\n点\t教学点\t49\t\t\t\t1\n"
      "大点\t教学点\t50\t\t\t\t1\n高\t高级中学\t800\t\t\t\t1\n幼\t幼儿园\t80\t\t\t\t1\n");
  EXPECT_EQ(units_of(outcome, Stage::primary), (Names{"甲", "大点"}));
  EXPECT_TRUE(units_of(outcome, Stage::middle).empty());
  EXPECT_EQ(left_out(outcome), "特:excluded 职:excluded 点:excluded 高:no_evaluated_stage 幼:no_evaluated_stage ");
  for (const auto& each : outcome.result.split.left_out) {
    if (each.why != LeftOut::excluded) continue;
    EXPECT_EQ(test::quality().exclusions[each.rule].type, outcome.result.roster.type[each.row]);
  }
}

TEST(Units, NoPupilsIsListedAndNotEvaluated) {
  const Outcome outcome(kStagedHeader +
                        "甲\t小学\t100\t\t\t\t700\n空\t小学\t0\t\t\t\t700\n新\t九年一贯制\t\t0\t40\t\t1\n");
  EXPECT_EQ(units_of(outcome, Stage::primary), (Names{"甲"}));
  EXPECT_EQ(units_of(outcome, Stage::middle), (Names{"新"}));
  EXPECT_EQ(left_out(outcome), "空:no_pupils 新:no_pupils ");
}

TEST(Units, AStageWithoutPupilsTakesNoPartOfTheResources) {
  const Outcome outcome(kStagedHeader + "新\t九年一贯制\t\t0\t40\t\t400\n");
  EXPECT_DOUBLE_EQ(outcome.value("新", Stage::middle, "sports_area"), 10.0);
}

TEST(Units, UnknownEnrolmentIsNotZero) {
  const Outcome outcome(kStagedHeader + "甲\t小学\t—\t\t\t\t700\n丙\t九年一贯制\t\t600\t\t\t5200\n");
  const std::size_t u = outcome.unit("甲", Stage::primary);
  ASSERT_NE(u, kNowhere) << left_out(outcome);
  EXPECT_EQ(outcome.result.split.units.pupils[u], junheng::kUnknownPupils);
  EXPECT_EQ(outcome.unit_verdict("甲", Stage::primary), junheng::Verdict::unknown);
  EXPECT_TRUE(std::isnan(outcome.value("丙", Stage::primary, "sports_area"))) << "the school cannot be split";
  EXPECT_EQ(outcome.result.verdict, junheng::Verdict::unknown);
}

TEST(Units, ATeachingPointOfUnknownSizeIsNotExcluded) {
  const Outcome outcome(kStagedHeader + "甲\t小学\t100\t\t\t\t700\n点\t教学点\t\t\t\t\t700\n");
  for (const auto& each : outcome.result.split.left_out)
    EXPECT_NE(each.why, LeftOut::excluded);
  EXPECT_NE(outcome.part("resources").verdict, junheng::Verdict::pass);
}

TEST(Units, WithoutATypeTheStageComesFromTheStageColumn) {
  const Outcome outcome(
      "学校名称\t学段\t在校生数\t体育运动场馆面积\n实验学校\t小学\t100\t800\n实验学校\t初中\t50\t600\n");
  EXPECT_EQ(units_of(outcome, Stage::primary), (Names{"实验学校"}));
  EXPECT_EQ(units_of(outcome, Stage::middle), (Names{"实验学校"}));
  EXPECT_DOUBLE_EQ(outcome.value("实验学校", Stage::primary, "sports_area"), 8.0) << "the row's own number, not split";
  EXPECT_DOUBLE_EQ(outcome.value("实验学校", Stage::middle, "sports_area"), 12.0);
  EXPECT_EQ(outcome.issues(IssueCode::duplicate_unit), 0U);
}

TEST(Units, ASchoolThatCannotBePlacedKeepsTheCountyFromBeingJudged) {
  const Outcome outcome("学校名称\t学校类型\t在校生数\n甲\t小学\t100\n第一中学\t\t900\n");
  EXPECT_EQ(outcome.issues(IssueCode::stage_unknown), 1U) << test::issue_names(outcome.result.issues);
  ASSERT_EQ(outcome.result.split.unplaced.size(), 1U);
  EXPECT_EQ(outcome.result.split.unplaced[0], 1U);
  EXPECT_NE(left_out(outcome).find("第一中学:unplaced"), std::string::npos) << left_out(outcome);
  EXPECT_TRUE(test::has_reason(outcome.part("resources"), junheng::ReasonCode::rows_unplaced));
}

TEST(Units, PupilsInAStageTheTypeDoesNotHave) {
  const Outcome outcome(kStagedHeader + "甲\t小学\t\t100\t20\t\t700\n");
  ASSERT_TRUE(outcome.issue(IssueCode::stage_conflict).has_value()) << test::issue_names(outcome.result.issues);
  EXPECT_EQ(outcome.issue(IssueCode::stage_conflict)->line, 2U);
}

TEST(Units, TheSameUnitTwiceIsSaid) {
  const Outcome outcome(kStagedHeader +
                        "甲\t小学\t100\t\t\t\t700\n乙\t小学\t100\t\t\t\t700\n甲\t小学\t100\t\t\t\t700\n");
  ASSERT_TRUE(outcome.issue(IssueCode::duplicate_unit).has_value()) << test::issue_names(outcome.result.issues);
  EXPECT_EQ(outcome.issue(IssueCode::duplicate_unit)->line, 4U);
  const Outcome two_counties("区县\t学校名称\t学校类型\t在校生数\n甲县\t实验\t小学\t1\n乙县\t实验\t小学\t1\n");
  EXPECT_EQ(two_counties.issues(IssueCode::duplicate_unit), 0U);
}

TEST(Units, OrderedByCountyStageAndRow) {
  const Outcome outcome(
      "区县\t学校名称\t学校类型\t在校生数\t在校生数(小学)\t在校生数(初中)"
      "\n乙县\t1\t初中\t10\t\t\n甲县\t2\t小学\t10\t\t\n"
      "乙县\t3\t九年一贯制\t\t10\t10\n甲县\t4\t小学\t10\t\t\n乙县\t5\t小学\t10\t\t\n");
  std::string order;
  for (std::size_t u = 0; u < outcome.result.split.units.size(); ++u)
    order.append(outcome.school(u));
  EXPECT_EQ(order, "351324");
  const auto& stages = outcome.result.split.stages;
  ASSERT_EQ(stages.size(), 4U) << "every stage of every county, the empty one of 甲县 too";
  EXPECT_EQ(stages[0].begin, 0U);
  for (std::size_t s = 1; s < stages.size(); ++s)
    EXPECT_EQ(stages[s].begin, stages[s - 1].end);
  EXPECT_EQ(stages[3].begin, stages[3].end);
}

}  // namespace
