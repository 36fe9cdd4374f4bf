// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "junheng/decimal.h"
#include "junheng/table.h"

namespace junheng {

/// Walks the cells of one record from left to right.
class CellReader {
 public:
  CellReader(Table& table, std::size_t row);

  /// False behind the last cell. `cell` is without the enclosing quotes and the spaces around it; of a formula that
  /// only keeps a text or a number as it is (="007", =300) it is what is kept; the apostrophe before what a spreadsheet
  /// would compute ('=1+1) is no part of it.
  bool next(Span& cell);

  /// Takes the next cell where it is a number as nearly all are written, ASCII digits and nothing beside them, with
  /// `fraction` also with a point among them; false and nowhere further where it is anything else. What a number means
  /// is said by read_number_cell() (table/cell.cpp), which finds the same. The number is that of the cell times
  /// 10^shift, with `shift` not negative.
  bool next_plain(Decimal& number, bool fraction, int shift = 0);

  /// Goes past so many cells as next() would, without looking at them. False where the record ends before.
  bool skip(std::size_t cells);

  /// Takes the next cell where nothing at all stands in it; false and nowhere further otherwise.
  bool next_blank() {
    if (done_ || position_ >= end_) return false;
    const char at = table_.text[position_];
    if (at != table_.delimiter && at != '\n' && at != '\r') return false;
    leave(position_);
    return true;
  }

 private:
  void leave(std::uint32_t stop) {
    done_ = stop >= end_ || table_.text[stop] == '\n' || table_.text[stop] == '\r';
    position_ = stop + 1;
  }
  bool quoted(std::uint32_t open, Span& cell);
  Span unquoted(Span cell);
  Span meant(Span cell);
  Span constant(Span cell);

  Table& table_;
  std::uint32_t position_;
  std::uint32_t end_;
  bool done_ = false;
};

/// The cells of a record as texts; of a record that is too wide only the first, one more than a table may have.
void read_cells(Table& table, std::size_t row, std::vector<std::string>& cells);
/// The same cells without touching the table.
[[nodiscard]] std::vector<std::string> record_cells(const Table& table, std::size_t row);
/// One cell of a record as it stands in the text; empty where the record ends before it.
[[nodiscard]] std::string raw_cell(const Table& table, std::size_t row, std::size_t column);

}  // namespace junheng
