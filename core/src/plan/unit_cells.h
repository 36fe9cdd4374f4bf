// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "junheng/evaluation.h"
#include "junheng/plan.h"

namespace junheng {

/// Value and rise over one denominator; nullopt beyond 128 bits.
[[nodiscard]] std::optional<PlanCell> cell_of_ratios(Ratio value, Ratio rise);

/// By how much so much of a number in a cell raises the value of a unit, which has all of it or its share.
[[nodiscard]] Ratio rise_of(const Evaluation& e, std::uint32_t unit, const Reading& reading, Decimal per, Decimal step);

}  // namespace junheng
