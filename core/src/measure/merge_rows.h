// SPDX-License-Identifier: MIT
#pragma once

#include "junheng/roster.h"
#include "junheng/standard.h"

namespace junheng {

/// Adds the numbers of schools that the chosen reading merges into their main school (所属学校) to its row, field by
/// field, and marks their rows as merged. A number that only one of the two has is unknown afterwards, as no blank is a
/// zero. A row whose main school is not in the county stays a school of its own, and it is said.
void merge_rows(Roster& roster, const Table& table, const Standard& standard, const Choices& choices,
                const Vocabulary& vocabulary, Issues& issues);

}  // namespace junheng
