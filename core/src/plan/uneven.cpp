// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "plan/indicator_plan.h"
#include "plan/search.h"

namespace junheng {
namespace {

/// Parts of the dearness that are tried before it is searched.
constexpr int kParts = 64;
/// As far as real steps may be below the whole number that they stand for.
constexpr double kHair = 4e-9;

}  // namespace

/// A step weighs more in one unit than in another: levels by price, rounded down, then step by step.
void IndicatorPlanner::uneven(LeastSteps& found, const StepRange& range) const {
  const auto floors = found.steps;
  std::vector<double> values;
  double least_cost = std::numeric_limits<double>::infinity();
  // At the least the level is x̄ · (1 + L²): where it crosses that the dearness is the right one. NaN: nobody stands on it.
  double above_right = std::numeric_limits<double>::quiet_NaN();
  double heaviest = 0;
  for (std::size_t unit = 0; unit < floors.size(); ++unit)
    heaviest = std::max(heaviest, rise_[unit] * weight_[unit]);
  const double top = *std::max_element(value_.begin(), value_.end()) + *std::max_element(rise_.begin(), rise_.end());
  const auto try_dearness = [&](double dearness) {
    const auto levels = level_values(range, floors, dearness);
    above_right = std::numeric_limits<double>::quiet_NaN();
    if (!levels) return std::numeric_limits<double>::infinity();
    double price = 0;
    const double right = sums_of_values(*levels).mean * (1 + limit_ * limit_);
    for (std::size_t unit = 0; unit < floors.size(); ++unit) {
      const double steps = ((*levels)[unit] - value_[unit]) / rise_[unit];
      price += price_ * steps;
      if (steps <= static_cast<double>(floors[unit]) || steps >= static_cast<double>(range.most[unit])) continue;
      above_right = (*levels)[unit] + dearness / (rise_[unit] * weight_[unit]) - right;
    }
    if (price < least_cost) {
      least_cost = price;
      values = *levels;
    }
    return price;
  };
  if (!std::isfinite(try_dearness(0))) return;
  const auto cross = [&](double low, double high, double at_low) {
    crossing_of(low, std::abs(at_low), high, [&](double dearness) {
      try_dearness(dearness);
      return std::copysign(above_right, above_right * at_low);
    });
  };
  // The cost falls and rises more than once on the way: first in parts, then within the best two of them.
  const double part = 2 * top * heaviest / kParts;
  int nearest = 0;
  double below = above_right;
  for (int i = 1; i <= kParts; ++i) {
    const double before = least_cost;
    if (try_dearness(part * i) < before) nearest = i;
    const double now = above_right;
    if (below * now < 0) cross(part * (i - 1), part * i, below);
    below = now;
  }
  least_of(part * std::max(nearest - 1, 0), part * (nearest + 1), kFineCuts, try_dearness);

  std::vector<std::uint32_t> dearest(floors.size());
  std::iota(dearest.begin(), dearest.end(), 0U);
  std::sort(dearest.begin(), dearest.end(),
            [&](std::uint32_t a, std::uint32_t b) { return rise_[a] * weight_[a] < rise_[b] * weight_[b]; });
  for (std::size_t unit = 0; unit < floors.size(); ++unit) {
    const double steps = std::floor((values[unit] - value_[unit]) / rise_[unit] + kHair);
    found.steps[unit] = std::clamp(static_cast<std::int64_t>(steps), floors[unit], range.most[unit]);
  }
  PlanSums sums = sums_of(indicator_, pupils_, found.steps);
  const auto change = [&](std::size_t unit, std::int64_t by) {
    const double before = value(unit, static_cast<double>(found.steps[unit]));
    found.steps[unit] += by;
    sums.change(weight_[unit], before, before + rise_[unit] * static_cast<double>(by));
  };
  // Rounded down it is a little over: each further step where it takes most off Σ w X² − (1 + L²) X̄².
  const double factor = 1 + limit_ * limit_;
  for (std::size_t tries = 0; !within(found.steps, sums); ++tries) {
    std::size_t best = floors.size();
    double least = 0;
    for (std::size_t unit = 0; unit < floors.size(); ++unit) {
      if (found.steps[unit] >= range.most[unit]) continue;
      const double now = value(unit, static_cast<double>(found.steps[unit]));
      const double mean = weight_[unit] * rise_[unit];
      const double by = mean * (2 * now + rise_[unit]) - factor * mean * (2 * sums.mean + mean);
      if (best != floors.size() && by >= least) continue;
      best = unit;
      least = by;
    }
    if (best == floors.size() || tries > 2 * floors.size()) return;
    change(best, 1);
  }
  for (const std::uint32_t unit : dearest) {
    while (found.steps[unit] > floors[unit]) {
      change(unit, -1);
      if (within(found.steps, sums)) continue;
      change(unit, 1);
      break;
    }
  }
  found.possible = true;
  found.cost = cost(found.steps);
  touch_cone(found, range, values, least_cost, nullptr);
}

}  // namespace junheng
