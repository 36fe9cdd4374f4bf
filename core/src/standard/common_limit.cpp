// SPDX-License-Identifier: MIT
#include "standard/common_limit.h"

namespace junheng {

const Limit* common_limit(const Check& check) {
  const Way* first = nullptr;
  for (const Way& way : check.ways) {
    if (way.limits.size() != 1) return nullptr;
    const LimitRow& row = way.limits.front();
    if (!row.types.empty() || row.stage || !row.when.empty()) return nullptr;
    if (first == nullptr) first = &way;
    if (way.compare != first->compare || way.quantity.per != first->quantity.per ||
        row.limit.value != first->limits.front().limit.value)
      return nullptr;
  }
  return first == nullptr ? nullptr : &first->limits.front().limit;
}

}  // namespace junheng
