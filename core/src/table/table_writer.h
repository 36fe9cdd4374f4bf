// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "junheng/table.h"

namespace junheng {

/// Makes a table of rows of cells so that reading it gives the same cells.
class TableWriter {
 public:
  TableWriter() = default;
  /// Goes on with a table whose records were taken out of it: all else of it stays as it is.
  explicit TableWriter(Table&& table);
  /// Records as they stand in a table with the same delimiter.
  void copy(const Table& from, std::size_t first, std::size_t last);
  void columns(const std::vector<std::string>& headers);
  void row(const std::vector<std::string>& cells, std::uint32_t line);
  void begin_row(std::uint32_t line);
  void cell(std::string_view text);
  void end_row();
  [[nodiscard]] Table take();

 private:
  bool first_ = true;

  Table table_;
};

}  // namespace junheng
