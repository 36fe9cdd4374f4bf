// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include "table/cell.h"

namespace junheng {

/// Length of the number at the start of a cell: 6 of "14.65万㎡"; 0 where there is none.
[[nodiscard]] std::size_t number_length(std::string_view cell);

/// Parses a cell of a column: as read_quantity_cell, also with a unit of its own, and as a ratio ("1:17") where the
/// field is one. "约45", dates and numbers that ran together are problems of their own, apart from not_a_number.
[[nodiscard]] NumberCell read_field_cell(std::string_view cell, const Field& field, const Vocabulary& vocabulary);

}  // namespace junheng
