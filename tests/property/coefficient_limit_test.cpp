// SPDX-License-Identifier: MIT
// A coefficient that is its limit passes; the smallest step above fails, also where no double can tell the two apart.
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "support/outcome.h"
#include "support/sheet.h"

using junheng::Stage;
using junheng::Verdict;
using test::Outcome;

namespace {

/// Two schools of the same size and one resource of each: the coefficient is |a − b| / (a + b).
Outcome two_schools(Stage stage, const std::string& a, const std::string& b, std::int64_t pupils = 1000) {
  const std::string row =
      std::string("\t") + (stage == Stage::primary ? "小学" : "初中") + "\t" + test::digits(pupils) + "\t";
  return Outcome("学校名称\t学校类型\t在校生数\t体育运动场馆面积(㎡)\n甲" + row + a + "\n乙" + row + b + "\n");
}

Verdict verdict(const Outcome& outcome, Stage stage) {
  return outcome.balance(stage, "sports_area").verdict;
}

TEST(CoefficientLimit, OneHalfForPrimarySchools) {
  const Outcome outcome = two_schools(Stage::primary, "10000", "30000");
  EXPECT_DOUBLE_EQ(outcome.balance(Stage::primary, "sports_area").spread.cv, 0.5);
  EXPECT_EQ(verdict(outcome, Stage::primary), Verdict::pass);
  EXPECT_EQ(verdict(two_schools(Stage::primary, "10000", "30001"), Stage::primary), Verdict::fail);
  EXPECT_EQ(verdict(two_schools(Stage::primary, "10000", "29999"), Stage::primary), Verdict::pass);
}

TEST(CoefficientLimit, FortyFiveHundredthsForMiddleSchools) {
  const Outcome outcome = two_schools(Stage::middle, "5500", "14500");
  EXPECT_DOUBLE_EQ(outcome.balance(Stage::middle, "sports_area").spread.cv, 0.45);
  EXPECT_EQ(verdict(outcome, Stage::middle), Verdict::pass);
  EXPECT_EQ(verdict(two_schools(Stage::middle, "5500", "14501"), Stage::middle), Verdict::fail);
  EXPECT_EQ(verdict(two_schools(Stage::middle, "5500", "14499"), Stage::middle), Verdict::pass);
}

/// One millionth of a square metre in 300,000,000,000: the coefficient moves by 10^-18, a double of it by nothing.
TEST(CoefficientLimit, WhatNoDoubleCanTell) {
  const Outcome at = two_schools(Stage::primary, "100000000000", "300000000000");
  const Outcome above = two_schools(Stage::primary, "100000000000", "300000000000.000001");
  const Outcome below = two_schools(Stage::primary, "100000000000.000001", "300000000000");
  EXPECT_EQ(verdict(at, Stage::primary), Verdict::pass);
  EXPECT_EQ(verdict(above, Stage::primary), Verdict::fail);
  EXPECT_EQ(verdict(below, Stage::primary), Verdict::pass);
  EXPECT_EQ(verdict(two_schools(Stage::middle, "55000000000", "145000000000"), Stage::middle), Verdict::pass);
  EXPECT_EQ(verdict(two_schools(Stage::middle, "55000000000", "145000000000.000001"), Stage::middle), Verdict::fail);
  const auto cv = [](const Outcome& outcome) { return outcome.balance(Stage::primary, "sports_area").spread.cv; };
  EXPECT_NEAR(cv(at), cv(above), 1e-15) << "otherwise this test does not try what it says";
}

/// Sizes that no binary fraction divides: pupils of 3, 7, 9 … and coefficients that are the limit all the same.
TEST(CoefficientLimit, HoldsForEveryEnrolment) {
  std::size_t double_is_wrong = 0;
  for (std::int64_t pupils = 1; pupils <= 5000; ++pupils) {
    for (const Stage stage : {Stage::primary, Stage::middle}) {
      const auto primary = stage == Stage::primary;
      const std::int64_t low = primary ? 100 : 55;
      const std::int64_t high = primary ? 300 : 145;
      const Outcome at = two_schools(stage, test::digits(low), test::digits(high), pupils);
      ASSERT_EQ(verdict(at, stage), Verdict::pass) << pupils;
      const double cv = at.balance(stage, "sports_area").spread.cv;
      double_is_wrong += cv > (primary ? 0.5 : 0.45) ? 1 : 0;
      if (pupils % 10 != 0) continue;
      ASSERT_EQ(verdict(two_schools(stage, test::digits(low), test::digits(high * 1000000000 + 1, 9), pupils), stage),
                Verdict::fail)
          << pupils;
      ASSERT_EQ(verdict(two_schools(stage, test::digits(low), test::digits(high * 1000000000 - 1, 9), pupils), stage),
                Verdict::pass)
          << pupils;
    }
  }
  RecordProperty("double_is_wrong", static_cast<int>(double_is_wrong));
}

/// More units, unequal sizes: with k large schools and one small the coefficient can be rational too.
/// n schools of value a and m of value b, all of the same size: mean (na+mb)/(n+m), S = |a−b|·√(nm)/(n+m).
TEST(CoefficientLimit, ManyUnitsAtTheLimit) {
  // n·m a square: 1·4, 2·8, 9·4, 16·1 …; then cv = |a−b|·√(nm)/(na+mb) is rational
  struct Mix {
    int n, m, root;
  };
  const Mix mixes[] = {{1, 4, 2}, {4, 1, 2}, {2, 8, 4}, {9, 4, 6}, {16, 1, 4}, {25, 4, 10}, {49, 36, 42}};
  std::size_t tried = 0;
  for (const Mix& mix : mixes) {
    for (const Stage stage : {Stage::primary, Stage::middle}) {
      // b > a:  (b − a)·r = L·(n·a + m·b)  →  b·(r − L·m) = a·(r + L·n); in hundredths
      const std::int64_t limit = stage == Stage::primary ? 50 : 45;
      const std::int64_t left = 100 * mix.root - limit * mix.m;
      const std::int64_t right = 100 * mix.root + limit * mix.n;
      if (left <= 0) continue;
      for (const int step : {-1, 0, 1}) {
        test::Sheet sheet{{"学校名称", "学校类型", "在校生数", "体育运动场馆面积(㎡)"}, {}};
        for (int i = 0; i < mix.n + mix.m; ++i) {
          // the last school carries the smallest step the table can write
          const std::int64_t value = (i < mix.n ? left : right) * 1000000 + (i == mix.n + mix.m - 1 ? step : 0);
          sheet.rows.push_back(
              {"校" + std::to_string(i), stage == Stage::primary ? "小学" : "初中", "613", test::digits(value, 6)});
        }
        EXPECT_EQ(verdict(Outcome(sheet.tsv()), stage), step > 0 ? Verdict::fail : Verdict::pass)
            << mix.n << " and " << mix.m << ", step " << step;
        ++tried;
      }
    }
  }
  EXPECT_GE(tried, 30U);
}

/// The sentence about such a coefficient must not read "0.50, over 0.50".
TEST(CoefficientLimit, TheSentenceDoesNotContradictItself) {
  for (const char* above : {"30001", "30000.001", "30000.0000000001", "30000.0000000000001"}) {
    const Outcome outcome = two_schools(Stage::primary, "10000", above);
    bool said = false;
    for (const auto& reason : outcome.part("resources").reasons) {
      if (reason.code != junheng::ReasonCode::cv_over) continue;
      said = true;
      for (const auto language : junheng::kLanguages) {
        const std::string text = junheng::sentence(test::library().words(language), reason, 0, outcome.result);
        const std::size_t number = text.find("0.5");
        ASSERT_NE(number, std::string::npos) << text;
        char* end = nullptr;
        const double shown = std::strtod(text.c_str() + number, &end);
        EXPECT_TRUE(shown > 0.5 || std::string_view(end).starts_with("…")) << text;
      }
    }
    EXPECT_TRUE(said) << above;
  }
}

}  // namespace
