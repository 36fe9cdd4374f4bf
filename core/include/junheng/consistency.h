// SPDX-License-Identifier: MIT
#pragma once

#include "junheng/prepared.h"

/// Checks on numbers that were read well (逻辑校验). They add issues and change nothing else: what is evaluated is what
/// stands in the table.
namespace junheng {

/// Parts against their wholes in every row: 骨干教师 ≤ 专任教师, 小学 + 初中 = 全校, the classes by size.
void check_relations(const Prepared& prepared, Issues& issues);
/// Rows of totals against the sums of the rows that they may be of. Quoted is by how much they differ: sum − total = so much.
[[nodiscard]] std::vector<QuotedIssue> check_totals(const Prepared& prepared);

}  // namespace junheng
