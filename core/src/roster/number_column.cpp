// SPDX-License-Identifier: MIT
#include <algorithm>

#include "junheng/roster.h"

namespace junheng {

void NumberColumn::widen() {
  long_.assign(short_.begin(), short_.end());
  short_ = {};
}

bool NumberColumn::blank() const {
  return std::all_of(meta_.begin(), meta_.end(),
                     [](std::uint8_t meta) { return static_cast<CellState>(meta >> kStateShift) == CellState::blank; });
}

}  // namespace junheng
