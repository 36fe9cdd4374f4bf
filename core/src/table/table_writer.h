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
  /// Goes on from a table of records: all else of it stays as it is.
  explicit TableWriter(Table&& table);
  /// A record as it stands in a text with the same delimiter.
  void copy(std::string_view record, std::uint32_t line);
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
