// SPDX-License-Identifier: MIT
#include "schools/update.h"

#include <utility>

#include "schools/heads.h"
#include "schools/model.h"

namespace workbench {

void apply(AppState& state, SortBy action) {
  if (!state.evaluation) return;
  Sort& sort = state.view.sort;
  const bool again = sort.key == action.key && sort.indicator == action.indicator;
  sort = {.key = action.key, .indicator = action.indicator, .descending = again && !sort.descending};
  refresh_rows(state);
}

void apply(AppState& state, FilterStage action) {
  state.view.stage = action.stage;
  refresh_rows(state);
}

void apply(AppState& state, FilterVerdict action) {
  state.view.verdict = action.verdict;
  refresh_rows(state);
}

void apply(AppState& state, FilterKind action) {
  state.view.kind = action.kind;
  refresh_rows(state);
}

void apply(AppState& state, FilterTown&& action) {
  state.view.town = std::move(action.town);
  refresh_rows(state);
}

void apply(AppState& state, ShowCells action) {
  state.view.show = action.show;
  refresh_feet(state);
  refresh_rows(state);
}

void apply(AppState& state, SelectUnit action) {
  // The chosen one again closes its card.
  state.view.selected_unit = state.view.selected_unit == action.unit ? kNoSelection : action.unit;
  state.view.highlighted_line = junheng::kNoLine;
  refresh_selection(state);
}

void apply(AppState& state, ToggleLeftOut) {
  state.view.left_out_open = !state.view.left_out_open;
}

}  // namespace workbench
