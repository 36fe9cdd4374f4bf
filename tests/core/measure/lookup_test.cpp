// SPDX-License-Identifier: MIT
#include "junheng/lookup.h"

#include <gtest/gtest.h>

#include <string>

#include "junheng/formula.h"
#include "junheng/insight.h"
#include "support/outcome.h"
#include "support/sheet.h"

using junheng::kNoStage;
using junheng::Stage;
using test::Outcome;

namespace {

constexpr auto kPrimary = static_cast<std::uint8_t>(Stage::primary);
constexpr auto kMiddle = static_cast<std::uint8_t>(Stage::middle);
constexpr auto kSenior = static_cast<std::uint8_t>(Stage::senior);

/// The field of backbone teachers stands three times; the stage that is asked for last stands first.
const std::string kTable =
    "学校名称\t学校类型\t小学在校生数\t初中在校生数\t初中骨干教师数\t小学骨干教师数\t骨干教师数\n"
    "甲\t九年一贯制\t600\t300\t4\t7\t11\n"
    "乙\t小学\t500\t\t\t\t6\n"
    "丙\t初中\t\t400\t5\t\t5\n";

std::uint16_t field(std::string_view id) {
  return *test::library().vocabulary.field(id);
}

std::size_t indicator(std::string_view id) {
  const auto& all = test::quality().indicators;
  std::size_t i = 0;
  while (all[i].id != id)
    ++i;
  return i;
}

/// The header of the column from which the value of a unit is made.
std::string header_of_value(const Outcome& outcome, std::uint32_t line, Stage stage) {
  const junheng::Evaluation& e = outcome.result;
  const auto unit = junheng::unit_of(e, line, stage);
  if (!unit) return "no unit";
  const auto readings =
      junheng::readings_of_value(e, e.split.stages[stage_of(e, *unit)], indicator("backbone_teachers"), *unit);
  if (readings.size() != 1 || readings[0].from != junheng::ReadFrom::cell) return "no cell";
  const auto column = junheng::column_of(e, readings[0].term.field, readings[0].column_stage);
  return column ? std::string(e.table.at(e.table.columns[*column])) : "no column";
}

TEST(Lookup, AColumnIsThatOfItsStage) {
  const Outcome outcome(kTable);
  EXPECT_EQ(junheng::column_of(outcome.result, field("backbone_teachers"), kMiddle), 4);
  EXPECT_EQ(junheng::column_of(outcome.result, field("backbone_teachers"), kPrimary), 5);
  EXPECT_EQ(junheng::column_of(outcome.result, field("backbone_teachers")), 6);
  EXPECT_EQ(junheng::column_of(outcome.result, field("backbone_teachers"), kSenior), std::nullopt);
  EXPECT_EQ(junheng::column_of(outcome.result, field("pupils")), std::nullopt) << "it stands only once for each stage";
}

TEST(Lookup, AValueNamesTheColumnItWasReadFrom) {
  const Outcome outcome(kTable);
  EXPECT_EQ(header_of_value(outcome, 2, Stage::primary), "小学骨干教师数");
  EXPECT_EQ(header_of_value(outcome, 2, Stage::middle), "初中骨干教师数");
  EXPECT_EQ(header_of_value(outcome, 3, Stage::primary), "骨干教师数") << "nothing stands in the column of its stage";
  EXPECT_EQ(header_of_value(outcome, 4, Stage::middle), "初中骨干教师数");
}

TEST(Lookup, AnExplanationShowsTheCellOfThatColumn) {
  const std::string json = junheng::answer(kTable, R"({"standard": "quality-2017", "explain": true})", test::library());
  const auto shown = [&](const std::string& column, const std::string& found) {
    return json.find("\"column\":\"" + column + "\",\"found\":\"" + found + "\"") != std::string::npos;
  };
  EXPECT_TRUE(shown("小学骨干教师数", "7"));
  EXPECT_TRUE(shown("初中骨干教师数", "4"));
  EXPECT_TRUE(shown("骨干教师数", "6"));
  EXPECT_FALSE(shown("小学骨干教师数", "6"));
}

TEST(Lookup, AnIssueOpensTheColumnOfItsStage) {
  const std::string head =
      "学校名称\t学校类型\t小学在校生数\t初中在校生数\t初中专任教师数\t小学专任教师数\t初中骨干教师数\t小学骨干教师数"
      "\n";
  const Outcome outcome(head + "甲\t九年一贯制\t600\t300\t30\t40\t3\t41\n");
  const auto issue = outcome.issue(junheng::IssueCode::part_over_whole);
  ASSERT_TRUE(issue);
  EXPECT_EQ(issue->stage, kPrimary);
  EXPECT_EQ(junheng::column_of(outcome.result, *issue), 7);
}

TEST(Lookup, AnIssueOfAnIndicatorOpensTheColumnOfItsUnit) {
  std::string table = "学校名称\t学校类型\t小学在校生数\t初中在校生数\t小学计算机台数\t初中计算机台数\n";
  for (const char* name : {"乙", "丙", "丁", "戊"})
    table.append(name).append("\t九年一贯制\t100\t100\t10\t10\n");
  const Outcome outcome(table + "甲\t九年一贯制\t100\t100\t10\t600\n", test::basic());
  const auto issue = outcome.issue(junheng::IssueCode::outlier);
  ASSERT_TRUE(issue);
  EXPECT_EQ(issue->stage, kMiddle);
  EXPECT_EQ(junheng::column_of(outcome.result, *issue), 5);
}

TEST(Lookup, UnitsOfARowAndStagesOfUnits) {
  const Outcome outcome(kTable);
  const junheng::Evaluation& e = outcome.result;
  const auto row = junheng::row_of_line(e, 2);
  ASSERT_TRUE(row);
  const junheng::UnitByStage units = junheng::units_of(e, *row);
  EXPECT_EQ(e.split.units.row[units[kPrimary]], *row);
  EXPECT_EQ(e.split.units.row[units[kMiddle]], *row);
  EXPECT_EQ(units[kSenior], junheng::kNoUnit);
  EXPECT_EQ(e.split.stages[stage_of(e, units[kMiddle])].stage, Stage::middle);
  EXPECT_EQ(stage_of(e, 0, Stage::middle), stage_of(e, units[kMiddle]));
  EXPECT_EQ(stage_of(e, 0, Stage::senior), e.split.stages.size()) << "not evaluated";
  EXPECT_EQ(stage_of(e, static_cast<std::uint32_t>(e.split.units.size())), e.split.stages.size());
  EXPECT_EQ(junheng::unit_of(e, 3, Stage::middle), std::nullopt);
  EXPECT_EQ(junheng::unit_of(e, 99, Stage::primary), std::nullopt);
}

}  // namespace
