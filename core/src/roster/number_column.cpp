// SPDX-License-Identifier: MIT
#include <algorithm>

#include "junheng/roster.h"

namespace junheng {

void NumberColumn::put_long(std::size_t row, std::int64_t mantissa) {
  if (long_.empty()) {
    long_.assign(short_.begin(), short_.end());
    short_ = {};
  }
  long_[row] = mantissa;
}

bool NumberColumn::blank() const {
  return std::all_of(meta_.begin(), meta_.end(),
                     [](std::uint8_t meta) { return static_cast<CellState>(meta >> kStateShift) == CellState::blank; });
}

}  // namespace junheng
