// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "junheng/plan.h"

namespace junheng {

/// The value of a unit after so many steps. Precondition: it is not negative.
[[nodiscard]] Ratio value_after(const PlanCell& cell, std::int64_t steps);

/// The least number of steps, negative where some can be spared, after which a value is at least limit · factor.
[[nodiscard]] std::int64_t steps_to(const PlanCell& cell, Decimal limit, Decimal factor = {1, 0});

/// The least number of steps that a unit may be left with: so many that its value is not negative.
[[nodiscard]] std::int64_t steps_to_zero(const PlanCell& cell);

/// Whether a unit has to meet the rule of the problem.
[[nodiscard]] inline bool is_judged(const PlanProblem& problem, std::size_t unit) {
  return problem.judged.empty() || problem.judged[unit] != 0;
}

/// Whether the numbers are within what is compared exactly, whatever a plan does with them.
[[nodiscard]] bool within_bounds(const PlanProblem& problem);

/// Σ w X and Σ w X² of one indicator with w = P/ΣP, kept along while single units change.
struct PlanSums {
  double mean = 0;
  double square = 0;

  void change(double weight, double from, double to) {
    mean += weight * (to - from);
    square += weight * (to - from) * (to + from);
  }
  /// Σ w X² − (1 + L²) X̄²: at most zero where the coefficient is at most L.
  [[nodiscard]] double over(double limit) const { return square - (1 + limit * limit) * mean * mean; }
};

/// Whether the coefficient with these steps is within the limit: by the sums where they are far from it, exactly where
/// not. A mean of zero has no coefficient, and is not within.
[[nodiscard]] bool cv_within(const PlanIndicator& indicator, const std::vector<std::uint32_t>& pupils,
                             const std::vector<std::int64_t>& steps, const PlanSums& sums);

/// The sums as they are from the beginning, without what changes have rounded.
[[nodiscard]] PlanSums sums_of(const PlanIndicator& indicator, const std::vector<std::uint32_t>& pupils,
                               const std::vector<std::int64_t>& steps);

}  // namespace junheng
