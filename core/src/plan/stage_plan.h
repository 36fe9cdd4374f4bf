// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "junheng/plan.h"
#include "plan/indicator_plan.h"

namespace junheng {

/// Which indicators of a unit may stay between the floor and the threshold: by indicator and unit, 1 where it may.
using Stays = std::vector<std::vector<std::uint8_t>>;

/// Dearer than any plan.
inline constexpr double kNoPlan = 1e15;

/// A stage as a plan looks at it: the planners of its indicators, how far steps may go, and the units for which something
/// has to be chosen.
struct PlannedStage {
  std::deque<IndicatorPlanner> planners;
  std::vector<StepRange> low;   ///< by indicator: with the floors of what may stay
  std::vector<StepRange> high;  ///< with the thresholds
  std::size_t may_stay = 0;     ///< indicators of one unit that may stay
  std::vector<std::uint32_t> open;
  double unit_price = 1;  ///< every cost is a multiple of it
  int scale = 0;          ///< prices are in units of 10^-scale

  /// Whether staying spares anything: where not, the unit meets the threshold anyway.
  [[nodiscard]] bool spares(std::size_t indicator, std::size_t unit) const {
    return high[indicator].least[unit] > low[indicator].least[unit];
  }
  /// Whether the threshold is beyond the cap.
  [[nodiscard]] bool must_stay(std::size_t indicator, std::size_t unit) const {
    return high[indicator].least[unit] > high[indicator].most[unit];
  }
  /// What it costs to bring a unit from the floor to the threshold, where nothing is moved.
  [[nodiscard]] double price_of(std::size_t indicator, std::uint32_t unit) const;
  /// A bound up to what a plan may cost.
  [[nodiscard]] double rounded(double bound) const;
  [[nodiscard]] StepRange range(std::size_t indicator, const std::vector<std::uint8_t>& stays) const;
};

/// Precondition: within_bounds(problem). nullopt: prices that have no common scale.
[[nodiscard]] std::optional<PlannedStage> planned_stage(const PlanProblem& problem);

/// The least that was found for the whole stage.
struct LeastStage {
  bool possible = false;
  std::vector<LeastSteps> indicators;
  double cost = 0;
  double bound = 0;
};

/// Chooses what stays, and finds the least steps for it: exactly where the units with a choice are few, by multipliers
/// and single changes where they are many.
[[nodiscard]] LeastStage choose_stays(const PlannedStage& stage, std::size_t units, const PlanProgress& progress = {});

}  // namespace junheng
