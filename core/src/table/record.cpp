// SPDX-License-Identifier: MIT
#include "junheng/record.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "base/ascii.h"
#include "base/eight_bytes.h"
#include "table/formula_guard.h"
#include "table/quoted_cell.h"

namespace junheng {
namespace {

constexpr char kQuote = '"';

/// The delimiter or the line break that ends a cell, or the end.
const char* end_of_cell(const char* at, const char* end, char delimiter) {
  // Line breaks and a tab are found together; any other control character is looked at below.
  const bool printed = delimiter >= kControls;
  for (; static_cast<std::size_t>(end - at) >= kEight; at += kEight) {
    const EightBytes bytes(at);
    std::uint64_t found = bytes.below(kControls);
    if (printed) found |= bytes.equal_to(delimiter);
    if (found == 0) continue;
    at += EightBytes::first_of(found);
    if (*at == delimiter || is_newline(*at)) return at;
    break;
  }
  while (at != end && *at != delimiter && !is_newline(*at))
    ++at;
  return at;
}

/// What cells begin with that are written otherwise than they are meant.
bool is_kept(char c) {
  return c == '=' || c == '\'';
}

/// A table of its own, as reading may write unquoted copies behind the text.
Table record_alone(const Table& table, std::size_t row) {
  const std::uint32_t begin = table.records[row].begin;
  const std::uint32_t length = table.records[row + 1].begin - begin;
  Table line;
  line.text = table.text.substr(begin, length);
  line.text_end = length;
  line.delimiter = table.delimiter;
  line.has_quotes = table.has_quotes;
  line.records = {{0, 0}, {length, 0}};
  return line;
}

}  // namespace

CellReader::CellReader(Table& table, std::size_t row)
    : table_(table), position_(table.records[row].begin), end_(table.records[row + 1].begin) {}

bool CellReader::skip(std::size_t cells) {
  Span passed;
  for (; cells > 0 && (table_.has_quotes || done_); --cells) {
    if (!next(passed)) return false;
  }
  const char* const text = table_.text.data();
  const char* at = text + position_;
  const char* const end = text + end_;
  const bool printed = table_.delimiter >= kControls;
  bool broken = false;  // by a line break, or by the end
  while (cells > 0 && !broken && static_cast<std::size_t>(end - at) >= kEight) {
    const EightBytes bytes(at);
    const char* next = at + kEight;
    std::uint64_t found = bytes.below(kControls);
    if (printed) found |= bytes.equal_to(table_.delimiter);
    for (; found != 0; found &= found - 1) {
      const char* const stop = at + EightBytes::first_of(found);
      if (*stop == table_.delimiter) {
        if (--cells > 0) continue;
        position_ = static_cast<std::uint32_t>(stop + 1 - text);
        return true;
      }
      if (!is_newline(*stop)) continue;
      broken = true;
      next = stop;
      break;
    }
    at = next;
  }
  position_ = static_cast<std::uint32_t>(at - text);
  for (; cells > 0; --cells) {
    if (done_) return false;
    leave(static_cast<std::uint32_t>(end_of_cell(text + position_, end, table_.delimiter) - text));
  }
  return true;
}

bool CellReader::take_same(Span cell) {
  const std::uint32_t behind = position_ + cell.length;
  if (done_ || behind >= end_ || table_.text[behind] != table_.delimiter) return false;
  const char* const text = table_.text.data();
  if (std::memcmp(text + position_, text + cell.begin, cell.length) != 0) return false;
  // What was found without its quotes is another cell where it stands in none.
  if (cell.length > 0 && (is_kept(text[position_]) || text[position_] == kQuote)) return false;
  position_ = behind + 1;
  return true;
}

bool CellReader::next(Span& cell) {
  if (done_) return false;
  const std::string_view text = table_.text;
  std::uint32_t at = position_;
  while (at < end_ && text[at] == ' ')
    ++at;
  if (table_.has_quotes && at < end_ && text[at] == kQuote && quoted(at, cell)) return true;
  // Up to the end of the text, as eight bytes are looked at together: a line break stops every record but the last.
  const auto stop =
      std::min(end_, static_cast<std::uint32_t>(
                         end_of_cell(text.data() + at, text.data() + text.size(), table_.delimiter) - text.data()));
  leave(stop);
  std::uint32_t last = stop;
  while (last > at && (text[last - 1] == ' ' || text[last - 1] == '\t'))
    --last;
  cell = {at, last - at};
  if (last > at && is_kept(text[at])) cell = meant(cell);
  return true;
}

bool CellReader::next_plain(Decimal& number, bool fraction, int shift) {
  if (done_) return false;
  const char* at = table_.text.data() + position_;
  if (!plain_number(at, fraction, shift, number)) return false;
  // What was read beyond the record is noticed here.
  const auto stop = static_cast<std::uint32_t>(at - table_.text.data());
  if (stop > end_ || (stop < end_ && *at != table_.delimiter && !is_newline(*at))) return false;
  leave(stop);
  return true;
}

/// False where the quote is an ordinary character.
bool CellReader::quoted(std::uint32_t open, Span& cell) {
  const std::string_view record = std::string_view(table_.text).substr(0, end_);
  const QuotedCell found = quoted_cell(record, open, table_.delimiter);
  if (!found.is_one) return false;
  const auto close = static_cast<std::uint32_t>(found.close);
  cell = {open + 1, close - open - 1};
  leave(static_cast<std::uint32_t>(found.behind));
  if (found.doubled) cell = unquoted(cell);
  if (cell.length > 0 && is_kept(table_.text[cell.begin])) cell = meant(cell);
  return true;
}

Span CellReader::meant(Span cell) {
  if (is_guarded(table_.at(cell))) cell = {cell.begin + 1, cell.length - 1};
  return table_.text[cell.begin] == '=' ? constant(cell) : cell;
}

/// ="007" and =300 are how programs keep a text a text, and what they write for a cell that was typed so. What is
/// computed stays as it is written.
Span CellReader::constant(Span cell) {
  const std::string_view kept = table_.at(cell).substr(1);
  const Span rest{cell.begin + 1, cell.length - 1};
  const bool text = kept.size() > 1 && kept.front() == kQuote && kept.back() == kQuote;
  if (!text) {
    const bool number = kept.find_first_not_of("0123456789.,%-+") == std::string_view::npos &&
                        kept.find_first_of("-+", 1) == std::string_view::npos &&
                        kept.find_first_of("0123456789") != std::string_view::npos;
    return number ? rest : cell;
  }
  const std::string_view inside = kept.substr(1, kept.size() - 2);
  std::size_t single = 0;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    if (inside[i] != kQuote) continue;
    if (i + 1 < inside.size() && inside[i + 1] == kQuote)
      ++i;
    else
      ++single;
  }
  if (single > 0) return cell;  // ="a"&"b"
  const Span span{rest.begin + 1, rest.length - 2};
  return inside.find(kQuote) == std::string_view::npos ? span : unquoted(span);
}

/// Written once more behind the text: views of the text would dangle, spans do not.
Span CellReader::unquoted(Span cell) {
  const auto begin = static_cast<std::uint32_t>(table_.text.size());
  for (std::uint32_t i = 0; i < cell.length; ++i) {
    const char c = table_.text[cell.begin + i];
    table_.text.push_back(c);
    if (c == kQuote) ++i;
  }
  return {begin, static_cast<std::uint32_t>(table_.text.size()) - begin};
}

void read_cells(Table& table, std::size_t row, std::vector<std::string>& cells) {
  cells.clear();
  const std::size_t text = table.text.size();
  CellReader reader(table, row);
  Span cell;
  while (cells.size() <= kMostColumns && reader.next(cell))
    cells.emplace_back(table.at(cell));
  table.text.resize(text);  // the unquoted copies have been copied
}

std::vector<std::string> record_cells(const Table& table, std::size_t row) {
  Table line = record_alone(table, row);
  std::vector<std::string> cells;
  read_cells(line, 0, cells);
  return cells;
}

std::string raw_cell(const Table& table, std::size_t row, std::size_t column) {
  Table line = record_alone(table, row);
  CellReader cells(line, 0);
  Span cell;
  for (std::size_t i = 0; i <= column; ++i) {
    if (!cells.next(cell)) return {};
  }
  return std::string(line.at(cell));
}

}  // namespace junheng
