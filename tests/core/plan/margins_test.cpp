// SPDX-License-Identifier: MIT
// How far verdicts are from tipping, against every smaller number in every cell.
#include "junheng/margins.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "base/decimal_ratio.h"
#include "junheng/insight.h"
#include "junheng/lookup.h"
#include "junheng/scenario.h"
#include "support/outcome.h"
#include "support/random.h"
#include "support/sheet.h"

namespace junheng {
namespace {

using test::Random;

Evaluation with(const Evaluation& base, std::uint32_t row, std::uint16_t field, std::int64_t number) {
  const std::string text = std::to_string(number);
  return evaluate_scenario(
      base, {"", {{Change::Kind::set, base.roster.line[row], base.vocabulary->fields[field].id, kNoStage, text}}});
}

/// Small schools, so that a teacher more or less counts.
test::Sheet random_sheet(Random& random) {
  test::Sheet sheet = test::quality_sheet();
  const std::int64_t schools = random.between(2, 4);
  for (std::int64_t i = 0; i < schools; ++i) {
    std::vector<std::string> row =
        test::good_row("第" + std::to_string(i + 1) + "小学", "小学", random.between(80, 300));
    for (const std::size_t column : {0U, 1U, 2U, 6U}) {
      std::string& cell = row[test::kFirstResource + column];
      cell = test::digits(std::max<std::int64_t>(1, std::stoll(cell) + random.between(-3, 6)));
    }
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

TEST(Margins, OfCoefficientsAreTheSmallestNumbers) {
  constexpr int kCounties = 12;
  constexpr std::int64_t kTried = 6;
  Random random(21);
  int tipped = 0;
  for (int county = 0; county < kCounties; ++county) {
    const test::Outcome outcome(random_sheet(random).tsv());
    const Evaluation& base = outcome.result;
    const std::size_t stage = outcome.stage(Stage::primary);
    const StageMargins margins = margins_of(base, stage);
    for (const std::size_t i : {std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{6}}) {
      const CvMargin& margin = margins.indicators[i];
      const Verdict verdict = base.balance[stage].indicators[i].verdict;
      EXPECT_EQ(margin.margin >= 0, verdict == Verdict::pass);
      const std::int64_t by = margin.first ? margin.first->by.mantissa : kTried + 1;
      const std::uint16_t field = base.standard->indicators[i].resource[*base.indicators[i].alternative].terms[0].field;
      for (std::uint32_t row = 0; row < base.roster.rows(); ++row) {
        const std::int64_t now = std::stoll(cell_of(base, row, *column_of(base, field)));
        for (std::int64_t less = -std::min(now, kTried); less <= kTried; ++less) {
          if (less == 0 || std::abs(less) >= std::abs(by)) continue;
          EXPECT_EQ(with(base, row, field, now + less).balance[stage].indicators[i].verdict, verdict)
              << county << " row " << row << " by " << less << " and the margin says " << by;
        }
      }
      if (!margin.first) continue;
      ++tipped;
      const TippingCell& cell = *margin.first;
      const std::int64_t now = std::stoll(cell_of(base, cell.row, *column_of(base, cell.field)));
      EXPECT_NE(with(base, cell.row, cell.field, now + by).balance[stage].indicators[i].verdict, verdict);
    }
    for (std::size_t unit = 0; unit < margins.units.size(); ++unit) {
      if (!margins.units[unit]) continue;
      const TippingCell& cell = *margins.units[unit];
      if (cell.by.scale > 0) continue;
      const std::int64_t now = std::stoll(cell_of(base, cell.row, *column_of(base, cell.field)));
      EXPECT_NE(with(base, cell.row, cell.field, now + cell.by.mantissa).unit_verdict[cell.unit],
                base.unit_verdict[cell.unit]);
    }
  }
  EXPECT_GT(tipped, kCounties);
}

/// Every number in every cell that is a smaller part of it, up to so many: the mean is within its limit as before, or over it.
TEST(Margins, OfTheMeanAreTheSmallestParts) {
  constexpr int kCounties = 10;
  constexpr std::int64_t kTried = 8;
  Random random(22);
  int tipped = 0;
  for (int county = 0; county < kCounties; ++county) {
    const test::Outcome outcome(test::random_basic_sheet(random, random.between(2, 4)).tsv(), test::basic());
    const Evaluation& base = outcome.result;
    const std::size_t stage = outcome.stage(Stage::primary);
    const Verdict verdict = base.balance[stage].composite_verdict;
    const StageMargins margins = margins_of(base, stage);
    ASSERT_TRUE(margins.mean);
    EXPECT_EQ(margins.mean->margin >= 0, verdict == Verdict::pass);
    const auto number = [&](std::uint32_t row, std::uint16_t field) {
      return std::stoll(cell_of(base, row, *column_of(base, field)));
    };
    const auto verdict_with = [&](const TippingCell& cell, Decimal by) {
      const std::string text = to_text(*sum_of(Decimal{number(cell.row, cell.field), 0}, by));
      const std::string& field = base.vocabulary->fields[cell.field].id;
      const Change change{Change::Kind::set, base.roster.line[cell.row], field, kNoStage, text};
      return evaluate_scenario(base, {"", {change}}).balance[stage].composite_verdict;
    };
    double part = std::numeric_limits<double>::infinity();
    if (margins.mean->first) {
      ++tipped;
      const TippingCell& cell = *margins.mean->first;
      part = std::abs(to_double(cell.by)) / static_cast<double>(number(cell.row, cell.field));
      EXPECT_NE(verdict_with(cell, cell.by), verdict);
      const Decimal step{cell.by.mantissa < 0 ? 1 : -1,
                         static_cast<std::uint8_t>(decimals_to_be_had(base.vocabulary->fields[cell.field]))};
      EXPECT_EQ(verdict_with(cell, *sum_of(cell.by, step)), verdict);
    }
    for (std::size_t i = 0; i < base.standard->indicators.size(); ++i) {
      const std::uint16_t field = base.standard->indicators[i].resource[*base.indicators[i].alternative].terms[0].field;
      for (std::uint32_t row = 0; row < base.roster.rows(); ++row) {
        const std::int64_t now = number(row, field);
        for (std::int64_t by = -std::min(now, kTried); by <= kTried; ++by) {
          if (by == 0 || std::abs(static_cast<double>(by)) >= part * static_cast<double>(now)) continue;
          EXPECT_EQ(with(base, row, field, now + by).balance[stage].composite_verdict, verdict)
              << county << " row " << row << " by " << by;
        }
      }
    }
  }
  EXPECT_GT(tipped, kCounties / 2);
}

TEST(Margins, SayWhichCellTipsTheStage) {
  test::Sheet sheet = test::quality_sheet();
  for (const char* const name : {"甲", "乙", "丙"})
    sheet.rows.push_back(test::good_row(name, "小学", 500));
  // 22 teachers of 500 pupils are 4.4 per hundred and 20 are 4.0; a second value is below its own threshold already.
  sheet.rows[1][test::kFirstResource] = "22";
  sheet.rows[1][test::kFirstResource + 3] = "2200";
  const test::Outcome outcome(sheet.tsv());
  const std::size_t stage = outcome.stage(Stage::primary);
  ASSERT_EQ(outcome.result.stages[stage].verdict, Verdict::pass);
  const StageMargins margins = margins_of(outcome.result, stage);
  ASSERT_TRUE(margins.stage);
  EXPECT_EQ(outcome.result.vocabulary->fields[margins.stage->field].id, "degree_teachers");
  EXPECT_EQ(margins.stage->row, 1U);
  EXPECT_EQ(to_text(margins.stage->by), "-2");
  EXPECT_NEAR(margins.indicators[0].margin, 0.5 - outcome.balance(Stage::primary, "degree_teachers").spread.cv, 1e-15);
}

}  // namespace
}  // namespace junheng
