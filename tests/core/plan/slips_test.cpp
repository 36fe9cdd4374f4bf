// SPDX-License-Identifier: MIT
// What a slip of a cell makes of a stage, against the engine with that number in the table.
#include "junheng/slips.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "base/decimal_ratio.h"
#include "junheng/insight.h"
#include "junheng/lookup.h"
#include "junheng/margins.h"
#include "junheng/scenario.h"
#include "support/outcome.h"
#include "support/random.h"
#include "support/sheet.h"

namespace junheng {
namespace {

using test::Random;

/// Some schools that are near their limits, so that small slips tip something.
test::Sheet random_sheet(Random& random, int schools) {
  test::Sheet sheet = test::quality_sheet();
  sheet.header[test::kFirstResource + 3] = "教学及辅助用房面积（净）（万㎡）";
  for (int i = 0; i < schools; ++i) {
    std::vector<std::string> row =
        test::good_row("第" + std::to_string(i + 1) + "小学", "小学", random.between(60, 900));
    for (std::size_t column = test::kFirstResource; column < row.size(); ++column) {
      const std::int64_t percent = random.one_in(30) ? 0 : random.between(60, random.one_in(4) ? 400 : 130);
      row[column] = test::digits(std::stoll(row[column]) * percent / 100, column == test::kFirstResource + 3 ? 4 : 0);
    }
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

/// Where all schools become alike, what is left is the root of what is rounded away.
constexpr double kNearZero = 1e-8;

/// Of each cell every slip, through the table.
void against_engine(const Evaluation& base, std::size_t stage, std::set<Slip>& seen, int& enrolments) {
  for (const SlipEffect& effect : slips_of(base, stage)) {
    const std::string to = effect.to ? to_text(*effect.to) : std::string();
    const Change change{Change::Kind::set, base.roster.line[effect.row], base.vocabulary->fields[effect.field].id,
                        effect.column_stage, to};
    const Evaluation e = evaluate_scenario(base, {"", {change}});
    const std::string what = base.vocabulary->fields[effect.field].id + " " + to_text(effect.from) + " → " + to;
    seen.insert(effect.slip);
    enrolments += base.vocabulary->fields[effect.field].id == "pupils" ? 1 : 0;
    EXPECT_EQ(e.stages[stage].verdict, effect.stage_verdict) << what;
    EXPECT_EQ(e.unit_verdict[effect.unit], effect.unit_verdict) << what;
    EXPECT_EQ(e.balance[stage].composite_verdict, effect.mean_verdict) << what;
    if (effect.mean_verdict == Verdict::pass || effect.mean_verdict == Verdict::fail) {
      EXPECT_NEAR(e.balance[stage].composite_cv, effect.mean_cv, kNearZero) << what;
    }
    for (const SlippedIndicator& one : effect.indicators) {
      const Balance& balance = e.balance[stage].indicators[one.indicator];
      EXPECT_EQ(balance.verdict, one.cv_verdict) << what;
      EXPECT_EQ(e.indicators[one.indicator].verdict[effect.unit], one.verdict) << what;
      EXPECT_EQ(std::isnan(balance.spread.cv), std::isnan(one.cv)) << what;
      if (!std::isnan(one.cv)) {
        EXPECT_NEAR(balance.spread.cv, one.cv, balance.spread.cv > kNearZero ? 1e-10 : kNearZero) << what;
      }
    }
    EXPECT_TRUE(effect.tips || e.balance[stage].composite_verdict == base.balance[stage].composite_verdict) << what;
    const bool tips_stage = e.stages[stage].verdict != base.stages[stage].verdict;
    EXPECT_EQ(effect.tips_stage, tips_stage) << what;
  }
}

TEST(Slips, OfEveryCellAreWhatTheEngineSays) {
  /// Each is evaluated anew some five hundred times.
  constexpr int kCounties = 8;
  Random random(5);
  std::set<Slip> seen;
  int enrolments = 0;
  for (int i = 0; i < kCounties; ++i) {
    const test::Outcome outcome(random_sheet(random, static_cast<int>(random.between(2, 9))).tsv());
    against_engine(outcome.result, outcome.stage(Stage::primary), seen, enrolments);
  }
  EXPECT_EQ(seen.size(), kIds<Slip>.size()) << "every kind of slip came up";
  EXPECT_GT(enrolments, kCounties * 10);
}

/// Coefficients that are the limit itself, to the last digit: 1 and 3 have a mean of 2 and deviate by 1.
TEST(Slips, AroundTheLimitItselfAreWhatTheEngineSays) {
  test::Sheet sheet = test::quality_sheet();
  for (const std::int64_t of_three : {1, 3, 1, 3}) {
    std::vector<std::string> row = test::good_row("第" + std::to_string(sheet.rows.size() + 1) + "小学", "小学", 500);
    for (std::size_t column = test::kFirstResource; column < row.size(); ++column)
      row[column] = test::digits(std::stoll(row[column]) / 2 * of_three);
    sheet.rows.push_back(std::move(row));
  }
  const test::Outcome outcome(sheet.tsv());
  const std::size_t stage = outcome.stage(Stage::primary);
  for (const Balance& balance : outcome.result.balance[stage].indicators)
    ASSERT_NEAR(balance.spread.cv, 0.5, 1e-15);
  std::set<Slip> seen;
  int enrolments = 0;
  against_engine(outcome.result, stage, seen, enrolments);
}

TEST(Slips, WhereTheMeanIsJudgedAreWhatTheEngineSays) {
  constexpr int kCounties = 6;
  Random random(6);
  std::set<Slip> seen;
  int enrolments = 0;
  std::size_t tipping = 0;
  for (int i = 0; i < kCounties; ++i) {
    const test::Outcome outcome(test::random_basic_sheet(random, random.between(2, 7)).tsv(), test::basic());
    const std::size_t stage = outcome.stage(Stage::primary);
    against_engine(outcome.result, stage, seen, enrolments);
    tipping += cells_to_visit(outcome.result, stage, 20).size();
  }
  EXPECT_GT(seen.size(), 8U);
  EXPECT_GT(enrolments, kCounties);
  EXPECT_GT(tipping, 20U);
}

/// All coefficients are the limit of their mean, to the last digit: 7 and 33 have a mean of 20 and deviate by 13.
TEST(Slips, AroundTheLimitOfTheMeanAreWhatTheEngineSays) {
  test::Sheet sheet = test::basic_sheet();
  for (const std::int64_t part : {7, 33, 7, 33}) {
    std::vector<std::string> row{"第" + std::to_string(sheet.rows.size() + 1) + "小学", "小学", "500"};
    for (std::size_t column = row.size(); column < sheet.header.size(); ++column)
      row.push_back(test::digits(part * 10));
    sheet.rows.push_back(std::move(row));
  }
  const test::Outcome outcome(sheet.tsv(), test::basic());
  const std::size_t stage = outcome.stage(Stage::primary);
  ASSERT_NEAR(outcome.result.balance[stage].composite_cv, 0.65, 1e-15);
  ASSERT_EQ(outcome.result.balance[stage].composite_verdict, Verdict::pass);
  std::set<Slip> seen;
  int enrolments = 0;
  against_engine(outcome.result, stage, seen, enrolments);
}

/// So many schools that one step changes a coefficient by less than what doubles tell: where it tips, the engine agrees.
TEST(Slips, InALargeCountyTipWhereTheEngineTips) {
  constexpr int kSchools = 400;
  test::Sheet sheet = test::quality_sheet();
  for (int i = 0; i < kSchools; ++i) {
    std::vector<std::string> row = test::good_row("第" + std::to_string(i + 1) + "小学", "小学", 500 + i % 7);
    for (std::size_t column = test::kFirstResource; column < row.size(); ++column)
      row[column] = test::digits(std::stoll(row[column]) * (i % 2 == 0 ? 1 : 3));
    sheet.rows.push_back(std::move(row));
  }
  const test::Outcome outcome(sheet.tsv());
  const Evaluation& base = outcome.result;
  const std::size_t stage = outcome.stage(Stage::primary);
  const StageMargins margins = margins_of(base, stage);
  int tipped = 0;
  for (const CvMargin& margin : margins.indicators) {
    if (!margin.first) continue;
    ++tipped;
    const TippingCell& cell = *margin.first;
    const std::uint16_t column = *column_of(base, cell.field);
    const Decimal now = parse_decimal(cell_of(base, cell.row, column)).value;
    const Decimal step{cell.by.mantissa > 0 ? 1 : -1,
                       static_cast<std::uint8_t>(decimals_to_be_had(base.vocabulary->fields[cell.field]))};
    const auto verdict_with = [&](Decimal number) {
      const Change change{Change::Kind::set, base.roster.line[cell.row], base.vocabulary->fields[cell.field].id,
                          cell.column_stage, to_text(number)};
      return evaluate_scenario(base, {"", {change}}).balance[stage].indicators[margin.indicator].verdict;
    };
    const Verdict before = base.balance[stage].indicators[margin.indicator].verdict;
    const Decimal tips = *sum_of(now, cell.by);
    EXPECT_NE(verdict_with(tips), before) << to_text(tips);
    EXPECT_EQ(verdict_with(*sum_of(tips, Decimal{-step.mantissa, step.scale})), before) << to_text(tips);
  }
  EXPECT_GT(tipped, 3);
}

TEST(Slips, OfASchoolOfTwoStagesCountInBoth) {
  test::Sheet sheet = test::quality_sheet();
  sheet.header[test::kPupilsColumn] = "在校生数(小学)";
  sheet.header.insert(sheet.header.begin() + test::kPupilsColumn + 1, "在校生数(初中)");
  sheet.rows = {{"甲", "九年一贯制学校", "400", "200", "60", "6", "20", "3000", "9000", "3000000", "40"},
                {"乙", "小学", "300", "", "20", "3", "10", "1400", "3000", "1000000", "20"},
                {"丙", "初中", "", "300", "20", "3", "10", "1400", "3000", "1000000", "20"}};
  const test::Outcome outcome(sheet.tsv());
  std::set<Slip> seen;
  int enrolments = 0;
  against_engine(outcome.result, outcome.stage(Stage::primary), seen, enrolments);
  against_engine(outcome.result, outcome.stage(Stage::middle), seen, enrolments);
  EXPECT_GT(seen.size(), 6U);
  EXPECT_GT(enrolments, 0) << "of the schools of one stage";
}

TEST(Slips, ACellIsVisitedOnceAndFirstWhereItTakesLeast) {
  test::Sheet sheet = test::quality_sheet();
  for (const char* const name : {"甲", "乙", "丙"})
    sheet.rows.push_back(test::good_row(name, "小学", 500));
  // One teacher fewer is below 4.2 per hundred, and a second value is below its own threshold already.
  sheet.rows[1][test::kFirstResource] = "21";
  sheet.rows[1][test::kFirstResource + 1] = "5";
  sheet.rows[1][test::kFirstResource + 3] = "2200";
  const test::Outcome outcome(sheet.tsv());
  const std::size_t stage = outcome.stage(Stage::primary);
  ASSERT_EQ(outcome.result.stages[stage].verdict, Verdict::pass);
  const auto visits = cells_to_visit(outcome.result, stage, 20);
  ASSERT_GE(visits.size(), 2U);
  // 21 teachers are 4.19 of 501 pupils too, which changes less of the number than a teacher does.
  const auto id = [&](const SlipEffect& visit) { return outcome.result.vocabulary->fields[visit.field].id; };
  EXPECT_EQ(id(visits[0]), "pupils");
  EXPECT_EQ(visits[0].slip, Slip::one_more);
  EXPECT_EQ(id(visits[1]), "degree_teachers");
  EXPECT_EQ(visits[1].slip, Slip::one_less);
  for (const SlipEffect& visit : {visits[0], visits[1]}) {
    EXPECT_EQ(visit.row, 1U);
    EXPECT_EQ(visit.stage_verdict, Verdict::fail);
  }
  std::set<std::pair<std::uint32_t, std::uint16_t>> cells;
  for (const SlipEffect& visit : visits) {
    EXPECT_TRUE(visit.tips);
    EXPECT_TRUE(cells.emplace(visit.row, visit.field).second) << "named twice";
  }
  EXPECT_EQ(cells_to_visit(outcome.result, stage, 1).size(), 1U);
}

}  // namespace
}  // namespace junheng
