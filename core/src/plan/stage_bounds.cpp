// SPDX-License-Identifier: MIT
#include "plan/stage_bounds.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <numeric>

#include "plan/search.h"

namespace junheng {
namespace {

/// Times that all multipliers are moved, and cuts of each.
constexpr int kSweeps = 6;
constexpr int kCuts = 20;
/// The multiplier of a coefficient may become so many times what it is.
constexpr double kSteepest = 4;

void set_parts(const PlannedStage& stage, const LeastSteps& found, double most_cost, std::size_t i, UnitParts& parts) {
  parts.low[i] = stage.planners[i].unit_bounds(found, stage.low[i], most_cost);
  parts.high[i] = stage.planners[i].unit_bounds(found, stage.high[i], most_cost);
}

}  // namespace

UnitParts unit_parts(const PlannedStage& stage, const std::vector<LeastSteps>& found, double most_cost) {
  UnitParts parts;
  parts.low.resize(found.size());
  parts.high.resize(found.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    set_parts(stage, found[i], most_cost, i, parts);
  return parts;
}

double least_part(const PlannedStage& stage, const UnitParts& parts, std::uint32_t unit) {
  double part = 0;
  std::vector<double> spared;
  spared.reserve(parts.low.size());
  for (std::size_t i = 0; i < parts.low.size(); ++i) {
    part += parts.low[i][unit];
    // What must stay has a place of its own among those that may.
    spared.push_back(stage.must_stay(i, unit) ? kNoPlan : std::max(0.0, parts.spared(i, unit)));
  }
  if (stage.may_stay >= spared.size()) return part;
  std::sort(spared.begin(), spared.end(), std::greater<>());
  return std::accumulate(spared.begin() + static_cast<std::ptrdiff_t>(stage.may_stay), spared.end(), part);
}

double bound_by(const PlannedStage& stage, const UnitParts& parts) {
  double bound = 0;
  for (std::uint32_t unit = 0; unit < parts.low.front().size(); ++unit)
    bound += least_part(stage, parts, unit);
  return bound;
}

UnitParts sharpened_parts(const PlannedStage& stage, std::vector<LeastSteps> found, double most_cost) {
  UnitParts parts = unit_parts(stage, found, most_cost);
  double best = bound_by(stage, parts);
  const auto move = [&](std::size_t i, double& multiplier, double most) {
    double chosen = multiplier;
    const auto at = [&](double place) {
      multiplier = place;
      set_parts(stage, found[i], most_cost, i, parts);
      const double bound = bound_by(stage, parts);
      if (bound > best) {
        best = bound;
        chosen = place;
      }
      return -bound;
    };
    at(0);
    at(most);
    least_of(0, most, kCuts, at);
    multiplier = chosen;
    set_parts(stage, found[i], most_cost, i, parts);
  };
  for (int sweep = 0; sweep < kSweeps; ++sweep) {
    const double before = best;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const IndicatorPlanner& planner = stage.planners[i];
      if (planner.movable()) move(i, found[i].price_of_total, planner.price());
      if (found[i].weight_of_cv > 0) move(i, found[i].weight_of_cv, kSteepest * found[i].weight_of_cv);
    }
    if (!(best > before)) break;
  }
  return parts;
}

}  // namespace junheng
