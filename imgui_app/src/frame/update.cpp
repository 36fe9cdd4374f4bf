// SPDX-License-Identifier: MIT
#include "frame/update.h"

#include <utility>
#include <variant>

#include "balance/update.h"
#include "data/columns.h"
#include "data/model.h"
#include "data/update.h"
#include "facts/update.h"
#include "frame/address.h"
#include "frame/evaluate.h"
#include "frame/model.h"
#include "frame/navigate.h"
#include "issues/model.h"
#include "issues/update.h"
#include "schools/model.h"
#include "schools/update.h"
#include "shell/counties_model.h"
#include "shell/update.h"
#include "verdict/update.h"
#include "what_if/model.h"
#include "what_if/update.h"

namespace workbench {
namespace {

void set_text(AppState& state, Entry entry, std::string value) {
  ViewState& view = state.view;
  switch (entry) {
    case Entry::school_search:
      if (std::exchange(view.school_search, value) != value) refresh_rows(state);
      break;
    case Entry::county_search:
      if (std::exchange(view.county_search, value) != value) refresh_counties(state);
      break;
    case Entry::data_find:
      if (std::exchange(view.find, value) == value) break;
      view.hit = 0;
      refresh_data(state);
      break;
    case Entry::column_search:
      view.column_search = std::move(value);
      refresh_column(state);
      break;
    case Entry::cell_edit:
      view.edit_text = std::move(value);
      break;
    case Entry::remark:
      set_remark(state, value);
      refresh_issues(state);
      break;
    case Entry::scenario_name:
      set_name(state, std::move(value));
      break;
    case Entry::scenario_school:
      view.scenario_search = std::move(value);
      refresh_scenario(state);
      break;
    case Entry::new_school:
      view.new_school = std::move(value);
      break;
    case Entry::move_count:
      view.move_count = std::move(value);
      refresh_scenario(state);
      break;
  }
}

void apply(AppState& state, SetText&& action) {
  std::visit([&](const auto& target) { set_text(state, target, std::move(action.value)); }, action.target);
}

void apply(AppState& state, SetLanguage action) {
  if (action.language == state.view.language) return;
  state.view.language = action.language;
  ++state.revision;
  refresh_all(state);
}

}  // namespace

void update(AppState& state, Action action) {
  std::visit([&state](auto&& one) { apply(state, std::forward<decltype(one)>(one)); }, std::move(action));
  if (std::exchange(state.evaluation_due, false)) evaluate_again(state);
}

void start(AppState& state) {
  refresh_all(state);
}

}  // namespace workbench
