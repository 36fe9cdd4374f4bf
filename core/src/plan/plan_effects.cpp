// SPDX-License-Identifier: MIT
#include "junheng/plan_effects.h"

#include <algorithm>
#include <cmath>

#include "base/sort_places.h"
#include "plan/steps.h"

namespace junheng {
namespace {

/// How far a coefficient is over its limit, as a part of it; where the mean of all is judged, its share of that.
double over_limit(const PlanProblem& problem, const PlanIndicator& indicator, const PlanSums& sums) {
  const auto& judged = problem.mean_limit ? problem.mean_limit : indicator.cv_limit;
  if (!judged || !(sums.mean > 0)) return 0;
  const double limit = to_double(*judged);
  const double cv = std::sqrt(std::max(0.0, sums.square - sums.mean * sums.mean)) / sums.mean;
  if (problem.mean_limit) return cv / (limit > 0 ? limit : 1) / static_cast<double>(problem.indicators.size());
  return limit > 0 ? std::max(0.0, cv / limit - 1) : cv;
}

double lacking(const PlanIndicator& indicator, double value) {
  if (!indicator.threshold) return 0;
  const double threshold = to_double(*indicator.threshold);
  return threshold > 0 ? std::max(0.0, 1 - value / threshold) : 0;
}

}  // namespace

std::vector<PlanStep> steps_by_effect(const PlanProblem& problem, const std::vector<IndicatorPlan>& indicators) {
  const std::size_t units = problem.pupils.size();
  const std::vector<std::int64_t> none(units, 0);
  double all = 0;
  for (const std::uint32_t pupils : problem.pupils)
    all += pupils;
  std::vector<PlanStep> steps;
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const PlanIndicator& indicator = problem.indicators[i];
    const PlanSums before = sums_of(indicator, problem.pupils, none);
    double bought_part = 1;  // of each step: the rest is moved
    double received = 0;
    for (const std::int64_t count : indicators[i].steps)
      received += static_cast<double>(std::max<std::int64_t>(count, 0));
    if (received > 0) bought_part = static_cast<double>(indicators[i].bought) / received;
    const double move_price = indicator.move_price ? to_double(*indicator.move_price) : 0;
    const double price = bought_part * to_double(indicator.price) + (1 - bought_part) * move_price;
    for (std::uint32_t unit = 0; unit < units; ++unit) {
      const std::int64_t count = indicators[i].steps[unit];
      if (count <= 0) continue;
      const double from = to_double(value_after(indicator.cells[unit], 0));
      const double to = to_double(value_after(indicator.cells[unit], count));
      PlanSums after = before;
      after.change(problem.pupils[unit] / all, from, to);
      const double effect = over_limit(problem, indicator, before) - over_limit(problem, indicator, after) +
                            (lacking(indicator, from) - lacking(indicator, to)) / static_cast<double>(units);
      steps.push_back({static_cast<std::uint16_t>(i), unit, count, price * static_cast<double>(count), effect});
    }
  }
  std::vector<std::uint32_t> places;
  for (std::uint32_t place = 0; place < steps.size(); ++place)
    places.push_back(place);
  // Products, as what costs nothing comes first.
  sort_places(places, [&](std::uint32_t a, std::uint32_t b) {
    return steps[a].effect * steps[b].cost > steps[b].effect * steps[a].cost;
  });
  std::vector<PlanStep> sorted;
  sorted.reserve(places.size());
  for (const std::uint32_t place : places)
    sorted.push_back(steps[place]);
  return sorted;
}

}  // namespace junheng
