// SPDX-License-Identifier: MIT
// What a smaller budget buys, what may not be moved away, and in which order the steps of a plan do most.
#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "junheng/plan.h"
#include "junheng/plan_effects.h"
#include "support/plans.h"

namespace junheng {
namespace {

using test::SmallStage;

/// Three schools of 60 pupils that need 6 each and have 6, 4 and 1.
SmallStage three_schools() {
  SmallStage stage;
  stage.pupils = {60, 60, 60};
  stage.limit = 15;
  SmallStage::Kind kind;
  kind.things = {6, 4, 1};
  kind.threshold = 1000;
  stage.kinds = {kind};
  stage.meet_at_least = 1;
  return stage;
}

std::int64_t spent(const BudgetPlan& plan) {
  std::int64_t steps = 0;
  for (const IndicatorPlan& one : plan.indicators)
    steps += one.bought;
  return steps;
}

BudgetPlan with_budget(std::int64_t budget) {
  PlanProblem problem = test::problem_of(three_schools());
  problem.budget = Decimal{budget, 0};
  return most_for_budget(problem);
}

TEST(BudgetPlan, BuysTheCheapestUnitsFirst) {
  // 10 per 100 of 60 pupils are 6: the first passes, the second lacks 2, the third 5.
  const BudgetPlan two = with_budget(2);
  EXPECT_EQ(two.units, (std::vector<std::uint32_t>{1}));
  EXPECT_EQ(two.indicators[0].steps, (std::vector<std::int64_t>{0, 2, 0}));
  EXPECT_EQ(to_text(two.cost), "2");
  EXPECT_TRUE(two.coefficients.empty());
}

TEST(BudgetPlan, WithAllTheMoneyWinsAll) {
  const BudgetPlan all = with_budget(7);
  EXPECT_EQ(all.units, (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(all.coefficients, (std::vector<std::uint16_t>{0}));
  EXPECT_FALSE(all.nearer);
  EXPECT_TRUE(plan_passes(test::problem_of(three_schools()), all.indicators));
}

TEST(BudgetPlan, BringsTheCoefficientDownWithWhatIsLeft) {
  const BudgetPlan some = with_budget(4);
  EXPECT_EQ(some.units, (std::vector<std::uint32_t>{1}));
  EXPECT_EQ(some.nearer, std::optional<std::uint16_t>(0));
  EXPECT_LE(spent(some), 4);
  EXPECT_LT(some.indicators[0].cv_after, with_budget(2).indicators[0].cv_after);
}

TEST(BudgetPlan, WithNothingBuysNothing) {
  const BudgetPlan none = with_budget(0);
  EXPECT_TRUE(none.units.empty());
  EXPECT_EQ(spent(none), 0);
}

/// Every set of units and coefficients that random counties could win, against what is found: never more than the budget,
/// never a verdict lost, and as many as any set of units alone brings.
TEST(BudgetPlan, LosesNoVerdictAndKeepsToTheBudget) {
  test::Random random(61);
  int partly = 0;
  for (int i = 0; i < 200; ++i) {
    const SmallStage stage = test::random_stage(random, {.units = 6, .kinds = 3});
    PlanProblem problem = test::problem_of(stage);
    const Plan whole = least_plan(problem);
    if (whole.outcome != PlanOutcome::planned || whole.cost.mantissa < 2) continue;
    problem.budget = Decimal{whole.cost.mantissa / 2, 0};
    const BudgetPlan half = most_for_budget(problem);
    ASSERT_EQ(half.indicators.size(), problem.indicators.size()) << test::stage_text(stage);
    EXPECT_LE(half.cost.mantissa, problem.budget->mantissa) << test::stage_text(stage);
    std::vector<IndicatorPlan> nothing = half.indicators;
    for (IndicatorPlan& one : nothing)
      one.steps.assign(problem.pupils.size(), 0);
    std::size_t won = 0;
    for (std::uint32_t unit = 0; problem.rule && unit < problem.pupils.size(); ++unit) {
      PlanProblem alone = problem;
      for (PlanIndicator& one : alone.indicators)
        one.cv_limit.reset();
      alone.judged.assign(problem.pupils.size(), 0);
      alone.judged[unit] = 1;
      const bool before = plan_passes(alone, nothing);
      const bool after = plan_passes(alone, half.indicators);
      EXPECT_TRUE(after || !before) << test::stage_text(stage);
      won += after && !before ? 1U : 0U;
    }
    for (std::size_t k = 0; k < problem.indicators.size(); ++k) {
      PlanProblem alone = problem;
      alone.rule.reset();
      for (std::size_t other = 0; other < alone.indicators.size(); ++other)
        if (other != k) alone.indicators[other].cv_limit.reset();
      EXPECT_TRUE(plan_passes(alone, half.indicators) || !plan_passes(alone, nothing)) << test::stage_text(stage);
    }
    EXPECT_GE(won, half.units.size()) << test::stage_text(stage);
    EXPECT_GE(half.most, won + half.coefficients.size()) << test::stage_text(stage);
    partly += half.units.empty() && half.coefficients.empty() ? 0 : 1;
  }
  EXPECT_GT(partly, 50);
}

/// One coefficient alone, brought down with half of what it takes, against every plan that costs no more.
TEST(BudgetPlan, BringsACoefficientAsNearAsAnyPlanDoes) {
  test::Random random(62);
  int compared = 0;
  while (compared < 200) {
    SmallStage stage = test::random_stage(random, {.units = 5, .kinds = 1, .moves = random.one_in(2)});
    stage.meet_at_least = 0;
    stage.kinds[0].threshold = 0;
    PlanProblem problem = test::problem_of(stage);
    const Plan whole = least_plan(problem);
    if (whole.outcome != PlanOutcome::planned || whole.cost.mantissa < 2 || whole.cost.mantissa > 20) continue;
    problem.budget = Decimal{whole.cost.mantissa / 2, 0};
    const BudgetPlan half = most_for_budget(problem);
    if (!half.nearer) continue;
    ++compared;
    ASSERT_TRUE(half.beyond);
    const double reached = half.indicators[0].cv_after;
    EXPECT_LT(to_double(*half.beyond), reached);
    EXPECT_LT(reached - to_double(*half.beyond), 0.0002) << "not proved: " << test::stage_text(stage);
    for (stage.limit = 1; stage.limit < 100; ++stage.limit) {
      const double limit = static_cast<double>(stage.limit) / 100;
      const auto least = test::least_of_all(stage, problem.budget->mantissa);
      if (limit <= to_double(*half.beyond)) EXPECT_FALSE(least) << limit << ": " << test::stage_text(stage);
      if (limit >= reached) EXPECT_TRUE(least) << limit << ": " << test::stage_text(stage);
    }
  }
}

TEST(BudgetPlan, SaysWhatNoPlanWinsMoreOf) {
  EXPECT_EQ(with_budget(0).most, 0U);
  // Two for the second school; five for the third, or three that bring the coefficient within.
  EXPECT_EQ(with_budget(2).most, 1U);
  EXPECT_EQ(with_budget(7).most, 3U);
}

TEST(LeastPlan, TakesNothingFromWhereItMustStay) {
  SmallStage stage;
  stage.pupils = {20, 20, 20};
  stage.limit = 30;
  SmallStage::Kind kind;
  kind.things = {30, 20, 5};
  kind.price = 100;
  kind.move_price = 1;
  stage.kinds = {kind};
  PlanProblem problem = test::problem_of(stage);
  EXPECT_LT(least_plan(problem).indicators[0].steps[0], 0);
  problem.indicators[0].keeps = {1, 0, 0};
  const Plan kept = least_plan(problem);
  EXPECT_EQ(kept.outcome, PlanOutcome::planned);
  EXPECT_EQ(kept.indicators[0].steps[0], 0);
  problem.indicators[0].keeps = {1, 1, 1};
  EXPECT_EQ(least_plan(problem).indicators[0].moved, 0);
}

TEST(PlanEffects, PutFirstWhatDoesMostForItsCost) {
  PlanProblem problem = test::problem_of(three_schools());
  const Plan plan = least_plan(problem);
  ASSERT_EQ(plan.indicators[0].steps, (std::vector<std::int64_t>{0, 2, 5}));
  const auto steps = steps_by_effect(problem, plan.indicators);
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps[0].unit, 2U) << "five for the school that has least bring the coefficient down most";
  EXPECT_EQ(steps[0].cost, 5);
  EXPECT_GT(steps[0].effect / steps[0].cost, steps[1].effect / steps[1].cost);
  // Alone: 6, 4, 6 of 60 pupils each have a mean of 16/3 and a coefficient of √(8/9) ÷ (16/3) = 0.1768, over 0.15.
  EXPECT_NEAR(steps[0].effect, (0.5604 - 0.1768) / 0.15 + (5.0 / 6) / 3, 1e-3);
}

}  // namespace
}  // namespace junheng
