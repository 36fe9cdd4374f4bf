// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "junheng/issue.h"
#include "junheng/roster.h"

namespace junheng {

/// A numeric cell as it was understood. A problem comes with state `unreadable`.
struct NumberCell {
  CellState state = CellState::blank;
  Decimal value;
  bool percent = false;  ///< "29 %": value is 29, the caller decides what a percentage means in its column
  std::optional<IssueCode> problem;
};

/// Reads "1,234", "１，２３４", "1 234", "'45", "85％", "—", "" …; nothing is guessed.
[[nodiscard]] NumberCell read_number_cell(std::string_view cell, const Vocabulary& vocabulary);

}  // namespace junheng
