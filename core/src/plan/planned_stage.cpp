// SPDX-License-Identifier: MIT
#include <algorithm>
#include <numeric>

#include "base/decimal_ratio.h"
#include "plan/search.h"
#include "plan/stage_plan.h"
#include "plan/steps.h"

namespace junheng {
namespace {

/// Prices and their sums are whole numbers that a double holds exactly.
constexpr std::int64_t kDearest = std::int64_t{1} << 40;
/// Without a cap so many steps may be added: more than any threshold that is within bounds asks for.
constexpr std::int64_t kUncapped = std::int64_t{1} << 51;

std::optional<std::int64_t> scaled(Decimal price, int scale) {
  const U128 value = static_cast<U128>(price.mantissa) * power_of_ten(scale - price.scale);
  if (value > static_cast<U128>(kDearest)) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

}  // namespace

double PlannedStage::price_of(std::size_t indicator, std::uint32_t unit) const {
  const auto steps = high[indicator].least[unit] - std::max<std::int64_t>(low[indicator].least[unit], 0);
  return static_cast<double>(std::max<std::int64_t>(steps, 0)) * planners[indicator].price();
}

double PlannedStage::rounded(double bound) const {
  return whole_multiple(bound, unit_price);
}

StepRange PlannedStage::range(std::size_t indicator, const std::vector<std::uint8_t>& stays) const {
  StepRange range = high[indicator];
  for (std::size_t unit = 0; unit < stays.size(); ++unit) {
    if (stays[unit] != 0) range.least[unit] = low[indicator].least[unit];
  }
  return range;
}

std::optional<PlannedStage> planned_stage(const PlanProblem& problem) {
  PlannedStage stage;
  std::size_t thresholds = 0;
  for (const PlanIndicator& indicator : problem.indicators) {
    stage.scale = std::max<int>(stage.scale, indicator.price.scale);
    if (indicator.move_price) stage.scale = std::max<int>(stage.scale, indicator.move_price->scale);
    if (indicator.threshold) ++thresholds;
  }
  std::int64_t divisor = 0;
  for (const PlanIndicator& indicator : problem.indicators) {
    const auto price = scaled(indicator.price, stage.scale);
    const auto move =
        indicator.move_price ? scaled(*indicator.move_price, stage.scale) : std::optional<std::int64_t>(-1);
    if (!price || !move) return std::nullopt;
    divisor = std::gcd(divisor, *price);
    if (*move > 0) divisor = std::gcd(divisor, *move);
    stage.planners.emplace_back(indicator, problem.pupils, static_cast<double>(*price), static_cast<double>(*move));
  }
  stage.unit_price = static_cast<double>(std::max<std::int64_t>(divisor, 1));

  const std::size_t units = problem.pupils.size();
  for (std::size_t i = 0; i < problem.indicators.size(); ++i) {
    const PlanIndicator& indicator = problem.indicators[i];
    StepRange low;
    StepRange high;
    for (std::size_t unit = 0; unit < units; ++unit) {
      const PlanCell& cell = indicator.cells[unit];
      const bool kept = !indicator.keeps.empty() && indicator.keeps[unit] != 0;
      const std::int64_t bottom = stage.planners[i].movable() && !kept ? steps_to_zero(cell) : 0;
      const bool judged = problem.rule && indicator.threshold && is_judged(problem, unit);
      low.least.push_back(judged ? std::max(bottom, steps_to(cell, *indicator.threshold, problem.rule->floor))
                                 : bottom);
      high.least.push_back(judged ? std::max(bottom, steps_to(cell, *indicator.threshold)) : bottom);
      low.most.push_back(indicator.most.empty() ? kUncapped : std::min(indicator.most[unit], kUncapped));
    }
    high.most = low.most;
    stage.low.push_back(std::move(low));
    stage.high.push_back(std::move(high));
  }
  if (!problem.rule) return stage;
  const auto wanted = static_cast<std::size_t>(std::max(problem.rule->meet_at_least, 0));
  stage.may_stay = thresholds > wanted ? thresholds - wanted : 0;
  for (std::uint32_t unit = 0; unit < units; ++unit) {
    std::size_t spared = 0;
    for (std::size_t i = 0; i < stage.planners.size(); ++i)
      spared += stage.spares(i, unit) ? 1U : 0U;
    if (spared > stage.may_stay) stage.open.push_back(unit);
  }
  return stage;
}

}  // namespace junheng
