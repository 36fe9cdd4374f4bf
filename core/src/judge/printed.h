// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "junheng/balance.h"

namespace junheng {

/// A composite that a county prints alone (综合差异系数 0.48) stands in where a stage has neither schools nor single
/// coefficients; beside a composite that is known it is compared, and a difference beyond the rounding of both is said.
[[nodiscard]] std::vector<QuotedIssue> take_printed_composites(const Prepared& prepared,
                                                               std::vector<StageBalance>& balance);

}  // namespace junheng
