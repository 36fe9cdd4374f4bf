// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "junheng/record.h"
#include "junheng/table.h"

namespace test {

/// Bytes that are neither blank nor a mark that parts or encloses cells, counted by their value.
class Letters {
 public:
  explicit Letters(char delimiter) : delimiter_(delimiter) {}
  void add(std::string_view text) {
    for (const char c : text) {
      const bool mark = c == delimiter_ || c == '"' || c == '=' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!mark) ++count_[static_cast<unsigned char>(c)];
    }
  }
  friend bool operator==(const Letters& a, const Letters& b) { return a.count_ == b.count_; }

 private:
  std::array<std::size_t, 256> count_{};
  char delimiter_;
};

/// Whether every byte of the records that is not blank stands in a cell, and none in two.
inline bool all_in_cells(junheng::Table& table) {
  if (table.rows() == 0) return true;
  Letters there(table.delimiter);
  there.add(
      std::string_view(table.text).substr(table.records.front().begin, table.text_end - table.records.front().begin));
  Letters found(table.delimiter);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::size_t text = table.text.size();
    junheng::CellReader cells(table, row);
    for (junheng::Span cell; cells.next(cell);)
      found.add(table.at(cell));
    table.text.resize(text);
  }
  return there == found;
}

}  // namespace test
