// SPDX-License-Identifier: MIT
#include "data/update.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "data/cells.h"
#include "data/columns.h"
#include "data/marks.h"
#include "data/model.h"
#include "state/project.h"
#include "state/remarks.h"

namespace workbench {
namespace {

using junheng::TableChoices;

void write_cell(AppState& state, const CellPlace& cell, const std::string& text) {
  if (source_cell(state, cell) == text) return;
  junheng::Project project = state.history.now();
  std::vector<TableChoices::Edit>& edits = project.reading.edits;
  std::erase_if(edits, [&](const TableChoices::Edit& edit) { return is_at(edit, cell); });
  // What stood there is no change.
  if (original_cell(state, cell) != text) edits.push_back({{cell.sheet, cell.line}, cell.column, text});
  change_project(state, std::move(project));
}

void choose_cell(AppState& state, const CellPlace& cell) {
  ViewState& view = state.view;
  // What is said beside a cell: of several issues the one by which somebody came.
  const Marks marks = marks_of(state.model.data, cell.line);
  const auto chosen = [&](const DataModel::Mark& mark) {
    return mark.issue == view.selected_issue && is_about(mark, cell);
  };
  if (std::none_of(marks.begin(), marks.end(), chosen)) {
    const auto first =
        std::find_if(marks.begin(), marks.end(), [&](const DataModel::Mark& mark) { return is_about(mark, cell); });
    view.selected_issue = first == marks.end() ? kNoSelection : first->issue;
  }
  state.view.cell = cell;
  state.view.editing = false;
  state.view.scroll_to_cell = true;
}

}  // namespace

void apply(AppState& state, SelectCell action) {
  if (state.view.editing && action.cell != state.view.cell) apply(state, FinishCell{});
  const bool again = action.cell == state.view.cell;
  choose_cell(state, action.cell);
  if (!action.edit && !again) return;
  state.view.editing = true;
  state.view.edit_text = source_cell(state, action.cell);
}

void apply(AppState& state, FinishCell action) {
  if (!state.evaluation || state.view.cell.line == 0) return;
  const bool was_editing = state.view.editing;
  state.view.editing = false;
  if (was_editing && action.keep) write_cell(state, state.view.cell, state.view.edit_text);
  if (action.rows == 0 && action.columns == 0) return;
  CellPlace next = state.view.cell;
  next.column = static_cast<std::uint16_t>(std::clamp(next.column + action.columns, 0, 0xFFFE));
  const std::vector<std::uint32_t>& lines = state.model.data.lines;
  const auto at = std::lower_bound(lines.begin(), lines.end(), next.line);
  if (at == lines.end()) return;
  const auto row =
      std::clamp<std::ptrdiff_t>(at - lines.begin() + action.rows, 0, static_cast<std::ptrdiff_t>(lines.size()) - 1);
  next.line = lines[static_cast<std::size_t>(row)];
  choose_cell(state, next);
}

void apply(AppState& state, FindNext action) {
  const std::vector<CellPlace>& hits = state.model.data.hits;
  if (hits.empty()) return;
  const std::size_t step = action.back ? hits.size() - 1 : 1;
  // The first time goes to the first.
  const bool there = state.view.cell == hits[state.view.hit % hits.size()];
  state.view.hit = there ? (state.view.hit + step) % hits.size() : state.view.hit % hits.size();
  choose_cell(state, hits[state.view.hit]);
  refresh_data(state);
}

void apply(AppState& state, DropEdit action) {
  junheng::Project project = state.history.now();
  if (action.index >= project.reading.edits.size()) return;
  project.reading.edits.erase(project.reading.edits.begin() + static_cast<std::ptrdiff_t>(action.index));
  change_project(state, std::move(project));
}

void apply(AppState& state, LeaveOutRow action) {
  junheng::Project project = state.history.now();
  const auto same = [&](const TableChoices::Place& place) {
    return place.sheet == action.sheet && place.line == action.line;
  };
  if (std::erase_if(project.reading.left_out, same) == 0)
    project.reading.left_out.push_back({action.sheet, action.line});
  change_project(state, std::move(project));
}

void apply(AppState& state, OpenColumn action) {
  const bool again = state.view.column == action.column;
  state.view.column.reset();
  if (!again) state.view.column = action.column;
  state.view.column_search.clear();
  refresh_column(state);
}

void apply(AppState& state, TakeColumn action) {
  if (!state.evaluation || action.column >= state.evaluation->columns.size()) return;
  TableChoices::Choice choice;
  choice.column = action.column;
  if (action.field) choice.field = state.library.vocabulary.fields[*action.field].id;
  if (action.field && action.stage) choice.stage = junheng::id_of(*action.stage);
  junheng::Project project = state.history.now();
  std::erase_if(project.reading.columns, [&](const auto& one) { return one.column == action.column; });
  project.reading.columns.push_back(std::move(choice));
  change_project(state, std::move(project));
}

void apply(AppState& state, OpenCell action) {
  if (!state.evaluation || action.line == junheng::kNoLine || action.line >= junheng::kAddedLine) return;
  const junheng::SheetLine place = sheet_line(state.evaluation->sheets, action.line);
  ViewState& view = state.view;
  view.tab = Tab::data;
  view.data_page = DataPage::table;
  view.sheet = static_cast<std::uint32_t>(place.sheet);
  refresh_data(state);
  // Columns of the tables and of what was made of them are the same where there is one table, read as it stands.
  const bool same = state.model.data.columns_known && action.column != junheng::kNoColumn;
  choose_cell(state, {view.sheet, place.line, same ? action.column : std::uint16_t{0}});
}

void apply(AppState& state, ShowDataPage action) {
  state.view.data_page = action.page;
  state.view.editing = false;
  refresh_data(state);
}

void apply(AppState& state, ShowSheet action) {
  state.view.sheet = action.sheet;
  state.view.cell = {};
  state.view.editing = false;
  refresh_data(state);
}

void set_remark(AppState& state, std::string_view text) {
  const std::uint32_t index = state.view.selected_issue;
  if (!state.evaluation || index >= state.evaluation->issues.size()) return;
  if (remark_of(state, index) == text) return;
  junheng::Project project = state.history.now();
  const junheng::Project::Remark key = junheng::remark_key(*state.evaluation, state.evaluation->issues[index]);
  std::erase_if(project.remarks, [&](const auto& remark) { return junheng::answers(*state.evaluation, remark, key); });
  if (!text.empty()) {
    project.remarks.push_back(key);
    project.remarks.back().text = text;
  }
  // Nothing is computed from a remark.
  state.history.put(std::move(project));
  ++state.revision;
  refresh_data(state);
}

}  // namespace workbench
