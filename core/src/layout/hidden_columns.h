// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "layout/section.h"

namespace junheng {

/// Columns that the spreadsheet does not show, in the sections from `first` on, which are of this sheet: not used where a
/// shown column says the same, used like the others where none does. An issue names them.
void set_hidden_columns_aside(RawSheet& sheet, std::vector<Section>& sections, std::size_t first, Issues& issues);

}  // namespace junheng
