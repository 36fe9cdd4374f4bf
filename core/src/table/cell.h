// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "junheng/cell.h"
#include "junheng/decimal.h"
#include "junheng/issue.h"
#include "junheng/vocabulary.h"

namespace junheng {

/// A numeric cell as it was understood. A problem comes with state `unreadable`.
struct NumberCell {
  CellState state = CellState::blank;
  Decimal value;
  bool percent = false;   ///< "29 %": value is 29, the caller decides what a percentage means in its column
  bool currency = false;  ///< "¥1,200"
  std::optional<IssueCode> problem;
  std::optional<Conversion> conversion;  ///< of a unit that stands in the cell itself: "14.65万㎡"
};

/// A cell that holds something, with what is wrong about it.
[[nodiscard]] NumberCell unreadable(IssueCode problem);

/// Reads "1,234", "１，２３４", "1 234", "'45", "85％", "—", "" …; nothing is guessed.
[[nodiscard]] NumberCell read_number_cell(std::string_view cell, const Vocabulary& vocabulary);

/// The same for a quantity of a kind: a flag becomes 1 or 0, a percentage its fraction (85 %, 85 and 0.85 are all
/// 0.85; so 1 is 100 %), and a percentage anywhere else is a problem.
[[nodiscard]] NumberCell read_quantity_cell(std::string_view cell, FieldKind kind, const Vocabulary& vocabulary);

}  // namespace junheng
