// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace junheng {

/// What stands in a numeric cell. Missing is never zero.
enum class CellState : std::uint8_t {
  number,
  blank,
  mark,        ///< "—", "无" …: said to be missing
  unreadable,  ///< there is something, and an issue says what
};

}  // namespace junheng
