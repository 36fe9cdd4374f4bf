// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "plan/stage_plan.h"

namespace junheng {

/// A bound of the whole stage by one set of multipliers, as the sum that it is: by indicator and unit, where that stays
/// and where it has to reach its threshold.
struct UnitParts {
  std::vector<std::vector<double>> low;
  std::vector<std::vector<double>> high;

  [[nodiscard]] double spared(std::size_t indicator, std::size_t unit) const {
    return high[indicator][unit] - low[indicator][unit];
  }
};

/// By the multipliers of what was found. `most_cost`: of the plans that are bounded.
[[nodiscard]] UnitParts unit_parts(const PlannedStage& stage, const std::vector<LeastSteps>& found, double most_cost);

/// The part of a unit that lets that stay which spares most.
[[nodiscard]] double least_part(const PlannedStage& stage, const UnitParts& parts, std::uint32_t unit);

/// What no choice can be below: each unit by itself lets that stay which spares most.
[[nodiscard]] double bound_by(const PlannedStage& stage, const UnitParts& parts);

/// The same by better multipliers. Those that are found know of their own indicator alone, where one choice of what stays is
/// given; here the choices follow them: one multiplier after another goes where the bound of the whole is highest, in which it
/// is concave.
[[nodiscard]] UnitParts sharpened_parts(const PlannedStage& stage, std::vector<LeastSteps> found, double most_cost);

}  // namespace junheng
