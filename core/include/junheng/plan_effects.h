// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "junheng/plan.h"

namespace junheng {

/// What one unit gets of one resource, as a thing that may be done alone.
struct PlanStep {
  std::uint16_t indicator = 0;
  std::uint32_t unit = 0;
  std::int64_t steps = 0;  ///< > 0
  double cost = 0;         ///< its share of what is bought and moved of the resource
  double effect = 0;       ///< by how much the stage is nearer to passing when only this is done
};

/// The steps of a plan, those first that do most for their cost. How far a stage is from passing: Σ (CV − L)/L of the
/// coefficients that are over, and the mean over the units of what each lacks, Σ (T − X)/T.
[[nodiscard]] std::vector<PlanStep> steps_by_effect(const PlanProblem& problem,
                                                    const std::vector<IndicatorPlan>& indicators);

}  // namespace junheng
