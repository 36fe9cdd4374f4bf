// SPDX-License-Identifier: MIT
//
// Assumptions with more than one part: everything moved, two stages of one field, several new schools. What is assumed is
// what the table with those numbers would be.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "junheng/junheng.h"
#include "junheng/scenario.h"
#include "support/outcome.h"

using junheng::Change;
using junheng::Evaluation;
using junheng::kAddedLine;
using junheng::kNoLine;
using junheng::kNoStage;
using junheng::Scenario;
using junheng::Stage;
using test::Outcome;

namespace {

constexpr auto kPrimary = static_cast<std::uint8_t>(Stage::primary);
constexpr auto kMiddle = static_cast<std::uint8_t>(Stage::middle);

std::uint16_t field(const char* id) {
  return test::library().vocabulary.field(id).value_or(0);
}

// ---- amounts that go from one school to another -----------------------------------------------------------------------------

struct Amounts {
  const char* what;
  const char* id;
  const char* there;
  const char* beside;
  const char* amount;
  const char* result;  ///< "from to", or "" where it is refused

  friend void PrintTo(const Amounts& one, std::ostream* out) { *out << one.what; }
};

class Moving : public testing::TestWithParam<Amounts> {};

TEST_P(Moving, KeepsTheSumExactly) {
  const Amounts& one = GetParam();
  const auto moved = junheng::move_amount(test::library().vocabulary, field(one.id), one.there, one.beside, one.amount);
  EXPECT_EQ(moved ? moved->from + " " + moved->to : std::string(), one.result);
}

INSTANTIATE_TEST_SUITE_P(
    Each, Moving,
    testing::Values(Amounts{"everything", "degree_teachers", "60", "40", "60", "0 100"},
                    Amounts{"everything to a school that has none", "degree_teachers", "60", "", "60", "0 60"},
                    Amounts{"everything to a school with a blank", "degree_teachers", "60", "  ", "60", "0 60"},
                    Amounts{"nothing", "degree_teachers", "60", "40", "0", "60 40"},
                    Amounts{"nothing of nothing", "degree_teachers", "0", "40", "0", "0 40"},
                    Amounts{"one more than there are", "degree_teachers", "60", "40", "61", ""},
                    Amounts{"a hundredth more than there is", "teaching_area", "60", "40", "60.01", ""},
                    Amounts{"everything in hundredths", "teaching_area", "60.25", "0.75", "60.25", "0 61"},
                    Amounts{"three scales", "teaching_area", "1.5", "0.25", "0.125", "1.375 0.375"},
                    Amounts{"thousands marks", "teaching_area", "1,000.50", "2,000", "0.5", "1000 2000.5"},
                    Amounts{"the sum at the bound", "teaching_area", "499999999999", "500000000000", "499999999999",
                            "0 999999999999"},
                    Amounts{"no number there", "degree_teachers", "—", "40", "1", ""},
                    Amounts{"no number beside", "degree_teachers", "60", "—", "1", ""},
                    Amounts{"less than nothing there", "degree_teachers", "-60", "40", "1", ""},
                    Amounts{"less than nothing beside", "degree_teachers", "60", "-40", "1", ""},
                    Amounts{"a percentage of people", "degree_teachers", "60", "40", "5%", ""}),
    [](const auto& info) { return "Case" + std::to_string(info.index); });

// ---- scenarios --------------------------------------------------------------------------------------------------------------

const std::string kHeader = "学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t骨干教师数(小学)\t骨干教师数(初中)\n";
const std::string kRows = "甲\t九年一贯制\t600\t400\t6\t8\n乙\t九年一贯制\t500\t300\t10\t3\n";

Change set(std::uint32_t line, const char* id, const char* text, std::uint8_t stage = kNoStage) {
  return {Change::Kind::set, line, id, stage, text};
}

Evaluation assumed(const std::string& table, const std::vector<Change>& changes) {
  return evaluate_scenario(Outcome(table).result, Scenario{"x", changes});
}

std::string json(const Evaluation& evaluation) {
  return evaluation_json(evaluation, test::library(), junheng::Detail::full);
}

/// What a scenario makes of a table, against the table that somebody would have typed.
void expect_same(const std::vector<Change>& changes, const std::string& rows) {
  EXPECT_EQ(json(assumed(kHeader + kRows, changes)), json(Outcome(kHeader + rows).result));
}

TEST(Scenarios, TwoStagesOfOneFieldAreTwoCells) {
  expect_same({set(2, "backbone_teachers", "7", kPrimary), set(2, "backbone_teachers", "9", kMiddle)},
              "甲\t九年一贯制\t600\t400\t7\t9\n乙\t九年一贯制\t500\t300\t10\t3\n");
  expect_same({set(2, "backbone_teachers", "9", kMiddle), set(3, "backbone_teachers", "2", kMiddle)},
              "甲\t九年一贯制\t600\t400\t6\t9\n乙\t九年一贯制\t500\t300\t10\t2\n");
  expect_same({set(2, "pupils", "700", kPrimary), set(3, "pupils", "200", kMiddle)},
              "甲\t九年一贯制\t700\t400\t6\t8\n乙\t九年一贯制\t500\t200\t10\t3\n");
}

TEST(Scenarios, EverythingOfOneSchoolGoesToAnother) {
  expect_same({set(2, "backbone_teachers", "0", kPrimary), set(3, "backbone_teachers", "16", kPrimary)},
              "甲\t九年一贯制\t600\t400\t0\t8\n乙\t九年一贯制\t500\t300\t16\t3\n");
}

TEST(Scenarios, TheLaterChangeOfOneCellWins) {
  expect_same({set(2, "backbone_teachers", "1", kPrimary), set(2, "backbone_teachers", "2", kMiddle),
               set(2, "backbone_teachers", "5", kPrimary)},
              "甲\t九年一贯制\t600\t400\t5\t2\n乙\t九年一贯制\t500\t300\t10\t3\n");
}

TEST(Scenarios, TheCellOfAStageIsReadByItsStage) {
  const Evaluation base = Outcome(kHeader + kRows).result;
  const Scenario scenario{"x", {set(2, "backbone_teachers", "7", kPrimary), set(3, "backbone_teachers", "4", kMiddle)}};
  const auto cell = [&](std::uint32_t line, std::uint8_t stage) {
    return scenario_cell(base, scenario, line, field("backbone_teachers"), stage);
  };
  EXPECT_EQ(cell(2, kPrimary), "7");
  EXPECT_EQ(cell(2, kMiddle), "8");
  EXPECT_EQ(cell(3, kPrimary), "10");
  EXPECT_EQ(cell(3, kMiddle), "4");
  EXPECT_EQ(cell(2, kNoStage), "") << "there is no column of the whole school";
}

/// A stage for which the table has no column gets one of its own, beside that of the other stage.
TEST(Scenarios, AStageWithoutAColumnGetsOne) {
  const std::string header = "学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t骨干教师数(小学)\n";
  const std::string row = "甲\t九年一贯制\t600\t400\t6";
  const Evaluation with = assumed(header + row + "\n", {set(2, "backbone_teachers", "9", kMiddle)});
  const Outcome typed("学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t骨干教师数(小学)\t骨干教师数(初中)\n" + row +
                      "\t9\n");
  for (const Stage stage : {Stage::primary, Stage::middle}) {
    const std::size_t unit = typed.unit("甲", stage);
    EXPECT_EQ(with.indicators[1].value[unit], typed.result.indicators[1].value[unit]);
  }
}

TEST(Scenarios, SeveralNewSchoolsHaveLinesOfTheirOwn) {
  const auto add = [](const char* name) { return Change{Change::Kind::add, kNoLine, {}, kNoStage, name}; };
  std::vector<Change> changes = {add("丙"), add("丁"), add("戊")};
  for (std::uint32_t i = 0; i < 3; ++i) {
    changes.push_back(set(kAddedLine + i, "type", "小学"));
    changes.push_back(set(kAddedLine + i, "pupils", i == 0 ? "100" : i == 1 ? "200" : "300", kPrimary));
  }
  changes.push_back({Change::Kind::close, kAddedLine + 1, {}, kNoStage, {}});
  const Evaluation evaluation = assumed(kHeader + kRows, changes);
  ASSERT_EQ(evaluation.roster.rows(), 4U);
  EXPECT_EQ(evaluation.roster.line, (std::vector<std::uint32_t>{2, 3, kAddedLine, kAddedLine + 2}));
  EXPECT_EQ(evaluation.table.at(evaluation.roster.school[2]), "丙");
  EXPECT_EQ(evaluation.table.at(evaluation.roster.school[3]), "戊");
  EXPECT_EQ(evaluation.split.units.pupils, (std::vector<std::uint32_t>{600, 500, 100, 300, 400, 300}));
}

TEST(Scenarios, AClosedSchoolIsGoneAndTheOthersAreAsTheyWere) {
  const Evaluation evaluation = assumed(kHeader + kRows, {{Change::Kind::close, 2, {}, kNoStage, {}}});
  const Outcome typed(kHeader + "乙\t九年一贯制\t500\t300\t10\t3\n");
  ASSERT_EQ(evaluation.roster.rows(), 1U);
  EXPECT_EQ(evaluation.roster.line[0], 3U);
  EXPECT_EQ(evaluation.indicators[1].value, typed.result.indicators[1].value);
  EXPECT_EQ(assumed(kHeader + kRows,
                    {{Change::Kind::close, 2, {}, kNoStage, {}}, set(2, "backbone_teachers", "99", kPrimary)})
                .roster.rows(),
            1U)
      << "a number does not open it again";
}

}  // namespace
