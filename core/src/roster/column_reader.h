// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "junheng/record.h"
#include "junheng/roster.h"
#include "junheng/vocabulary.h"

namespace junheng {

/// What the cells of a column are for.
enum class Use : std::uint8_t {
  none,
  school,
  code,
  county,
  province,
  type,
  stage,
  campus,
  main_school,
  ownership,
  place,
  number
};

/// Whether the word of a row is mostly that of the row above.
[[nodiscard]] constexpr bool repeats(Use use) {
  return use > Use::code && use < Use::number;
}

/// What to do with a column, looked up once and not for every cell.
struct ColumnReader {
  Use use = Use::none;
  NumberColumn* numbers = nullptr;
  const Field* field = nullptr;
  Conversion conversion;
  bool unit_named = false;
};

/// Makes the column of the roster that the numbers go into, where it is one of numbers.
[[nodiscard]] ColumnReader reader_of(const HeaderMatch& match, const Vocabulary& vocabulary, Roster& roster);

/// Where a number means what its digits say, but for the point, which is moved: no percent sign is missing. Blank is what
/// a column is from the beginning. Precondition: it is one of numbers.
[[nodiscard]] CellReader::PlainCells plain_cells_of(const ColumnReader& reader);

}  // namespace junheng
