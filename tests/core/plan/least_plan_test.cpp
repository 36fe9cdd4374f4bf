// SPDX-License-Identifier: MIT
// The least plan against every plan there is, in counties small enough to try them all.
#include "junheng/plan.h"

#include <gtest/gtest.h>

#include <string>

#include "support/plans.h"

namespace junheng {
namespace {

using test::SmallStage;

/// Counties of each kind, 2,000 in all.
constexpr int kBought = 1200;
constexpr int kCapped = 600;
constexpr int kMoved = 200;

struct Tally {
  int tried = 0;
  int equal = 0;
  int infeasible = 0;
  int paid = 0;       ///< something had to be had
  double widest = 0;  ///< gap by the plan's own bound
};

/// Every plan of `count` random counties is checked against all that cost less; those too large to try are left out.
Tally against_all(const test::SmallOptions& options, std::uint64_t seed, int count) {
  constexpr std::int64_t kMost = 24;
  Tally tally;
  test::Random random(seed);
  while (tally.tried < count) {
    const SmallStage stage = test::random_stage(random, options);
    const PlanProblem problem = test::problem_of(stage);
    const Plan plan = least_plan(problem);
    if (plan.outcome == PlanOutcome::infeasible) {
      ++tally.tried;
      ++tally.infeasible;
      EXPECT_FALSE(test::least_of_all(stage, kMost)) << test::stage_text(stage);
      continue;
    }
    EXPECT_EQ(plan.outcome, PlanOutcome::planned) << test::stage_text(stage);
    if (plan.outcome != PlanOutcome::planned) return tally;
    if (plan.cost.mantissa > kMost) continue;
    ++tally.tried;
    EXPECT_TRUE(plan_passes(problem, plan.indicators));
    EXPECT_LE(plan.bound.mantissa, plan.cost.mantissa) << test::stage_text(stage);
    const auto least = test::least_of_all(stage, plan.cost.mantissa);
    EXPECT_TRUE(least) << "a plan that passes in the core alone: " << test::stage_text(stage);
    if (!least) return tally;
    EXPECT_LE(plan.bound.mantissa, *least) << test::stage_text(stage);
    if (plan.optimal) {
      EXPECT_EQ(plan.cost.mantissa, *least) << test::stage_text(stage);
    }
    if (plan.cost.mantissa == *least) ++tally.equal;
    if (plan.cost.mantissa != 0) {
      ++tally.paid;
      const auto gap = static_cast<double>(plan.cost.mantissa - plan.bound.mantissa);
      tally.widest = std::max(tally.widest, gap / static_cast<double>(plan.cost.mantissa));
    }
  }
  return tally;
}

TEST(LeastPlan, IsTheLeastOfAllWhereThingsAreBought) {
  const Tally tally = against_all({.units = 6, .kinds = 3}, 1, kBought);
  EXPECT_EQ(tally.equal, tally.tried);
  EXPECT_EQ(tally.widest, 0);
  EXPECT_GT(tally.paid, tally.tried / 2);
}

TEST(LeastPlan, IsTheLeastOfAllWithCaps) {
  const Tally tally = against_all({.units = 5, .kinds = 3, .caps = true}, 2, kCapped);
  EXPECT_GT(tally.infeasible, 0);
  EXPECT_EQ(tally.equal + tally.infeasible, tally.tried);
}

TEST(LeastPlan, IsTheLeastOfAllWithMoves) {
  const Tally tally = against_all({.units = 4, .kinds = 2, .moves = true}, 3, kMoved);
  EXPECT_EQ(tally.equal + tally.infeasible, tally.tried);
  EXPECT_GT(tally.paid, tally.tried / 4);
}

PlanProblem of_one_kind(std::vector<std::int64_t> pupils, SmallStage::Kind kind, std::int64_t limit) {
  SmallStage stage;
  stage.pupils = std::move(pupils);
  stage.kinds = {std::move(kind)};
  stage.limit = limit;
  stage.meet_at_least = stage.kinds[0].threshold != 0 ? 1 : 0;
  return test::problem_of(stage);
}

TEST(LeastPlan, SaysWhichCapIsInTheWayAndByHowMuch) {
  // 5 per 100 asks for 3 of 60 pupils and 1 of 20; the first has none and may get one.
  const Plan plan =
      least_plan(of_one_kind({60, 20}, {.things = {0, 1}, .threshold = 500, .price = 7, .caps = {1, 4}}, 50));
  EXPECT_EQ(plan.outcome, PlanOutcome::infeasible);
  ASSERT_EQ(plan.shortfalls.size(), 1U);
  EXPECT_EQ(plan.shortfalls[0].unit, 0U);
  EXPECT_EQ(plan.shortfalls[0].steps, 2);
}

TEST(LeastPlan, SaysWhichCapsKeepTheCoefficientUp) {
  const Plan plan = least_plan(of_one_kind({20, 20}, {.things = {0, 10}, .caps = {3, 0}}, 20));
  EXPECT_EQ(plan.outcome, PlanOutcome::infeasible);
  ASSERT_EQ(plan.shortfalls.size(), 1U);
  EXPECT_EQ(plan.shortfalls[0].unit, 0U);
  EXPECT_EQ(plan.shortfalls[0].steps, 4) << "0.2 is 7 beside 10 and more, (10 − 7) / 17";
}

TEST(LeastPlan, APlanAboveTheBudgetSaysSo) {
  PlanProblem problem = of_one_kind({20, 20}, {.things = {0, 10}, .price = 5}, 20);
  problem.budget = Decimal{34, 0};
  EXPECT_EQ(least_plan(problem).outcome, PlanOutcome::over_budget);
  problem.budget = Decimal{35, 0};
  EXPECT_EQ(least_plan(problem).outcome, PlanOutcome::planned);
}

TEST(LeastPlan, WhatCannotBeCountedExactlyIsRefused) {
  PlanProblem problem = of_one_kind({20, 20}, {.things = {0, 10}}, 20);
  problem.indicators[0].price = {0, 0};
  EXPECT_EQ(least_plan(problem).outcome, PlanOutcome::refused);
  problem.indicators[0].price = {1, 0};
  problem.indicators[0].cells[0].rise = 0;
  EXPECT_EQ(least_plan(problem).outcome, PlanOutcome::refused);
}

}  // namespace
}  // namespace junheng
