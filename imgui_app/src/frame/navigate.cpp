// SPDX-License-Identifier: MIT
#include "frame/navigate.h"

#include <algorithm>
#include <utility>

#include "balance/model_detail.h"
#include "data/cells.h"
#include "data/marks.h"
#include "data/model.h"
#include "data/update.h"
#include "facts/update.h"
#include "frame/model.h"
#include "junheng/lookup.h"
#include "meeting/model.h"
#include "schools/model.h"
#include "shell/tour.h"
#include "verdict/model.h"
#include "verdict/options_model.h"
#include "what_if/model.h"

namespace workbench {

void forget_filters(ViewState& view) {
  view.school_search.clear();
  view.stage.reset();
  view.verdict.reset();
  view.kind.reset();
  view.town.clear();
}

void select_county(AppState& state, std::uint32_t county) {
  if (county >= state.evaluation->counties.size()) return;
  ViewState& view = state.view;
  view.county = county;
  view.selected_unit = kNoSelection;
  view.reason.reset();
  view.balance_stage = 0;
  forget_filters(view);
  refresh_county(state);
}

void apply(AppState& state, SelectCounty action) {
  if (state.evaluation && action.county != state.view.county) select_county(state, action.county);
}

void apply(AppState& state, OpenIssue action) {
  if (!state.evaluation || action.issue >= state.evaluation->issues.size()) return;
  ViewState& view = state.view;
  const junheng::Issue& issue = state.evaluation->issues[action.issue];
  view.selected_issue = action.issue;
  view.highlighted_line = issue.line;
  const auto row = row_of_line(*state.evaluation, issue.line);
  // Issues of the table as a whole have nowhere to go: the issue itself is marked. Lines that are no school are shown
  // where they stand.
  if (issue.line == junheng::kNoLine) return refresh_selection(state);
  const std::uint16_t column = column_of_issue(state, action.issue);
  if (!row || column != junheng::kNoColumn) return apply(state, OpenCell{issue.line, column});

  const std::uint32_t county = state.evaluation->roster.county[*row];
  if (county != view.county) select_county(state, county);
  forget_filters(view);
  refresh_county(state);
  const junheng::UnitByStage units = units_of(*state.evaluation, *row);
  view.selected_unit = kNoSelection;
  for (const junheng::Stage stage : state.standard().stages) {
    const std::uint32_t unit = units[static_cast<std::size_t>(stage)];
    if (view.selected_unit == kNoSelection && unit != junheng::kNoUnit) view.selected_unit = unit;
  }
  refresh_selection(state);
  const bool found = state.model.selected_row || state.model.highlighted_left_out;
  if (!found) return apply(state, OpenCell{issue.line, column});
  if (!state.model.selected_row) view.left_out_open = true;
  view.scroll_to_selection = true;
  view.tab = Tab::schools;
}

void apply(AppState& state, NextIssue action) {
  if (!state.evaluation) return;
  using Place = std::pair<std::uint32_t, std::uint16_t>;
  const junheng::Issues& issues = state.evaluation->issues;
  const ViewState& view = state.view;
  const auto place_of = [&](std::uint32_t issue) { return Place(issues[issue].line, column_of_issue(state, issue)); };
  // From the chosen cell; six issues of one cell are one step.
  std::optional<Place> now;
  if (view.tab == Tab::data && view.selected_issue < issues.size() && has_place(issues[view.selected_issue]))
    now = place_of(view.selected_issue);
  else if (view.tab == Tab::data && view.cell.line != 0)
    now = Place(state.evaluation->sheets[view.cell.sheet].lines_before + view.cell.line, view.cell.column);
  std::optional<std::uint32_t> best;   // the nearest beyond it
  std::optional<std::uint32_t> first;  // round to the other end
  const auto nearer = [&](const std::optional<std::uint32_t>& than, const Place& place) {
    return !than || (action.back ? place > place_of(*than) : place < place_of(*than));
  };
  for (std::uint32_t i = 0; i < issues.size(); ++i) {
    if (!has_place(issues[i])) continue;
    const Place place = place_of(i);
    if (nearer(first, place)) first = i;
    const bool beyond = now && (action.back ? place < *now : place > *now);
    if (beyond && nearer(best, place)) best = i;
  }
  if (!best) best = first;
  if (!best) return;
  state.view.selected_issue = *best;
  apply(state, OpenCell{issues[*best].line, place_of(*best).second});
}

void apply(AppState& state, ShowTab action) {
  if (action.tab != Tab::start && !state.evaluation) return;
  state.view.tab = action.tab;
  state.view.editing = false;
  state.view.fact_focus.reset();
  if (action.tab == Tab::data) refresh_data(state);
  if (action.tab == Tab::what_if) refresh_scenario(state);
  if (action.tab == Tab::verdict) refresh_options(state);
}

void apply(AppState& state, FollowReason) {
  ViewState& view = state.view;
  if (!state.evaluation || !view.reason) return;
  const auto [part, index] = *view.reason;
  if (part >= state.model.parts.size() || index >= state.model.parts[part].reasons.size()) return;
  if (const auto supplement = state.model.parts[part].supplement) {
    view.item.reset();
    return apply(state, ShowItem{static_cast<std::uint16_t>(state.standard().parts.size()), supplement});
  }
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

void apply(AppState& state, Meet action) {
  if (!state.evaluation) return;
  state.view.meeting = action.page;
  state.view.editing = false;
  refresh_verdict(state);  // its sentences name schools, or number them
  refresh_scenario(state);
  refresh_meeting(state);
  if (!state.view.meeting || state.model.meeting.empty()) return;
  state.view.meeting = std::min(*state.view.meeting, state.model.meeting.size() - 1);
}

void apply(AppState& state, HideNames) {
  state.view.names_hidden = !state.view.names_hidden;
  refresh_verdict(state);
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
