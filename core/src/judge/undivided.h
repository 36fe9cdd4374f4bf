// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "junheng/indicators.h"
#include "junheng/judge.h"

namespace junheng {

/// Numbers that a school of several stages has only once and that nothing divides, where a unit or a check is unknown for
/// want of those of its stages: pupils, without whom there is no share either, and what checks ask of each stage. Each
/// is named once.
[[nodiscard]] std::vector<QuotedIssue> check_divided(const Prepared& prepared, const Indicators& indicators,
                                                     const Verdicts& verdicts);

/// The stages of a row of several that have no number of their own in a field.
[[nodiscard]] StageSet without_own(const Prepared& prepared, std::uint16_t field, std::uint32_t row);

}  // namespace junheng
