// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "junheng/table.h"

namespace junheng {

/// Makes a table of rows of cells, tab separated, so that reading it gives the same cells.
class TableWriter {
 public:
  void columns(const std::vector<std::string>& headers);
  void row(const std::vector<std::string>& cells, std::uint32_t line);
  [[nodiscard]] Table take();

 private:
  void cell(std::string_view text);

  Table table_;
};

/// The cells of a record as texts.
void read_cells(Table& table, std::size_t row, std::vector<std::string>& cells);

}  // namespace junheng
