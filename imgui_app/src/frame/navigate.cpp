// SPDX-License-Identifier: MIT
#include <algorithm>

#include "shell/tour.h"
#include "state/update_steps.h"

namespace workbench {

void apply(AppState& state, ShowTab action) {
  if (action.tab != Tab::start && !state.evaluation) return;
  state.view.tab = action.tab;
  state.view.editing = false;
  if (action.tab == Tab::data) refresh_data(state);
  if (action.tab == Tab::what_if) refresh_scenario(state);
}

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

void apply(AppState& state, ToggleMargins) {
  state.view.margins = !state.view.margins;
}

void apply(AppState& state, FilterSeverity action) {
  state.view.severity = action.severity;
  refresh_issues(state);
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

void apply(AppState& state, DismissNotice) {
  if (state.notice) ++state.revision;
  state.notice.reset();
}

void apply(AppState& state, Scrolled) {
  state.view.scroll_to_selection = state.view.scroll_to_cell = false;
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

void apply(AppState& state, SelectCheck action) {
  state.view.selected_check = state.view.selected_check == action.issue ? kNoSelection : action.issue;
}

void apply(AppState& state, ShowIndicator action) {
  ViewState& view = state.view;
  const bool again = view.balance_stage == action.stage && view.indicator == action.indicator;
  view.balance_stage = action.stage;
  view.indicator = again ? std::nullopt : action.indicator;
  refresh_detail(state);
}

void apply(AppState& state, GroupBy action) {
  state.view.group_field = action.field;
  refresh_detail(state);
}

void apply(AppState& state, ShowPart action) {
  state.view.part = action.part;
  state.view.item.reset();
  refresh_facts(state);
}

void apply(AppState& state, ShowItem action) {
  ViewState& view = state.view;
  const bool again = view.part == action.part && view.item == action.item && view.tab == Tab::facts;
  view.part = action.part;
  view.item = again ? std::nullopt : action.item;
  view.tab = Tab::facts;
  refresh_facts(state);
}

void apply(AppState& state, OpenReason action) {
  const std::pair wanted(action.part, action.reason);
  state.view.reason = state.view.reason == wanted ? std::nullopt : std::optional(wanted);
  refresh_reason(state);
}

void apply(AppState& state, FollowReason) {
  ViewState& view = state.view;
  if (!state.evaluation || !view.reason) return;
  const auto [part, index] = *view.reason;
  const junheng::Reason& reason = state.evaluation->counties[view.county].parts[part].reasons[index];
  for (std::size_t i = 0; i < state.model.stages.size(); ++i) {
    const auto stage = state.evaluation->split.stages[state.model.stages[i]].stage;
    if (reason.stage != junheng::kNoStage && static_cast<std::uint8_t>(stage) == reason.stage)
      view.balance_stage = static_cast<std::uint32_t>(i);
  }
  if (!state.standard().parts[part].items.empty()) {
    view.item.reset();
    const bool named = reason.item != junheng::kNoSubject;
    return apply(state, ShowItem{part, named ? std::optional<std::uint16_t>(reason.item) : std::nullopt});
  }
  if (reason.code == junheng::ReasonCode::units_fail || reason.code == junheng::ReasonCode::units_unknown) {
    forget_filters(view);
    view.verdict = reason.code == junheng::ReasonCode::units_fail ? junheng::Verdict::fail : junheng::Verdict::unknown;
    if (reason.stage != junheng::kNoStage) view.stage = static_cast<junheng::Stage>(reason.stage);
    view.tab = Tab::schools;
    return refresh_rows(state);
  }
  view.tab = Tab::balance;
  view.indicator.reset();
  if (reason.indicator != junheng::kNoSubject) view.indicator = reason.indicator;
  refresh_detail(state);
}

void apply(AppState& state, SetTheme action) {
  state.view.theme = action.theme;
}

void apply(AppState& state, Meet action) {
  if (!state.evaluation) return;
  state.view.meeting = action.page;
  state.view.editing = false;
  refresh_meeting(state);
  if (!state.view.meeting || state.model.meeting.empty()) return;
  state.view.meeting = std::min(*state.view.meeting, state.model.meeting.size() - 1);
}

void apply(AppState& state, HideNames) {
  state.view.names_hidden = !state.view.names_hidden;
  refresh_meeting(state);
}

void apply(AppState& state, ShowTour action) {
  ViewState& view = state.view;
  view.tour = action.step;
  if (!view.tour) return;
  view.tour = std::min(*view.tour, kTour.size() - 1);
  const TourStep& step = kTour[*view.tour];
  apply(state, ShowTab{step.tab});
  if (!state.evaluation) return;
  // What the step speaks of is open.
  if (step.words == Phrase::tour_card && !state.model.rows.empty()) view.selected_unit = state.model.rows.front();
  if (step.words == Phrase::tour_schools) view.selected_unit = kNoSelection;
  if (step.words == Phrase::tour_balance) view.indicator.reset();
  if (step.words == Phrase::tour_source) view.indicator = std::uint16_t{0};
  if (step.words == Phrase::tour_facts && !state.model.facts.parts.empty()) view.item = std::uint16_t{0};
  refresh_view(state);
}

}  // namespace workbench
