// SPDX-License-Identifier: MIT
#pragma once

#include "junheng/table.h"

namespace junheng {

/// Raises `damaged_character` for each line with U+FFFD: where that stands, a character was lost before it came here.
void name_damage(const Table& table, Issues& issues);

}  // namespace junheng
