// SPDX-License-Identifier: MIT
// The least that brings the mean of the coefficients (综合差异系数) within its limit: against every plan there is in counties
// small enough, and by the table where they are not.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "junheng/county_plan.h"
#include "junheng/plan.h"
#include "junheng/plan_effects.h"
#include "support/outcome.h"
#include "support/plans.h"
#include "support/sheet.h"

namespace junheng {
namespace {

using test::SmallStage;

constexpr int kCounties = 400;

/// The same stage with one limit for the mean.
PlanProblem mean_problem(const SmallStage& stage) {
  PlanProblem problem = test::problem_of(stage);
  problem.mean_limit = problem.indicators[0].cv_limit;
  for (PlanIndicator& indicator : problem.indicators)
    indicator.cv_limit.reset();
  return problem;
}

struct Tally {
  int tried = 0;
  int equal = 0;
  int proved = 0;
  int infeasible = 0;
  int paid = 0;
  int dearer = 0;  ///< what it costs where each coefficient has the limit of the mean
};

Tally against_all(const test::SmallOptions& options, std::uint64_t seed) {
  constexpr std::int64_t kMost = 20;
  Tally tally;
  test::Random random(seed);
  while (tally.tried < kCounties) {
    SmallStage stage = test::random_stage(random, options);
    stage.meet_at_least = 0;
    for (SmallStage::Kind& kind : stage.kinds)
      kind.threshold = 0;
    const PlanProblem problem = mean_problem(stage);
    const Plan plan = least_plan(problem);
    if (plan.outcome == PlanOutcome::infeasible) {
      ++tally.tried;
      ++tally.infeasible;
      EXPECT_FALSE(test::least_mean_of_all(stage, kMost)) << test::stage_text(stage);
      continue;
    }
    EXPECT_EQ(plan.outcome, PlanOutcome::planned) << test::stage_text(stage);
    if (plan.outcome != PlanOutcome::planned) return tally;
    if (plan.cost.mantissa > kMost) continue;
    ++tally.tried;
    EXPECT_TRUE(plan_passes(problem, plan.indicators)) << test::stage_text(stage);
    const auto least = test::least_mean_of_all(stage, plan.cost.mantissa);
    EXPECT_TRUE(least) << "a plan that passes in the core alone: " << test::stage_text(stage);
    if (!least) return tally;
    EXPECT_LE(plan.bound.mantissa, *least) << test::stage_text(stage);
    if (plan.optimal) {
      EXPECT_EQ(plan.cost.mantissa, *least) << test::stage_text(stage);
      ++tally.proved;
    }
    if (plan.cost.mantissa == *least) ++tally.equal;
    if (plan.cost.mantissa > 0) ++tally.paid;
    const Plan each = least_plan(test::problem_of(stage));
    EXPECT_TRUE(each.outcome != PlanOutcome::planned || each.cost.mantissa >= plan.cost.mantissa);
    if (each.outcome == PlanOutcome::planned && each.cost.mantissa > plan.cost.mantissa) ++tally.dearer;
  }
  return tally;
}

TEST(MeanPlan, IsTheLeastOfAllWhereThingsAreBought) {
  const Tally tally = against_all({.units = 5, .kinds = 3}, 11);
  EXPECT_EQ(tally.equal, tally.tried);
  EXPECT_EQ(tally.proved, tally.tried);
  EXPECT_GT(tally.paid, tally.tried / 4);
  EXPECT_GT(tally.dearer, 0);
}

TEST(MeanPlan, IsTheLeastOfAllWithCaps) {
  const Tally tally = against_all({.units = 4, .kinds = 3, .caps = true}, 12);
  EXPECT_GT(tally.infeasible, 0);
  EXPECT_EQ(tally.equal + tally.infeasible, tally.tried);
}

TEST(MeanPlan, IsTheLeastOfAllWithMoves) {
  const Tally tally = against_all({.units = 3, .kinds = 2, .moves = true}, 13);
  EXPECT_EQ(tally.equal + tally.infeasible, tally.tried);
}

/// One kind of two schools: the mean is the coefficient.
TEST(MeanPlan, OfOneIndicatorIsThatOfTheCoefficientAlsoAtTheLimitItself) {
  // (10 − 5) / (10 + 5) is a third: 0.3 asks for six, (10 − 6) / 16 = 0.25; 0.25 asks for the same, exactly.
  for (const std::int64_t limit : {30, 25}) {
    SmallStage stage;
    stage.pupils = {20, 20};
    stage.kinds = {{.things = {5, 10}, .caps = {}}};
    stage.limit = limit;
    const Plan plan = least_plan(mean_problem(stage));
    EXPECT_EQ(plan.outcome, PlanOutcome::planned);
    EXPECT_TRUE(plan.optimal);
    EXPECT_EQ(plan.cost.mantissa, 1) << limit;
  }
}

TEST(MeanPlan, OfManySchoolsIsNearItsBound) {
  test::Random random(14);
  SmallStage stage;
  for (int unit = 0; unit < 34; ++unit)
    stage.pupils.push_back(random.between(100, 900));
  for (int i = 0; i < 8; ++i) {
    SmallStage::Kind kind;
    kind.price = random.between(1, 40);
    if (i % 2 == 1) kind.move_price = random.between(1, 9);
    for (const std::int64_t pupils : stage.pupils)
      kind.things.push_back(pupils * random.between(2, 60) / 10);
    stage.kinds.push_back(std::move(kind));
  }
  stage.limit = 40;
  const PlanProblem problem = mean_problem(stage);
  const Plan plan = least_plan(problem);
  ASSERT_EQ(plan.outcome, PlanOutcome::planned);
  EXPECT_TRUE(plan_passes(problem, plan.indicators));
  EXPECT_GT(plan.cost.mantissa, 0);
  EXPECT_GE(to_double(plan.bound), 0.99 * to_double(plan.cost)) << to_text(plan.cost);
  const auto steps = steps_by_effect(problem, plan.indicators);
  ASSERT_FALSE(steps.empty());
  EXPECT_GT(steps.front().effect, 0);
}

TEST(MeanPlan, IsWhatABudgetBuysOrDoesNot) {
  SmallStage stage;
  stage.pupils = {20, 20, 20};
  stage.kinds = {{.things = {0, 30, 30}, .caps = {}}, {.things = {10, 30, 50}, .price = 2, .caps = {}}};
  stage.limit = 20;
  PlanProblem problem = mean_problem(stage);
  const Plan whole = least_plan(problem);
  EXPECT_EQ(whole.outcome, PlanOutcome::planned);
  problem.budget = whole.cost;
  EXPECT_EQ(least_plan(problem).outcome, PlanOutcome::planned);
  problem.budget = Decimal{whole.cost.mantissa - 1, 0};
  EXPECT_EQ(least_plan(problem).outcome, PlanOutcome::over_budget);
  const BudgetPlan bought = most_for_budget(problem);
  EXPECT_EQ(bought.most, 0U) << "the least is proved";
  EXPECT_EQ(bought.cost.mantissa, 0);
  EXPECT_EQ(bought.indicators.size(), 2U);
}

}  // namespace
}  // namespace junheng
