// SPDX-License-Identifier: MIT
#include "junheng/scenario.h"

#include <gtest/gtest.h>

#include "junheng/insight.h"
#include "junheng/junheng.h"
#include "support/files.h"

namespace junheng {
namespace {

const std::string kHeader = "区县\t学校名称\t学校类型\t在校生数\t高于规定学历教师数\t教学及辅助用房面积（万㎡）\n";

class ScenarioTest : public testing::Test {
 protected:
  Evaluation evaluated(const std::string& table) const {
    return evaluate(table, *library_.standard("quality-2017"), library_.vocabulary);
  }
  std::string json(const Evaluation& e) const {
    const Asked asked{.explain_values = true, .encoding = {}, .remarks = {}};
    return evaluation_json(e, library_, Detail::full, &asked);
  }
  static Change set(std::uint32_t line, const char* field, const char* text, std::uint8_t stage = kNoStage) {
    return {Change::Kind::set, line, field, stage, text};
  }
  Library library_ = load_library();
  std::string row_a_ = "某县\t甲\t小学\t1000\t42\t0.5\n";
  std::string row_b_ = "某县\t乙\t初级中学\t500\t30\t0.4\n";
};

TEST_F(ScenarioTest, WithoutChangesIsTheSameEvaluation) {
  const Evaluation base = evaluated(test::source_file("public/samples/sample-county.tsv"));
  EXPECT_EQ(json(evaluate_scenario(base, {})), json(base));
}

TEST_F(ScenarioTest, IsWhatTheChangedTableWouldBe) {
  const Evaluation base = evaluated(kHeader + row_a_ + row_b_);
  const Scenario scenario{"x", {set(2, "degree_teachers", "50"), set(3, "pupils", "600"), set(3, "pupils", "650")}};
  const Evaluation assumed = evaluate_scenario(base, scenario);
  const Evaluation changed =
      evaluated(kHeader + "某县\t甲\t小学\t1000\t50\t0.5\n" + "某县\t乙\t初级中学\t650\t30\t0.4\n");
  EXPECT_EQ(json(assumed), json(changed));
  EXPECT_EQ(scenario_cell(base, scenario, 3, *library_.vocabulary.field("pupils"), kNoStage), "650");
  EXPECT_EQ(scenario_cell(base, {}, 3, *library_.vocabulary.field("pupils"), kNoStage), "500");
  EXPECT_EQ(scenario_cell(base, {}, 9, *library_.vocabulary.field("pupils"), kNoStage), "");
}

TEST_F(ScenarioTest, SchoolsAreClosedAndAddedAndKeepTheirLines) {
  const Evaluation base = evaluated(kHeader + row_a_ + row_b_ + "合计\t\t\t1500\t72\t0.9\n");
  Scenario scenario{"x",
                    {{Change::Kind::close, 2, {}, kNoStage, {}}, {Change::Kind::add, kNoLine, {}, kNoStage, "丙小学"}}};
  scenario.changes.push_back(set(kAddedLine, "pupils", "300"));
  scenario.changes.push_back(set(kAddedLine, "county", "某县"));
  scenario.changes.push_back(set(kAddedLine, "type", "小学"));
  const Evaluation assumed = evaluate_scenario(base, scenario);
  ASSERT_EQ(assumed.roster.rows(), 2U) << "totals are those of the real schools";
  EXPECT_EQ(assumed.roster.line[0], 3U);
  EXPECT_EQ(assumed.roster.line[1], kAddedLine);
  EXPECT_EQ(assumed.table.at(assumed.roster.school[1]), "丙小学");
  EXPECT_EQ(assumed.split.units.pupils[0], 300U);
}

TEST_F(ScenarioTest, AFieldThatTheTableHasNotGetsAColumn) {
  const Evaluation base = evaluated(kHeader + row_a_);
  const Evaluation assumed = evaluate_scenario(base, {"x", {set(2, "backbone_teachers", "12")}});
  EXPECT_EQ(assumed.indicators[1].value[0], 1.2);
}

TEST_F(ScenarioTest, NumbersAreInTheUnitOfTheColumn) {
  const Evaluation base = evaluated(kHeader + row_a_);
  const Evaluation assumed = evaluate_scenario(base, {"x", {set(2, "teaching_area", "0.6")}});
  EXPECT_EQ(assumed.indicators[3].value[0], 6.0);
}

TEST_F(ScenarioTest, WhatIsNotThereChangesNothing) {
  const Evaluation base = evaluated(kHeader + row_a_);
  const Scenario scenario{
      "x", {set(99, "pupils", "1"), set(2, "no_field", "1"), {Change::Kind::close, 77, {}, kNoStage, {}}}};
  EXPECT_EQ(json(evaluate_scenario(base, scenario)), json(base));
}

TEST_F(ScenarioTest, TheFactsOfTheCountyStillHold) {
  Request request;
  request.county = R"({"G1": "是"})";
  const Evaluation base = evaluate(kHeader + row_a_, *library_.standard("quality-2017"), library_.vocabulary, request);
  const Evaluation assumed = evaluate_scenario(base, {"x", {set(2, "pupils", "900")}}, request);
  EXPECT_EQ(assumed.counties[0].parts[1].items[0].verdict, Verdict::pass);
}

TEST_F(ScenarioTest, MovingKeepsTheSum) {
  const Vocabulary& words = library_.vocabulary;
  const std::uint16_t teachers = *words.field("degree_teachers");
  const std::uint16_t area = *words.field("teaching_area");
  const auto moved = move_amount(words, teachers, "60", "40", "5");
  ASSERT_TRUE(moved);
  EXPECT_EQ(moved->from, "55");
  EXPECT_EQ(moved->to, "45");
  const auto parts = move_amount(words, area, "1,000.50", "", "0.25");
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->from, "1000.25");
  EXPECT_EQ(parts->to, "0.25");
  EXPECT_FALSE(move_amount(words, teachers, "4", "1", "5")) << "more than there are";
  EXPECT_FALSE(move_amount(words, teachers, "无数", "1", "1"));
  EXPECT_FALSE(move_amount(words, teachers, "60", "40", "-5"));
  EXPECT_FALSE(move_amount(words, teachers, "60", "40", "很多"));
}

}  // namespace
}  // namespace junheng
