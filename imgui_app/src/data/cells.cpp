// SPDX-License-Identifier: MIT
#include "data/cells.h"

#include <algorithm>

#include "junheng/clipped.h"
#include "junheng/corrections.h"
#include "junheng/insight.h"
#include "junheng/lookup.h"
#include "junheng/record.h"

namespace workbench {
namespace {

constexpr std::size_t kLetters = 26;

const junheng::TableChoices::Edit* edit_at(const AppState& state, const CellPlace& cell) {
  for (const junheng::TableChoices::Edit& edit : state.history.now().reading.edits) {
    if (is_at(edit, cell)) return &edit;
  }
  return nullptr;
}

}  // namespace

bool is_at(const junheng::TableChoices::Edit& edit, const CellPlace& cell) {
  return edit.place.sheet == cell.sheet && edit.place.line == cell.line && edit.column == cell.column;
}

std::string original_cell(const AppState& state, const CellPlace& cell) {
  if (cell.sheet >= state.sheets.size()) return {};
  const junheng::Table& table = state.sheets[cell.sheet].table;
  const auto end = table.records.empty() ? table.records.end() : table.records.end() - 1;
  const auto record = std::lower_bound(table.records.begin(), end, cell.line,
                                       [](const junheng::Record& one, std::uint32_t line) { return one.line < line; });
  if (record == end || record->line != cell.line) return {};
  const auto cells = record_cells(table, static_cast<std::size_t>(record - table.records.begin()));
  return cell.column < cells.size() ? cells[cell.column] : std::string();
}

std::string source_cell(const AppState& state, const CellPlace& cell) {
  const auto* const edit = edit_at(state, cell);
  return edit != nullptr ? edit->text : original_cell(state, cell);
}

bool is_edited(const AppState& state, const CellPlace& cell) {
  return edit_at(state, cell) != nullptr;
}

std::vector<std::string> source_row(const AppState& state, std::uint32_t sheet, std::size_t record) {
  const junheng::Table& table = state.sheets[sheet].table;
  std::vector<std::string> cells = record_cells(table, record);
  junheng::Corrections(state.history.now().reading, sheet).apply(table.records[record].line, cells);
  return cells;
}

std::string_view row_name(const AppState& state, std::uint32_t sheet, std::uint32_t line) {
  const junheng::Evaluation& evaluation = *state.evaluation;
  const auto row = row_of_line(evaluation, evaluation.sheets[sheet].lines_before + line);
  return row ? junheng::clipped(evaluation.table.at(evaluation.roster.school[*row])) : std::string_view();
}

std::string column_letter(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / kLetters)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % kLetters));
  return letters;
}

std::string cell_name(const AppState& state, const CellPlace& cell) {
  std::string name = filled(state.say(Phrase::data_cell),
                            {{"row", std::to_string(cell.line)}, {"column", column_letter(cell.column)}});
  if (state.sheets.size() > 1 && cell.sheet < state.sheets.size()) name.insert(0, state.sheets[cell.sheet].name + " ");
  return name;
}

std::uint16_t column_of_issue(const AppState& state, std::uint32_t issue) {
  return column_of(*state.evaluation, state.evaluation->issues[issue]).value_or(junheng::kNoColumn);
}

}  // namespace workbench
