// SPDX-License-Identifier: MIT
#include "data/model.h"

#include <algorithm>

#include "data/cells.h"
#include "data/columns.h"
#include "data/marks.h"
#include "junheng/clipped.h"
#include "state/texts.h"

namespace workbench {
namespace {

/// Nobody looks through more, and each costs a place in memory.
constexpr std::size_t kMostHits = 10'000;
/// In larger tables only records are looked into that hold the text as it was typed, letter for letter.
constexpr std::size_t kSearchedAnyway = 20'000;

void read_sheets(AppState& state) {
  if (state.sheets.empty())
    state.sheets = junheng::read_source(state.source, state.library.vocabulary, state.history.now().reading);
  state.view.sheet = std::min(state.view.sheet, static_cast<std::uint32_t>(state.sheets.size() - 1));
}

void put_rows(const AppState& state, DataModel& model) {
  const junheng::Evaluation& evaluation = *state.evaluation;
  const junheng::Table& table = state.sheets[state.view.sheet].table;
  const std::uint32_t before = evaluation.sheets[state.view.sheet].lines_before;
  model.lines.reserve(table.rows());
  model.kinds.reserve(table.rows());
  auto row = std::partition_point(evaluation.rows.begin(), evaluation.rows.end(),
                                  [&](const junheng::SourceRow& one) { return one.line <= before; });
  for (std::size_t i = 0; i < table.rows(); ++i) {
    const std::uint32_t line = table.records[i].line;
    while (row != evaluation.rows.end() && row->line < before + line)
      ++row;
    model.lines.push_back(line);
    const bool known = row != evaluation.rows.end() && row->line == before + line;
    model.kinds.push_back(known ? row->kind : junheng::RowKind::aside);
  }
}

/// As many columns as the widest record has separators, which quoted ones only make more.
std::size_t widest(const junheng::Table& table) {
  std::size_t most = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < table.records.size(); ++i) {
    const std::size_t begin = table.records[i].begin;
    const std::size_t end = std::min<std::size_t>(table.records[i + 1].begin, table.text_end);
    count =
        static_cast<std::size_t>(std::count(table.text.begin() + static_cast<std::ptrdiff_t>(begin),
                                            table.text.begin() + static_cast<std::ptrdiff_t>(end), table.delimiter));
    most = std::max(most, count + 1);
  }
  return most;
}

void put_columns(const AppState& state, DataModel& model) {
  const junheng::Evaluation& evaluation = *state.evaluation;
  model.columns = widest(state.sheets[state.view.sheet].table);
  for (const junheng::TableChoices::Edit& edit : state.history.now().reading.edits) {
    if (edit.place.sheet == state.view.sheet) model.columns = std::max<std::size_t>(model.columns, edit.column + 1U);
  }
  model.columns_known =
      state.sheets.size() == 1 && !evaluation.sheets.front().transposed && evaluation.columns.size() <= model.columns;
  model.names.assign(model.columns, {});
  model.headers.assign(model.columns, {});
  for (std::size_t i = 0; model.columns_known && i < evaluation.columns.size(); ++i) {
    model.headers[i] = junheng::clipped(evaluation.table.at(evaluation.roster.columns[i].header));
    std::replace(model.headers[i].begin(), model.headers[i].end(), '\n', ' ');
    const auto& match = evaluation.columns[i].match;
    if (!match) continue;
    // The stage first: of what is cut, the beginning stays.
    if (match->stage) model.names[i] = std::string(stage_word(state, *match->stage)) + " · ";
    model.names[i] += state.library.vocabulary.fields[match->field].label.in(state.view.language);
  }
}

void find(const AppState& state, DataModel& model) {
  const std::string wanted = junheng::normalised(state.view.find);
  if (wanted.empty()) return;
  const std::uint32_t sheet = state.view.sheet;
  const junheng::Table& table = state.sheets[sheet].table;
  const bool large = model.lines.size() > kSearchedAnyway;
  for (std::size_t record = 0; record < model.lines.size() && model.hits.size() < kMostHits; ++record) {
    const std::uint32_t begin = table.records[record].begin;
    const junheng::Span whole{begin, table.records[record + 1].begin - begin};
    if (large && table.at(whole).find(state.view.find) == std::string_view::npos) continue;
    const std::vector<std::string> cells = source_row(state, sheet, record);
    for (std::size_t column = 0; column < cells.size(); ++column) {
      if (junheng::normalised(cells[column]).find(wanted) == std::string::npos) continue;
      model.hits.push_back({sheet, model.lines[record], static_cast<std::uint16_t>(column)});
    }
  }
  const std::size_t now = model.hits.empty() ? 0 : state.view.hit % model.hits.size() + 1;
  model.found = filled(state.say(Phrase::data_found),
                       {{"now", std::to_string(now)}, {"count", std::to_string(model.hits.size())}});
}

void put_edits(const AppState& state, DataModel& model) {
  for (const junheng::TableChoices::Edit& edit : state.history.now().reading.edits) {
    const CellPlace cell{edit.place.sheet, edit.place.line, edit.column};
    model.edits.push_back({cell_name(state, cell), original_cell(state, cell), edit.text, cell});
  }
}

}  // namespace

void refresh_data(AppState& state) {
  DataModel& model = state.model.data;
  model = {};
  if (!state.evaluation) return;
  const auto title = [&](Phrase phrase, std::size_t count) {
    model.page_titles.push_back(filled(state.say(phrase), {{"count", std::to_string(count)}}));
  };
  title(Phrase::data_table, 0);
  title(Phrase::data_changes, state.history.now().reading.edits.size());
  // The records take as much memory as the text: they are read when somebody looks at them, or changes a cell.
  if (state.view.tab != Tab::data && state.sheets.empty()) return;
  read_sheets(state);
  if (state.view.sheet >= state.evaluation->sheets.size()) return;
  put_rows(state, model);
  put_columns(state, model);
  put_marks(state, model);
  find(state, model);
  put_edits(state, model);
  refresh_column(state);
}

}  // namespace workbench
