// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "junheng/decimal.h"
#include "junheng/table.h"

namespace junheng {

/// Any number of so many digits is within the bounds of Decimal.
inline constexpr int kPlainDigits = 11;

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

  /// What the cells of a column have to be for take_plain().
  struct PlainCells {
    bool blank = false;   ///< maybe nothing at all
    bool number = false;  ///< maybe a plain number
    bool fraction = false;
    std::uint8_t shift = 0;
  };
  /// Takes cells in which nothing at all stands, or what next_plain() takes, as long as they are what their columns may
  /// have and another cell follows; how many. put(i, number) is called for each number.
  template <typename Put>
  std::size_t take_plain(std::span<const PlainCells> columns, const Put& put) {
    if (done_) return 0;
    const char* const text = table_.text.data();
    const char* const end = text + end_;
    const char delimiter = table_.delimiter;
    const char* at = text + position_;
    std::size_t taken = 0;
    for (; taken < columns.size(); ++taken) {
      const PlainCells column = columns[taken];
      const char* stop = at;
      if (*stop != delimiter) {
        Decimal number;
        if (!column.number || !plain_number(stop, column.fraction, column.shift, number)) break;
        if (*stop != delimiter || stop >= end) break;
        put(taken, number);
      } else if (!column.blank || stop >= end) {
        break;
      }
      at = stop + 1;
    }
    position_ = static_cast<std::uint32_t>(at - text);
    return taken;
  }

  /// Whether nothing at all stands in the next cell, and another one follows.
  [[nodiscard]] bool at_nothing() const {
    return !done_ && position_ < end_ && table_.text[position_] == table_.delimiter;
  }

  /// Takes the next cell where another one follows and it is written just as `cell` is, which next() found: it is the
  /// same then. False and nowhere further where it is not.
  bool take_same(Span cell);

  /// Goes past so many cells as next() would, without looking at them. False where the record ends before.
  bool skip(std::size_t cells);

 private:
  void leave(std::uint32_t stop) {
    done_ = stop >= end_ || table_.text[stop] == '\n' || table_.text[stop] == '\r';
    position_ = stop + 1;
  }
  /// ASCII digits, of `fraction` maybe a point among them, whose value times 10^shift is within the bounds of Decimal
  /// without a further look; `at` is then behind them. The text ends with a NUL, so that nothing has to be counted.
  static bool plain_number(const char*& at, bool fraction, int shift, Decimal& number);
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

inline bool CellReader::plain_number(const char*& at, bool fraction, int shift, Decimal& number) {
  const char* const start = at;
  std::uint64_t digits = 0;
  const auto take_digits = [&] {
    for (unsigned digit = 0; (digit = static_cast<unsigned char>(*at) - unsigned{'0'}) <= 9; ++at)
      digits = digits * 10 + digit;
  };
  take_digits();
  const auto whole = static_cast<int>(at - start);
  int scale = 0;
  if (*at == '.' && fraction) {
    const char* const point = at++;
    take_digits();
    // 12.50 is 12.5, as everywhere.
    scale = static_cast<int>(at - point) - 1;
    if (scale == 0 || at[-1] == '0') return false;
  }
  if (digits == 0) shift = 0;
  // Nothing in front of a point is no number.
  if (whole == 0 || whole + (scale > shift ? scale : shift) > kPlainDigits) return false;
  for (; shift > scale; --shift)
    digits *= 10;
  number = {static_cast<std::int64_t>(digits), static_cast<std::uint8_t>(scale - shift)};
  return true;
}

}  // namespace junheng
