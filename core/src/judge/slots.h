// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "junheng/roster.h"

namespace junheng {

/// Every place where a field can stand: once for the school, and once for each stage.
constexpr std::size_t kSlots = kStages.size() + 1;

/// The stage of such a place.
inline std::uint8_t stage_at(std::size_t index) {
  return index == 0 ? kNoStage : static_cast<std::uint8_t>(index - 1);
}

inline const NumberColumn* slot(const FieldColumns& columns, std::size_t index) {
  const auto& column = index == 0 ? columns.whole : columns.staged[index - 1];
  return column ? &*column : nullptr;
}

}  // namespace junheng
