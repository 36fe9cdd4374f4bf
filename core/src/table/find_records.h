// SPDX-License-Identifier: MIT
#pragma once

#include "junheng/table.h"

namespace junheng {

/// Finds where the records of a text begin whose delimiter is known, from `at` on, which stands on `line`.
void find_records(Table& table, Issues& issues, std::size_t at = 0, std::uint32_t line = 1);

}  // namespace junheng
