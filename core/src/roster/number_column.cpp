// SPDX-License-Identifier: MIT
#include <algorithm>

#include "junheng/roster.h"

namespace junheng {

void NumberColumn::reserve(std::size_t rows) {
  mantissa_.reserve(rows);
  meta_.reserve(rows);
}

void NumberColumn::push(CellState state, Decimal value, bool unit_named) {
  mantissa_.push_back(value.mantissa);
  meta_.push_back(static_cast<std::uint8_t>(static_cast<unsigned>(state) << kStateShift |
                                            (unit_named ? kUnitNamed : 0U) | value.scale));
}

void NumberColumn::set(std::size_t row, CellState state, Decimal value) {
  mantissa_[row] = value.mantissa;
  meta_[row] =
      static_cast<std::uint8_t>(static_cast<unsigned>(state) << kStateShift | (meta_[row] & kUnitNamed) | value.scale);
}

bool NumberColumn::blank() const {
  return std::all_of(meta_.begin(), meta_.end(),
                     [](std::uint8_t meta) { return static_cast<CellState>(meta >> kStateShift) == CellState::blank; });
}

}  // namespace junheng
