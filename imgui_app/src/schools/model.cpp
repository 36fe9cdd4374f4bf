// SPDX-License-Identifier: MIT
#include "schools/model.h"

#include <algorithm>
#include <cmath>

#include "junheng/lookup.h"
#include "schools/numbers.h"
#include "shell/card_model.h"

namespace workbench {
namespace {

using junheng::Evaluation;
using junheng::Verdict;

/// Search as people type it: width, case and spaces make no difference. The plain search comes first because it
/// nearly always answers and needs no memory.
class NameSearch {
 public:
  explicit NameSearch(std::string_view typed) : typed_(typed), normalised_(junheng::normalised(typed)) {}
  [[nodiscard]] bool finds(std::string_view name) const {
    if (normalised_.empty() || name.find(typed_) != std::string_view::npos) return true;
    return junheng::normalised(name).find(normalised_) != std::string::npos;
  }

 private:
  std::string_view typed_;
  std::string normalised_;
};

/// The order a person expects of verdicts: the worst first.
int rank(Verdict verdict) {
  switch (verdict) {
    case Verdict::fail:
      return 0;
    case Verdict::unknown:
      return 1;
    case Verdict::near:
      return 2;
    case Verdict::pass:
      return 3;
    case Verdict::none:
      return 4;
  }
  return 4;
}

/// Sorts by a key; units whose key is not known come last in both directions.
template <typename Key, typename Known>
void sort_by(std::vector<std::uint32_t>& rows, bool descending, const Key& key, const Known& known) {
  const auto middle = std::stable_partition(rows.begin(), rows.end(), known);
  std::stable_sort(rows.begin(), middle,
                   [&](std::uint32_t a, std::uint32_t b) { return descending ? key(b) < key(a) : key(a) < key(b); });
}

/// What the cells show is what they are sorted by.
double shown_number(const Evaluation& evaluation, CellShow show, std::uint32_t unit, std::size_t indicator) {
  switch (show) {
    case CellShow::value:
      break;
    case CellShow::margin:
      if (const double margin = cell_margin(evaluation, unit, indicator); !std::isnan(margin)) return margin;
      break;
    case CellShow::share:
      return cell_share(evaluation, unit, indicator);
  }
  return evaluation.indicators[indicator].value[unit];
}

void sort_rows(std::vector<std::uint32_t>& rows, const ViewState& view, const Evaluation& evaluation) {
  const Sort& sort = view.sort;
  const junheng::Units& units = evaluation.split.units;
  const auto always = [](std::uint32_t) { return true; };
  switch (sort.key) {
    case SortKey::row:
      sort_by(
          rows, sort.descending, [&](std::uint32_t unit) { return units.row[unit]; }, always);
      break;
    case SortKey::school:
      sort_by(
          rows, sort.descending,
          [&](std::uint32_t unit) { return evaluation.table.at(evaluation.roster.school[units.row[unit]]); }, always);
      break;
    case SortKey::stage:
      // Units stand in the order of stages already; turning it round is all that is left to do.
      sort_by(
          rows, sort.descending, [](std::uint32_t unit) { return unit; }, always);
      break;
    case SortKey::pupils:
      sort_by(
          rows, sort.descending, [&](std::uint32_t unit) { return units.pupils[unit]; },
          [&](std::uint32_t unit) { return units.pupils[unit] != junheng::kUnknownPupils; });
      break;
    case SortKey::indicator: {
      const auto number = [&](std::uint32_t unit) { return shown_number(evaluation, view.show, unit, sort.indicator); };
      sort_by(rows, sort.descending, number, [&](std::uint32_t unit) { return !std::isnan(number(unit)); });
      break;
    }
    case SortKey::meeting:
      sort_by(
          rows, sort.descending, [&](std::uint32_t unit) { return evaluation.unit_meeting[unit]; }, always);
      break;
    case SortKey::verdict:
      sort_by(
          rows, sort.descending, [&](std::uint32_t unit) { return rank(evaluation.unit_verdict[unit]); }, always);
      break;
  }
}

}  // namespace

std::optional<std::uint16_t> town_column(const AppState& state) {
  const auto field = state.library.vocabulary.field("town");
  return field ? column_of(*state.evaluation, *field) : std::nullopt;
}

void refresh_rows(AppState& state) {
  state.model.rows.clear();
  if (!state.evaluation) return refresh_selection(state);
  const Evaluation& evaluation = *state.evaluation;
  const ViewState& view = state.view;
  const NameSearch search(view.school_search);

  const auto town = view.town.empty() ? std::nullopt : town_column(state);
  std::size_t all = 0;
  for (const std::uint32_t index : state.model.stages) {
    const junheng::StageUnits& stage = evaluation.split.stages[index];
    all += stage.end - stage.begin;
    if (view.stage && *view.stage != stage.stage) continue;
    for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
      if (view.verdict && evaluation.unit_verdict[unit] != *view.verdict) continue;
      const std::uint32_t row = evaluation.split.units.row[unit];
      if (view.kind && evaluation.roster.type[row] != *view.kind) continue;
      if (town && cell_of(evaluation, row, *town) != view.town) continue;
      if (!search.finds(evaluation.table.at(evaluation.roster.school[evaluation.split.units.row[unit]]))) continue;
      state.model.rows.push_back(unit);
    }
  }
  sort_rows(state.model.rows, view, evaluation);
  state.model.shown = filled(state.say(Phrase::schools_shown),
                             {{"shown", std::to_string(state.model.rows.size())}, {"all", std::to_string(all)}});
  refresh_selection(state);
}

void refresh_selection(AppState& state) {
  Model& model = state.model;
  model.selected_row.reset();
  model.highlighted_left_out.reset();
  refresh_card(state);
  if (!state.evaluation) return;
  const auto row = std::find(model.rows.begin(), model.rows.end(), state.view.selected_unit);
  if (row != model.rows.end()) model.selected_row = static_cast<int>(row - model.rows.begin());
  if (state.view.highlighted_line == junheng::kNoLine) return;
  const Evaluation& evaluation = *state.evaluation;
  const auto left_out = std::find_if(model.left_out.begin(), model.left_out.end(), [&](std::uint32_t index) {
    return evaluation.roster.line[evaluation.split.left_out[index].row] == state.view.highlighted_line;
  });
  if (left_out != model.left_out.end()) {
    model.highlighted_left_out = static_cast<int>(left_out - model.left_out.begin());
  }
}

}  // namespace workbench
