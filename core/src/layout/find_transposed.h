// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "layout/section.h"

namespace junheng {

/// How a sheet was found to stand.
enum class Standing : std::uint8_t {
  rows,     ///< a school is a row: find_sections() reads it
  columns,  ///< a school is a column: the section is added
  aside,    ///< a table of the county's numbers, or one of which a person has to say how it stands: not read, and said
};

/// Decided by which reading agrees more with the cells: how many different fields have their names below each other or
/// beside each other, with numbers where they are numbers. A header that a person chose stands in rows.
[[nodiscard]] Standing find_transposed(RawSheet& sheet, std::size_t index, const Vocabulary& vocabulary,
                                       const TableChoices& reading, HeaderMemo& memo, std::vector<Section>& sections,
                                       std::vector<SourceRow>& rows, std::vector<Question>& questions, Issues& issues);

}  // namespace junheng
