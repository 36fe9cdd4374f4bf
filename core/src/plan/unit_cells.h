// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "junheng/evaluation.h"
#include "junheng/plan.h"

namespace junheng {

/// Value and rise over one denominator; nullopt beyond 128 bits.
[[nodiscard]] std::optional<PlanCell> cell_of_ratios(Ratio value, Ratio rise);

/// The column of numbers of a field of a stage or of the whole school (kNoStage); null where the table has none.
[[nodiscard]] const NumberColumn* numbers_of(const Evaluation& e, std::uint16_t field, std::uint8_t stage);

/// By how much so much of a number in a cell raises the value of a unit, which has all of it or its share.
[[nodiscard]] Ratio rise_of(const Evaluation& e, std::uint32_t unit, const Reading& reading, Decimal per, Decimal step);

}  // namespace junheng
