// SPDX-License-Identifier: MIT
#include "layout/counted_areas.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "junheng/record.h"
#include "table/field_cell.h"

namespace junheng {
namespace {

/// What the numbers of a column come to, over the rows that also have pupils.
struct Column {
  std::size_t index = 0;
  const Field* field = nullptr;
  bool counts = true;  ///< so far: whole, small, no unit beside any
  std::int64_t sum = 0;
  std::int64_t pupils = 0;
};

bool could_be_counts(const Layout& layout, std::size_t i, const Vocabulary& vocabulary) {
  const ColumnFinding& column = layout.columns[i];
  if (column.sureness != Sureness::sure || !column.match || column.match->unit_given) return false;
  const Field& field = vocabulary.fields[column.match->field];
  // Values per pupil are small, and have decimals.
  if (field.kind != FieldKind::amount || !field.adds_up) return false;
  return vocabulary.is_area(field) && !vocabulary.names_area(layout.table.at(layout.table.columns[i]));
}

/// A total has the sum of the counts.
bool is_total(const Layout& layout, std::uint32_t line) {
  const auto row = std::partition_point(layout.rows.begin(), layout.rows.end(),
                                        [&](const SourceRow& one) { return one.line < line; });
  return row != layout.rows.end() && row->line == line && row->kind == RowKind::total;
}

void add(Column& column, const NumberCell& number, std::int64_t pupils, std::int64_t most) {
  if (number.state != CellState::number || number.problem) return;
  const auto& value = number.value;
  column.counts =
      column.counts && !number.conversion && value.scale == 0 && value.mantissa >= 0 && value.mantissa < most;
  if (!column.counts || value.mantissa == 0) return;
  column.sum += value.mantissa;
  column.pupils += pupils;
}

}  // namespace

void ask_about_counts(Layout& layout, const Vocabulary& vocabulary, Issues& issues) {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    if (could_be_counts(layout, i, vocabulary))
      columns.push_back({i, &vocabulary.fields[layout.columns[i].match->field]});
  }
  if (columns.empty()) return;
  const auto pupils = vocabulary.field("pupils");
  const auto is_pupils = [&](std::size_t i) {
    return i < layout.columns.size() && layout.columns[i].match && layout.columns[i].match->field == pupils;
  };
  Table& table = layout.table;
  const std::size_t text = table.text.size();
  std::vector<Span> cells;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (is_total(layout, table.records[row].line)) continue;
    table.text.resize(text);  // without unquoted copies
    cells.clear();
    CellReader reader(table, row);
    Span cell;
    while (cells.size() < layout.columns.size() && reader.next(cell))
      cells.push_back(cell);
    std::int64_t of_row = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!is_pupils(i)) continue;
      const NumberCell number = read_field_cell(table.at(cells[i]), vocabulary.fields[*pupils], vocabulary);
      if (number.state == CellState::number && number.value.scale == 0) of_row += number.value.mantissa;
    }
    for (Column& column : columns) {
      if (column.index >= cells.size() || of_row == 0) continue;
      add(column, read_field_cell(table.at(cells[column.index]), *column.field, vocabulary), of_row,
          vocabulary.plausible.area_counts_below);
    }
  }
  table.text.resize(text);
  for (const Column& column : columns) {
    // No school has less than 1 ㎡ for each pupil and only whole numbers of them.
    if (!column.counts || column.sum == 0 || column.sum >= column.pupils) continue;
    ColumnFinding& finding = layout.columns[column.index];
    Issue issue;
    issue.code = IssueCode::column_counts;
    issue.column = static_cast<std::uint16_t>(column.index);
    issue.subject = finding.match->field;
    issues.push_back(issue);
    finding.proposal = std::exchange(finding.match, std::nullopt);
    finding.sureness = Sureness::asked;
  }
}

}  // namespace junheng
