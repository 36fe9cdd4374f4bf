// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "junheng/quantity.h"

namespace junheng {

/// The type of a row's school, or its own where it is of none; kNoType where neither is known.
[[nodiscard]] std::uint16_t type_of(const Prepared& prepared, std::uint32_t row);

/// Whether the school of a row is of one of these types; any is where none is named.
[[nodiscard]] bool of_types(const Prepared& prepared, const std::vector<std::uint16_t>& types, std::uint32_t row);
/// Whether a school is one of those of which a rule speaks: `open` where a cell is blank that would say so.
[[nodiscard]] Holding within(const Prepared& prepared, const SchoolFilter& filter, const Subject& school);
/// Whether the table has every column that the filter asks for: without one of them nobody knows whom the rule means.
[[nodiscard]] bool can_tell(const Prepared& prepared, const SchoolFilter& filter);
/// The blank cells without which it is open whether a school is meant.
[[nodiscard]] std::vector<Reading> missing_for(const Prepared& prepared, const SchoolFilter& filter,
                                               const Subject& school);

}  // namespace junheng
