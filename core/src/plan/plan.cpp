// SPDX-License-Identifier: MIT
#include "junheng/plan.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "plan/mean_plan.h"
#include "plan/stage_plan.h"
#include "plan/steps.h"

namespace junheng {
namespace {

double cv_of(const PlanIndicator& indicator, const std::vector<std::uint32_t>& pupils,
             const std::vector<std::int64_t>& steps) {
  const PlanSums sums = sums_of(indicator, pupils, steps);
  if (!(sums.mean > 0)) return std::numeric_limits<double>::quiet_NaN();
  return std::sqrt(std::max(0.0, sums.square - sums.mean * sums.mean)) / sums.mean;
}

/// Scaled prices as a decimal; zero where it is beyond one.
Decimal decimal_of(double cost, int scale) {
  return shifted(Decimal{static_cast<std::int64_t>(cost), 0}, -scale).value_or(Decimal{});
}

LeastStage least_stage(const PlanProblem& problem, const PlannedStage& stage, const PlanProgress& progress) {
  return problem.mean_limit ? least_for_mean(problem, stage, progress)
                            : choose_stays(stage, problem.pupils.size(), progress);
}

/// The caps in the way: of units whose floors are beyond them, and of what would be added without any.
std::vector<Shortfall> shortfalls_of(const PlanProblem& problem, const PlannedStage& stage) {
  std::vector<Shortfall> found;
  const auto add = [&](std::size_t indicator, std::size_t unit, std::int64_t steps) {
    found.push_back({static_cast<std::uint16_t>(indicator), static_cast<std::uint32_t>(unit), steps});
  };
  for (std::size_t unit = 0; unit < problem.pupils.size(); ++unit) {
    std::vector<Shortfall> beyond;
    for (std::size_t i = 0; i < stage.planners.size(); ++i) {
      const std::int64_t most = stage.low[i].most[unit];
      if (stage.low[i].least[unit] > most)
        add(i, unit, stage.low[i].least[unit] - most);
      else if (stage.must_stay(i, unit))
        beyond.push_back(
            {static_cast<std::uint16_t>(i), static_cast<std::uint32_t>(unit), stage.high[i].least[unit] - most});
    }
    if (beyond.size() <= stage.may_stay) continue;
    // Those that are nearest have to give way, the others stay.
    std::stable_sort(beyond.begin(), beyond.end(),
                     [](const Shortfall& a, const Shortfall& b) { return a.steps < b.steps; });
    beyond.resize(beyond.size() - stage.may_stay);
    found.insert(found.end(), beyond.begin(), beyond.end());
  }
  if (!found.empty()) return found;
  PlanProblem free = problem;
  for (PlanIndicator& indicator : free.indicators)
    indicator.most.clear();
  const auto uncapped = planned_stage(free);
  const LeastStage least = least_stage(free, *uncapped, {});
  for (std::size_t i = 0; i < least.indicators.size(); ++i) {
    for (std::size_t unit = 0; unit < least.indicators[i].steps.size(); ++unit) {
      const std::int64_t over = least.indicators[i].steps[unit] - stage.low[i].most[unit];
      if (over > 0) add(i, unit, over);
    }
  }
  return found;
}

}  // namespace

Plan least_plan(const PlanProblem& problem, const PlanProgress& progress) {
  Plan plan;
  if (!within_bounds(problem)) return plan;
  const auto stage = planned_stage(problem);
  if (!stage || (problem.mean_limit && !stage->open.empty())) return plan;
  const auto judged = std::count_if(problem.indicators.begin(), problem.indicators.end(),
                                    [](const PlanIndicator& one) { return one.threshold.has_value(); });
  if (problem.rule && judged < problem.rule->meet_at_least) {
    plan.outcome = PlanOutcome::infeasible;
    return plan;
  }
  const LeastStage least = least_stage(problem, *stage, progress);
  const std::vector<std::int64_t> none(problem.pupils.size(), 0);
  if (!least.possible) {
    plan.outcome = PlanOutcome::infeasible;
    plan.shortfalls = shortfalls_of(problem, *stage);
    return plan;
  }
  for (std::size_t i = 0; i < problem.indicators.size(); ++i) {
    IndicatorPlan one;
    one.steps = least.indicators[i].steps;
    for (const std::int64_t steps : one.steps) {
      one.bought += steps;
      if (steps < 0) one.moved -= steps;
    }
    one.cv_before = cv_of(problem.indicators[i], problem.pupils, none);
    one.cv_after = cv_of(problem.indicators[i], problem.pupils, one.steps);
    plan.indicators.push_back(std::move(one));
  }
  if (!plan_passes(problem, plan.indicators)) return {};
  plan.cost = decimal_of(least.cost, stage->scale);
  plan.bound = decimal_of(least.bound, stage->scale);
  plan.optimal = least.bound >= least.cost;
  const bool over = problem.budget && to_double(plan.cost) > to_double(*problem.budget);
  plan.outcome = over ? PlanOutcome::over_budget : PlanOutcome::planned;
  return plan;
}

bool plan_passes(const PlanProblem& problem, const std::vector<IndicatorPlan>& indicators) {
  for (std::size_t unit = 0; problem.rule && unit < problem.pupils.size(); ++unit) {
    if (!is_judged(problem, unit)) continue;
    int meeting = 0;
    for (std::size_t i = 0; i < problem.indicators.size(); ++i) {
      const PlanIndicator& indicator = problem.indicators[i];
      if (!indicator.threshold) continue;
      const Ratio value = value_after(indicator.cells[unit], indicators[i].steps[unit]);
      if (compare(value, *indicator.threshold, problem.rule->floor) == std::strong_ordering::less) return false;
      if (compare(value, *indicator.threshold) != std::strong_ordering::less) ++meeting;
    }
    if (meeting < problem.rule->meet_at_least) return false;
  }
  for (std::size_t i = 0; i < problem.indicators.size(); ++i) {
    const PlanIndicator& indicator = problem.indicators[i];
    const std::vector<std::int64_t>& steps = indicators[i].steps;
    if (indicator.cv_limit && !cv_within(indicator, problem.pupils, steps, sums_of(indicator, problem.pupils, steps)))
      return false;
  }
  if (!problem.mean_limit) return true;
  std::vector<const std::vector<std::int64_t>*> steps;
  steps.reserve(indicators.size());
  for (const IndicatorPlan& one : indicators)
    steps.push_back(&one.steps);
  return mean_within(problem, steps);
}

}  // namespace junheng
