// SPDX-License-Identifier: MIT
#include "table/formula_guard.h"

#include <algorithm>

#include "base/utf8.h"

namespace junheng {
namespace {

/// Also in full width, which is made half before, and in the small forms of old character sets.
bool is_sign(char32_t point) {
  return point == U'=' || point == U'+' || point == U'-' || point == U'@' || point == 0xFE62 || point == 0xFE63 ||
         point == 0xFE66 || point == 0xFE6B;
}

}  // namespace

bool is_guarded(std::string_view cell) {
  if (cell.empty() || cell.front() != '\'') return false;
  // Of several only the first is the guard's; what it guards may begin with one itself.
  cell.remove_prefix(std::min(cell.find_first_not_of('\''), cell.size()));
  if (cell.empty()) return false;
  if (cell.front() == '\t' || cell.front() == '\r' || cell.front() == '\n') return true;
  while (!cell.empty()) {
    const char32_t point = half_width(take_code_point(cell));
    if (point < U' ' || is_space(point) || is_invisible(point)) continue;
    return is_sign(point);
  }
  return false;
}

}  // namespace junheng
