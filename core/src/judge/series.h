// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "junheng/items.h"

namespace junheng {

/// Judges a way over years for a county or one of its stages: each of the latest years against the year before it, or
/// against what stands beside it. Where the rule asks for more years than there are, a last one without a year is
/// unknown.
[[nodiscard]] std::vector<Judged> judge_series(const Prepared& prepared, const Way& way, Subject subject);

}  // namespace junheng
