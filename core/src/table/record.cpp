// SPDX-License-Identifier: MIT
#include "junheng/record.h"

#include <algorithm>

namespace junheng {
namespace {

constexpr char kQuote = '"';

bool is_newline(char c) {
  return c == '\n' || c == '\r';
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
  line.quotes_until = table.quotes_until > begin ? table.quotes_until - begin : 0;
  line.records = {{0, 0}, {length, 0}};
  return line;
}

}  // namespace

CellReader::CellReader(Table& table, std::size_t row)
    : table_(table), position_(table.records[row].begin), end_(table.records[row + 1].begin) {}

bool CellReader::next(Span& cell) {
  if (done_) return false;
  const std::string_view text = table_.text;
  std::uint32_t at = position_;
  while (at < end_ && text[at] == ' ')
    ++at;
  if (table_.has_quotes && at < end_ && at < table_.quotes_until && text[at] == kQuote) return quoted(at, cell);
  std::uint32_t stop = at;
  while (stop < end_ && text[stop] != table_.delimiter && !is_newline(text[stop]))
    ++stop;
  leave(stop);
  std::uint32_t last = stop;
  while (last > at && (text[last - 1] == ' ' || text[last - 1] == '\t'))
    --last;
  cell = {at, last - at};
  return true;
}

void CellReader::leave(std::uint32_t stop) {
  done_ = stop >= end_ || is_newline(table_.text[stop]);
  position_ = stop + 1;
}

bool CellReader::quoted(std::uint32_t open, Span& cell) {
  std::uint32_t at = open + 1;
  bool doubled = false;
  for (; at < end_; ++at) {
    if (table_.text[at] != kQuote) continue;
    if (at + 1 >= end_ || table_.text[at + 1] != kQuote) break;
    doubled = true;
    ++at;
  }
  cell = {open + 1, at - open - 1};
  std::uint32_t stop = std::min(at + 1, end_);
  while (stop < end_ && table_.text[stop] != table_.delimiter && !is_newline(table_.text[stop]))
    ++stop;
  leave(stop);
  if (doubled) cell = unquoted(cell);
  return true;
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
