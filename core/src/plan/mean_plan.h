// SPDX-License-Identifier: MIT
#pragma once

#include "junheng/plan.h"
#include "plan/stage_plan.h"

namespace junheng {

/// The least with which the mean of the coefficients is within problem.mean_limit. Preconditions: there is one, no
/// indicator has a limit of its own, and nothing has to be chosen about units: stage.open is empty.
[[nodiscard]] LeastStage least_for_mean(const PlanProblem& problem, const PlannedStage& stage,
                                        const PlanProgress& progress = {});

/// Whether the mean of the coefficients is within problem.mean_limit with these steps, decided as weigh() does.
[[nodiscard]] bool mean_within(const PlanProblem& problem, const std::vector<const std::vector<std::int64_t>*>& steps);

}  // namespace junheng
