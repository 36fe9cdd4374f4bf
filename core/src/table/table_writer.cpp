// SPDX-License-Identifier: MIT
#include "table/table_writer.h"

#include <utility>

#include "table/formula_guard.h"

namespace junheng {

TableWriter::TableWriter(Table&& table) : table_(std::move(table)) {}

void TableWriter::copy(const Table& from, std::size_t first, std::size_t last) {
  const std::uint32_t begin = from.records[first].begin;
  const auto here = static_cast<std::uint32_t>(table_.text.size());
  for (std::size_t row = first; row < last; ++row)
    table_.records.push_back({from.records[row].begin - begin + here, from.records[row].line});
  table_.text.append(from.text, begin, from.records[last].begin - begin);
}

void TableWriter::begin_row(std::uint32_t line) {
  table_.records.push_back({static_cast<std::uint32_t>(table_.text.size()), line});
  first_ = true;
}

void TableWriter::end_row() {
  table_.text += '\n';
}

void TableWriter::cell(std::string_view text) {
  if (!first_) table_.text += table_.delimiter;
  first_ = false;
  // A space at an end is no part of a cell, unless quotes keep it; a quote at the start would open a quoted cell.
  const bool quoted = text.find_first_of("\t\r\n") != std::string_view::npos ||
                      text.find(table_.delimiter) != std::string_view::npos ||
                      (!text.empty() && (text.front() == '"' || text.front() == ' ' || text.back() == ' '));
  table_.has_breaks = table_.has_breaks || text.find_first_of("\r\n\v") != std::string_view::npos;
  // An apostrophe that a reader would take for a guard has one of its own.
  const std::string_view guard = is_guarded(text) ? "'" : "";
  if (!quoted) {
    table_.text.append(guard).append(text);
    return;
  }
  table_.has_quotes = true;
  table_.text += '"';
  table_.text += guard;
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
  table_.records.push_back({table_.text_end, 0});
  return std::move(table_);
}

}  // namespace junheng
