// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "junheng/plan.h"

namespace junheng {

/// 分流（学区调整）: pupils go from crowded schools to emptier ones of the same stage before anything is had. A heuristic
/// (启发式): a value is a quotient by the pupils, so that where they may go the problem is not convex and has no bound.

struct PupilLimits {
  std::uint32_t most = 0;              ///< pupils who go, in all
  std::vector<std::uint32_t> at_most;  ///< by unit: so many come or leave at most; empty: no cap
  /// Units between which they may go, either way; nullopt: all.
  std::optional<std::vector<std::pair<std::uint32_t, std::uint32_t>>> pairs;
};

struct PupilMove {
  std::uint32_t from = 0;  ///< unit
  std::uint32_t to = 0;
  std::uint32_t pupils = 0;
  /// The plan costs so much more where these stay; infinite: there is none then; NaN: there was no time to ask.
  double saved = 0;
};

/// The problem after pupils went; what each unit has stays with it. nullopt: the numbers are beyond 128 bits.
[[nodiscard]] std::optional<PlanProblem> with_pupils(PlanProblem problem, const std::vector<PupilMove>& moves);

/// Moves with which the least plan that is found costs less than `without`, or with which there is one at all: as few as
/// does that, none of which is for nothing. Empty: none were found.
[[nodiscard]] std::vector<PupilMove> pupils_to_move(const PlanProblem& problem, const Plan& without,
                                                    const PupilLimits& limits, const PlanProgress& progress = {});

}  // namespace junheng
