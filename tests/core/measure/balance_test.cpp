// SPDX-License-Identifier: MIT
// Student-weighted mean, deviation and coefficient (rules 3.2), and each unit's share of it.
#include "junheng/balance.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "support/outcome.h"
#include "support/random.h"
#include "support/sheet.h"

using junheng::Spread;
using junheng::Stage;
using junheng::Verdict;
using test::Outcome;

namespace {

using Values = std::vector<double>;
using Pupils = std::vector<std::uint32_t>;

const double kNaN = std::numeric_limits<double>::quiet_NaN();

TEST(Spread, WeightsAreThePupils) {
  const Spread spread = junheng::spread_of(Values{1, 6}, Pupils{9, 1});
  EXPECT_DOUBLE_EQ(spread.mean, 1.5);
  EXPECT_DOUBLE_EQ(spread.deviation, 1.5);
  EXPECT_DOUBLE_EQ(spread.cv, 1.0);
}

TEST(Spread, PopulationFormWithoutNMinusOne) {
  const Spread spread = junheng::spread_of(Values{1, 3}, Pupils{500, 500});
  EXPECT_DOUBLE_EQ(spread.mean, 2.0);
  EXPECT_DOUBLE_EQ(spread.deviation, 1.0);
  EXPECT_DOUBLE_EQ(spread.cv, 0.5);
}

TEST(Spread, AZeroStaysIn) {
  const Spread spread = junheng::spread_of(Values{0, 2}, Pupils{100, 100});
  EXPECT_DOUBLE_EQ(spread.mean, 1.0);
  EXPECT_DOUBLE_EQ(spread.cv, 1.0);
}

TEST(Spread, NothingOrSomethingUnknownGivesNothing) {
  for (const Spread& spread : {junheng::spread_of({}, {}), junheng::spread_of(Values{1, kNaN, 2}, Pupils{1, 1, 1})}) {
    EXPECT_TRUE(std::isnan(spread.mean));
    EXPECT_TRUE(std::isnan(spread.deviation));
    EXPECT_TRUE(std::isnan(spread.cv));
  }
}

TEST(Spread, AllZeroHasAMeanAndNoCoefficient) {
  const Spread spread = junheng::spread_of(Values{0, 0, 0}, Pupils{10, 20, 30});
  EXPECT_EQ(spread.mean, 0.0);
  EXPECT_TRUE(std::isnan(spread.cv));
}

TEST(Spread, EqualValuesHaveExactlyNoSpread) {
  for (const double value : {0.1, 4.2, 1.0 / 3.0, 9711.63}) {
    const Spread spread = junheng::spread_of(Values(17, value), Pupils(17, 381));
    EXPECT_DOUBLE_EQ(spread.mean, value);
    EXPECT_LT(spread.cv, junheng::kCvErrorBound) << value;
  }
}

/// The stated bound holds, also where the spread is a hair on a large mean.
TEST(Spread, TheErrorStaysBelowItsBound) {
  test::Random random(6);
  for (int i = 0; i < 2000; ++i) {
    const std::size_t units = 1 + random.index(400);
    const double level = std::pow(10.0, static_cast<double>(random.between(-6, 9)));
    const double width = std::pow(10.0, static_cast<double>(random.between(-9, 1)));
    Values values;
    Pupils pupils;
    for (std::size_t u = 0; u < units; ++u) {
      values.push_back(level * (1 + width * static_cast<double>(random.below(1000001)) / 1000000));
      pupils.push_back(static_cast<std::uint32_t>(1 + random.below(4000)));
    }
    long double all = 0;
    long double mean = 0;
    for (std::size_t u = 0; u < units; ++u) {
      all += static_cast<long double>(pupils[u]);
      mean += static_cast<long double>(pupils[u]) * static_cast<long double>(values[u]);
    }
    mean /= all;
    long double squares = 0;
    for (std::size_t u = 0; u < units; ++u) {
      const long double off = static_cast<long double>(values[u]) - mean;
      squares += static_cast<long double>(pupils[u]) * off * off;
    }
    const long double cv = std::sqrt(squares / all) / mean;
    const Spread spread = junheng::spread_of(values, pupils);
    const long double error = std::fabs(static_cast<long double>(spread.cv) - cv);
    ASSERT_LT(error, static_cast<long double>(junheng::kCvErrorBound) * (1 + cv)) << "case " << i;
  }
}

TEST(Shares, AddUpToOne) {
  const Values values{6.2, 137.0 / 37, 935.0 / 89, 160.0 / 76, 402.0 / 55};
  const Pupils pupils{45, 37, 89, 76, 55};
  const Spread spread = junheng::spread_of(values, pupils);
  double sum = 0;
  for (std::size_t u = 0; u < values.size(); ++u) {
    const double share = junheng::cv_share(spread, values[u], pupils[u], 302);
    EXPECT_GE(share, 0.0);
    sum += share;
  }
  EXPECT_NEAR(sum, 1.0, 1e-12);
}

TEST(Shares, WithoutASpreadThereIsNothingToShare) {
  EXPECT_TRUE(std::isnan(junheng::cv_share(Spread{}, 1, 10, 10)));
  EXPECT_TRUE(std::isnan(junheng::cv_share(Spread{2, 0, 0}, 2, 10, 20)));
}

// ---- weigh(): over a table ------------------------------------------------------------------------------------

TEST(Weigh, UnitsAreCountedByTheirVerdictOnEachIndicator) {
  auto sheet = test::quality_sheet({test::good_row("甲", "小学", 1000), test::good_row("乙", "小学", 1000),
                                    test::good_row("丙", "小学", 1000), test::good_row("丁", "小学", 1000)});
  sheet.rows[1][test::kFirstResource] = "41";
  sheet.rows[2][test::kFirstResource] = "35";
  sheet.rows[3][test::kFirstResource] = "—";
  const auto balance = Outcome(sheet.tsv()).balance(Stage::primary, "degree_teachers");
  EXPECT_EQ(balance.units_meeting, 1U);
  EXPECT_EQ(balance.units_near, 1U);
  EXPECT_EQ(balance.units_failing, 1U);
  EXPECT_EQ(balance.units_unknown, 1U);
  EXPECT_TRUE(std::isnan(balance.spread.cv)) << "a coefficient of some of the schools would say something else";
  EXPECT_EQ(balance.verdict, Verdict::unknown);
}

TEST(Weigh, PupilsOfAStage) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数\t图书册数\n甲\t小学\t100\t1\n乙\t小学\t200\t1\n丙\t初中\t50\t1\n丁\t教学点\t20\t1"
      "\n",
      test::basic());
  EXPECT_EQ(outcome.result.balance[outcome.stage(Stage::primary)].pupils, 300U);
  EXPECT_EQ(outcome.result.balance[outcome.stage(Stage::middle)].pupils, 50U);
}

TEST(Weigh, InTheCompositeRuleASingleCoefficientIsNotJudged) {
  const Outcome outcome("学校名称\t学校类型\t在校生数\t图书册数\n甲\t小学\t100\t1\n乙\t小学\t100\t900\n",
                        test::basic());
  EXPECT_EQ(outcome.balance(Stage::primary, "books").verdict, Verdict::none);
  const auto& stage = outcome.result.balance[outcome.stage(Stage::primary)];
  EXPECT_TRUE(std::isnan(stage.composite_cv)) << "seven coefficients are missing";
  EXPECT_EQ(stage.composite_verdict, Verdict::unknown);
}

TEST(Weigh, InTheRuleOfEachThereIsNoComposite) {
  const Outcome outcome(
      test::quality_sheet({test::good_row("甲", "小学", 100), test::good_row("乙", "小学", 200)}).tsv());
  const auto& stage = outcome.result.balance[outcome.stage(Stage::primary)];
  EXPECT_TRUE(std::isnan(stage.composite_cv));
  EXPECT_EQ(stage.composite_verdict, Verdict::none);
}

}  // namespace
