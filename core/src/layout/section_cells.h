// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/decimal.h"
#include "layout/section.h"

namespace junheng {

/// Reads single cells of the rows of a section, wherever they stand. Copies of quoted cells that it makes in the table
/// are taken away again.
class SectionCells {
 public:
  SectionCells(RawSheet& sheet, const Section& section)
      : table_(sheet.table), section_(section), text_(sheet.table.text.size()) {}
  ~SectionCells() { table_.text.resize(text_); }
  SectionCells(const SectionCells&) = delete;
  SectionCells& operator=(const SectionCells&) = delete;

  /// Without white space at its ends; holds until the next call.
  [[nodiscard]] std::string_view at(const SectionRow& row, std::size_t column);

  /// The number of a cell as nearly all are written (CellReader::next_plain()); false where it is anything else.
  [[nodiscard]] bool plain_number(const SectionRow& row, std::size_t column, Decimal& number);

  /// The first cell that has any text; empty where none has.
  [[nodiscard]] std::string_view first_text(const SectionRow& row);

 private:
  Table& table_;
  const Section& section_;
  std::size_t text_;
};

/// The words above a column that are nearest to it: 学校数 of "基本情况 > 学校数".
[[nodiscard]] std::string_view last_level(std::string_view header);

/// Gives the lines of a section's rows, and of its header, another kind.
void set_kind(std::vector<SourceRow>& rows, std::uint32_t line, RowKind kind);

/// The columns of a section with numbers that schools have and that add up, in their order.
[[nodiscard]] std::vector<std::size_t> number_columns(const Section& section, const Vocabulary& vocabulary);

}  // namespace junheng
