// SPDX-License-Identifier: MIT
// The least that brings the mean of the coefficients (综合差异系数) within its limit: against every plan there is in counties
// small enough, and by the table where they are not.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "junheng/county_plan.h"
#include "junheng/plan.h"
#include "junheng/plan_effects.h"
#include "junheng/pupil_moves.h"
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

/// 34 schools of eight kinds of things, half of them moved, each worth `fine` steps.
PlanProblem many_schools(std::uint64_t seed, std::int64_t fine) {
  test::Random random(seed);
  SmallStage stage;
  for (int unit = 0; unit < 34; ++unit)
    stage.pupils.push_back(random.between(100, 900));
  for (int i = 0; i < 8; ++i) {
    SmallStage::Kind kind;
    kind.price = random.between(1, 40);
    if (i % 2 == 1) kind.move_price = random.between(1, 9);
    for (const std::int64_t pupils : stage.pupils)
      kind.things.push_back(pupils * random.between(2, 60) * fine / 10);
    stage.kinds.push_back(std::move(kind));
  }
  stage.limit = 40;
  return mean_problem(stage);
}

TEST(MeanPlan, OfManySchoolsIsNearItsBound) {
  for (const auto& [fine, widest] : {std::pair<std::int64_t, double>{1, 1e-3}, {1000, 1e-4}}) {
    for (const std::uint64_t seed : {14U, 15U, 16U, 17U}) {
      const PlanProblem problem = many_schools(seed, fine);
      const Plan plan = least_plan(problem);
      ASSERT_EQ(plan.outcome, PlanOutcome::planned);
      EXPECT_TRUE(plan_passes(problem, plan.indicators));
      EXPECT_GT(plan.cost.mantissa, 0);
      EXPECT_GE(to_double(plan.bound), (1 - widest) * to_double(plan.cost)) << seed << ": " << to_text(plan.cost);
      const auto steps = steps_by_effect(problem, plan.indicators);
      ASSERT_FALSE(steps.empty());
      EXPECT_GT(steps.front().effect, 0);
    }
  }
}

/// Where two kinds of fine steps are bought, the multipliers of rungs close in on the least until nothing is left to say.
TEST(MeanPlan, OfFineStepsIsTheLeast) {
  test::Random random(5);
  int paid = 0;
  for (int i = 0; i < 20; ++i) {
    SmallStage stage;
    const std::int64_t units = random.between(4, 16);
    for (std::int64_t unit = 0; unit < units; ++unit)
      stage.pupils.push_back(random.between(60, 1500));
    for (const std::int64_t price : {3, 1}) {
      SmallStage::Kind kind;
      kind.price = price;
      for (const std::int64_t pupils : stage.pupils)
        kind.things.push_back(pupils * random.between(1, 120 / (price + 1)) * 1000);
      stage.kinds.push_back(std::move(kind));
    }
    stage.limit = 40;
    const Plan plan = least_plan(mean_problem(stage));
    ASSERT_EQ(plan.outcome, PlanOutcome::planned);
    paid += plan.cost.mantissa > 0 ? 1 : 0;
    EXPECT_GE(to_double(plan.bound), (1 - 2e-5) * to_double(plan.cost)) << i << ": " << to_text(plan.cost);
  }
  EXPECT_GT(paid, 10);
}

double mean_of(const std::vector<IndicatorPlan>& indicators) {
  double mean = 0;
  for (const IndicatorPlan& one : indicators)
    mean += one.cv_after / static_cast<double>(indicators.size());
  return mean;
}

/// What half the money brings the mean down to, against every plan that costs no more: in hundredths, as these are asked.
TEST(MeanPlan, ComesAsNearAsABudgetBrings) {
  test::Random random(15);
  int compared = 0;
  int met = 0;
  while (compared < 100) {
    SmallStage stage = test::random_stage(random, {.units = 4, .kinds = 3, .moves = random.one_in(2)});
    stage.meet_at_least = 0;
    for (SmallStage::Kind& kind : stage.kinds)
      kind.threshold = 0;
    PlanProblem problem = mean_problem(stage);
    const Plan whole = least_plan(problem);
    if (whole.outcome != PlanOutcome::planned || whole.cost.mantissa < 2 || whole.cost.mantissa > 20) continue;
    problem.budget = Decimal{whole.cost.mantissa / 2, 0};
    const BudgetPlan half = most_for_budget(problem);
    ++compared;
    EXPECT_LE(half.cost.mantissa, problem.budget->mantissa);
    ASSERT_TRUE(half.beyond) << test::stage_text(stage);
    EXPECT_EQ(half.most, 0U);
    const bool any = half.cost.mantissa > 0;
    const double reached = any ? mean_of(half.indicators) : 2;
    met += any && reached - to_double(*half.beyond) < 0.0002 ? 1 : 0;
    for (stage.limit = 1; stage.limit < 100; ++stage.limit) {
      const double limit = static_cast<double>(stage.limit) / 100;
      const auto least = test::least_mean_of_all(stage, problem.budget->mantissa);
      if (limit <= to_double(*half.beyond)) EXPECT_FALSE(least) << limit << ": " << test::stage_text(stage);
      if (limit >= reached) EXPECT_TRUE(least) << limit << ": " << test::stage_text(stage);
    }
  }
  RecordProperty("where plan and bound meet", met);
  EXPECT_GT(met, 20);
}

/// The plan with these pupils gone costs less, and nobody goes for nothing.
TEST(MeanPlan, MayBeHadForLessWherePupilsGo) {
  test::Random random(16);
  int found = 0;
  for (int i = 0; i < 12; ++i) {
    SmallStage stage;
    for (int unit = 0; unit < 8; ++unit)
      stage.pupils.push_back(random.between(100, 900));
    for (int k = 0; k < 3; ++k) {
      SmallStage::Kind kind;
      kind.price = random.between(1, 40);
      for (std::size_t unit = 0; unit < stage.pupils.size(); ++unit)
        kind.things.push_back(random.between(200, 3000));
      stage.kinds.push_back(std::move(kind));
    }
    stage.limit = 30;
    const PlanProblem problem = mean_problem(stage);
    const Plan without = least_plan(problem);
    ASSERT_EQ(without.outcome, PlanOutcome::planned);
    if (without.cost.mantissa == 0) continue;
    const auto moves = pupils_to_move(problem, without, {200, std::vector<std::uint32_t>(8, 100), {}});
    if (moves.empty()) continue;
    ++found;
    const auto gone = with_pupils(problem, moves);
    ASSERT_TRUE(gone);
    const Plan with = least_plan(*gone);
    EXPECT_EQ(with.outcome, PlanOutcome::planned);
    EXPECT_LT(to_double(with.cost), to_double(without.cost));
  }
  EXPECT_GT(found, 6);
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
  EXPECT_GT(bought.cost.mantissa, 0);
  EXPECT_LT(bought.cost.mantissa, whole.cost.mantissa);
  EXPECT_EQ(bought.indicators.size(), 2U);
  problem.budget = Decimal{0, 0};
  EXPECT_EQ(most_for_budget(problem).cost.mantissa, 0);
}

}  // namespace
}  // namespace junheng
