// SPDX-License-Identifier: MIT
#include "table/table_writer.h"

namespace junheng {

void TableWriter::begin_row(std::uint32_t line) {
  table_.records.push_back({static_cast<std::uint32_t>(table_.text.size()), line});
  first_ = true;
}

void TableWriter::end_row() {
  table_.text += '\n';
}

void TableWriter::cell(std::string_view text) {
  if (!first_) table_.text += '\t';
  first_ = false;
  // A space at an end is no part of a cell, unless quotes keep it; a quote at the start would open a quoted cell.
  const bool quoted = text.find_first_of("\t\r\n") != std::string_view::npos ||
                      (!text.empty() && (text.front() == '"' || text.front() == ' ' || text.back() == ' '));
  if (!quoted) {
    table_.text += text;
    return;
  }
  table_.has_quotes = true;
  table_.text += '"';
  for (const char c : text)
    table_.text.append(c == '"' ? 2 : 1, c);
  table_.text += '"';
}

void TableWriter::columns(const std::vector<std::string>& headers) {
  for (const std::string& header : headers) {
    table_.columns.push_back(
        {static_cast<std::uint32_t>(table_.text.size()), static_cast<std::uint32_t>(header.size())});
    table_.text += header;
  }
  table_.text += '\n';
}

void TableWriter::row(const std::vector<std::string>& cells, std::uint32_t line) {
  begin_row(line);
  for (const std::string& text : cells)
    cell(text);
  end_row();
}

Table TableWriter::take() {
  table_.text_end = static_cast<std::uint32_t>(table_.text.size());
  table_.quotes_until = table_.text_end;
  table_.records.push_back({table_.text_end, 0});
  return std::move(table_);
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

std::vector<std::string> record_cells(const Table& table, std::size_t row) {
  Table line = record_alone(table, row);
  std::vector<std::string> cells;
  read_cells(line, 0, cells);
  return cells;
}

}  // namespace junheng
