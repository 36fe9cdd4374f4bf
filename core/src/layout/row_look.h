// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "junheng/table.h"
#include "junheng/vocabulary.h"

namespace junheng {

/// What one row of a sheet looks like, before anybody knows the header.
struct RowLook {
  const Table* table = nullptr;
  std::vector<Span> cells;  ///< without white space at their ends; places and not views, as the text may move
  std::size_t filled = 0;
  std::size_t first = 0;         ///< the first cell that is not empty
  std::size_t first_number = 0;  ///< the first cell that is a number; cells.size() where there is none
  bool one_text = false;         ///< nothing but one text, in one cell or merged over several
  bool numbers = false;          ///< a number stands in it

  [[nodiscard]] std::string_view first_text() const { return at(first); }
  [[nodiscard]] std::string_view at(std::size_t column) const {
    return column < cells.size() ? table->at(cells[column]) : std::string_view();
  }
};

void look_at_row(Table& table, std::size_t row, const Vocabulary& vocabulary, RowLook& look);

/// A number, maybe with its unit behind it. "9年一贯制", "25人以下" and "2010年" are none.
[[nodiscard]] bool is_numeric(std::string_view cell, const Vocabulary& vocabulary);

/// "…" in every cell that has anything; or the line of dashes below a header in Markdown.
[[nodiscard]] bool is_ellipsis_row(const RowLook& look);

/// L1, L2 … or 甲, 乙, 1, 2 …: the numbers of the columns below a header.
[[nodiscard]] bool is_codes_row(const RowLook& look);

}  // namespace junheng
