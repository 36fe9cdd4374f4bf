// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "junheng/evaluation.h"

/// Checks on numbers that were read well (逻辑校验, 经验校验). They add issues and change nothing else: what is
/// evaluated is what stands in the table.
namespace junheng {

/// Parts against their wholes in every row:骨干教师 ≤ 专任教师, 小学 + 初中 = 全校, the classes by size.
void check_relations(Evaluation& evaluation);
/// Rows of totals against the sum of the rows above them.
void check_totals(Evaluation& evaluation);
/// Values far from those of the county's other schools, and whole columns off by a power of ten.
void check_plausible(Evaluation& evaluation);
/// Values far from those of the same school in the year before.
void compare_with_previous(Evaluation& evaluation, std::string previous);

}  // namespace junheng
