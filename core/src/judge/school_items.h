// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "junheng/items.h"

namespace junheng {

struct SchoolCount {
  Verdict verdict = Verdict::unknown;
  std::uint32_t units = 0;
  std::uint32_t failing = 0;
  std::uint32_t unknown = 0;
};

/// Judges every school of a county by the items of a part of which it may miss some (10 项至少 8 项，其余不低于 60%).
/// `items`: the results of the part's items. Precondition: the part has a school rule.
[[nodiscard]] SchoolCount judge_schools(const Prepared& prepared, std::uint32_t county, const Part& part,
                                        const ItemResults& items);

}  // namespace junheng
