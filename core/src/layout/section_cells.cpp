// SPDX-License-Identifier: MIT
#include "layout/section_cells.h"

#include <algorithm>

#include "base/utf8.h"
#include "junheng/record.h"

namespace junheng {

std::string_view SectionCells::at(const SectionRow& row, std::size_t column) {
  if (section_.transposed) {
    const std::vector<std::string>& cells = section_.turned[row.record];
    return column < cells.size() ? trimmed(cells[column]) : std::string_view();
  }
  table_.text.resize(text_);
  CellReader cells(table_, row.record);
  Span span;
  if (!cells.skip(column) || !cells.next(span)) return {};
  return trimmed(table_.at(span));
}

bool SectionCells::plain_number(const SectionRow& row, std::size_t column, Decimal& number) {
  if (section_.transposed) return false;
  table_.text.resize(text_);
  CellReader cells(table_, row.record);
  return cells.skip(column) && cells.next_plain(number, true);
}

std::string_view SectionCells::first_text(const SectionRow& row) {
  if (section_.transposed) {
    for (const std::string& cell : section_.turned[row.record]) {
      if (!trimmed(cell).empty()) return trimmed(cell);
    }
    return {};
  }
  table_.text.resize(text_);
  CellReader cells(table_, row.record);
  Span span;
  while (cells.next(span)) {
    const std::string_view text = trimmed(table_.at(span));
    if (!text.empty()) return text;
  }
  return {};
}

std::string_view last_level(std::string_view header) {
  constexpr std::string_view kBetween = " > ";
  const std::size_t at = header.rfind(kBetween);
  return at == std::string_view::npos ? header : header.substr(at + kBetween.size());
}

void set_kind(std::vector<SourceRow>& rows, std::uint32_t line, RowKind kind) {
  const auto row = std::partition_point(rows.begin(), rows.end(), [&](const auto& one) { return one.line < line; });
  if (row != rows.end() && row->line == line) row->kind = kind;
}

std::vector<std::size_t> number_columns(const Section& section, const Vocabulary& vocabulary) {
  std::vector<std::size_t> columns;
  for (std::size_t c = 0; c < section.columns.size(); ++c) {
    if (!section.columns[c].match) continue;
    const Field& field = vocabulary.fields[section.columns[c].match->field];
    if (field.adds_up && (field.kind == FieldKind::count || field.kind == FieldKind::amount)) columns.push_back(c);
  }
  return columns;
}

}  // namespace junheng
