// SPDX-License-Identifier: MIT
#include "plan/steps.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "junheng/balance.h"

namespace junheng {
namespace {

/// Sums of this many units, changed as often as a plan does, are this far from the true ones at most, relative to them.
constexpr double kSumError = 1e-11;
/// A number of steps; more are not counted exactly as doubles either.
constexpr std::int64_t kMostSteps = std::int64_t{1} << 48;
/// Numerators and denominators: times a limit of 18 digits and a factor they stay what compare() takes.
constexpr int kMostBits = 110;

bool short_enough(U128 value) {
  return value >> kMostBits == 0;
}

double ratio(U128 above, U128 below) {
  return to_double(Ratio{above, below});
}

}  // namespace

Ratio value_after(const PlanCell& cell, std::int64_t steps) {
  const U128 change = cell.rise * static_cast<U128>(steps < 0 ? -steps : steps);
  return {steps < 0 ? cell.base - change : cell.base + change, cell.under};
}

std::int64_t steps_to_zero(const PlanCell& cell) {
  return -static_cast<std::int64_t>(std::min(cell.base / cell.rise, static_cast<U128>(kMostSteps)));
}

std::int64_t steps_to(const PlanCell& cell, Decimal limit, Decimal factor) {
  const double rise = ratio(cell.rise, cell.under);
  const double missing = to_double(limit) * to_double(factor) - ratio(cell.base, cell.under);
  const std::int64_t least = steps_to_zero(cell);
  auto steps = static_cast<std::int64_t>(
      std::clamp(std::ceil(missing / rise), static_cast<double>(least), static_cast<double>(kMostSteps)));
  // The quotient of doubles may be a step off, whichever way.
  const auto reached = [&](std::int64_t count) {
    return compare(value_after(cell, count), limit, factor) != std::strong_ordering::less;
  };
  while (steps > least && reached(steps - 1))
    --steps;
  while (!reached(steps))
    ++steps;
  return steps;
}

bool within_bounds(const PlanProblem& problem) {
  for (const PlanIndicator& indicator : problem.indicators) {
    if (indicator.price.mantissa <= 0 || (indicator.move_price && indicator.move_price->mantissa < 0)) return false;
    if (indicator.cells.size() != problem.pupils.size()) return false;
    if (!indicator.most.empty() && indicator.most.size() != indicator.cells.size()) return false;
    if (!indicator.keeps.empty() && indicator.keeps.size() != indicator.cells.size()) return false;
    for (const PlanCell& cell : indicator.cells) {
      if (cell.rise == 0 || cell.under == 0 || !short_enough(cell.under) || !short_enough(cell.base)) return false;
      // A step may be fine against what there is, but what is missing has to be a number of steps that can be counted.
      if (cell.base / cell.rise >= static_cast<U128>(kMostSteps)) return false;
      if (!short_enough(cell.rise) || cell.rise > (~static_cast<U128>(0) >> 2U) / static_cast<U128>(kMostSteps))
        return false;
      if (!indicator.threshold) continue;
      const double steps = to_double(indicator.threshold.value()) / ratio(cell.rise, cell.under);
      if (!(steps < static_cast<double>(kMostSteps))) return false;
    }
  }
  if (!problem.judged.empty() && problem.judged.size() != problem.pupils.size()) return false;
  return std::none_of(problem.pupils.begin(), problem.pupils.end(), [](std::uint32_t pupils) { return pupils == 0; });
}

PlanSums sums_of(const PlanIndicator& indicator, const std::vector<std::uint32_t>& pupils,
                 const std::vector<std::int64_t>& steps) {
  const auto all = static_cast<double>(std::accumulate(pupils.begin(), pupils.end(), std::uint64_t{0}));
  PlanSums sums;
  for (std::size_t unit = 0; unit < pupils.size(); ++unit)
    sums.change(pupils[unit] / all, 0, to_double(value_after(indicator.cells[unit], steps[unit])));
  return sums;
}

bool cv_within(const PlanIndicator& indicator, const std::vector<std::uint32_t>& pupils,
               const std::vector<std::int64_t>& steps, const PlanSums& sums) {
  const Decimal limit = indicator.cv_limit.value();
  const double over = sums.over(to_double(limit));
  if (std::abs(over) > kSumError * sums.square) return over < 0;
  // As the engine decides: with sums that lose nothing, and as fractions where these are too near as well.
  std::vector<double> values;
  values.reserve(pupils.size());
  for (std::size_t unit = 0; unit < pupils.size(); ++unit)
    values.push_back(to_double(value_after(indicator.cells[unit], steps[unit])));
  const double cv = spread_of(values, pupils).cv;
  if (std::abs(cv - to_double(limit)) > kCvErrorBound * (1 + cv)) return cv < to_double(limit);
  std::vector<WeightedRatio> units;
  units.reserve(pupils.size());
  bool any = false;
  for (std::size_t unit = 0; unit < pupils.size(); ++unit) {
    units.push_back({pupils[unit], value_after(indicator.cells[unit], steps[unit])});
    any = any || units.back().value.numerator != 0;
  }
  return any && compare_cv(units, limit) != std::strong_ordering::greater;
}

}  // namespace junheng
