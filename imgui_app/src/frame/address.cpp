// SPDX-License-Identifier: MIT
#include "frame/address.h"

#include <algorithm>

#include "data/model.h"
#include "frame/model.h"
#include "frame/navigate.h"
#include "junheng/lookup.h"
#include "state/texts.h"

namespace workbench {
namespace {

static_assert(kTabIds.size() == kTabs);

void find_school(AppState& state, const Address& address) {
  const junheng::Evaluation& evaluation = *state.evaluation;
  for (const std::uint32_t index : state.model.stages) {
    const junheng::StageUnits& stage = evaluation.split.stages[index];
    if (!address.stage.empty() && address.stage != junheng::id_of(stage.stage)) continue;
    for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
      if (unit_text(state, unit).school != address.school) continue;
      state.view.selected_unit = unit;
      state.view.scroll_to_selection = true;
      return;
    }
  }
}

void find_indicator(AppState& state, const Address& address) {
  const auto& indicators = state.standard().indicators;
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    if (indicators[i].id == address.indicator) state.view.indicator = static_cast<std::uint16_t>(i);
  }
  for (std::size_t i = 0; i < state.model.stages.size(); ++i) {
    const auto stage = state.evaluation->split.stages[state.model.stages[i]].stage;
    if (address.stage == junheng::id_of(stage)) state.view.balance_stage = static_cast<std::uint32_t>(i);
  }
}

}  // namespace

Address address_of(const AppState& state) {
  const ViewState& view = state.view;
  Address address;
  address.view = view.meeting ? kMeetingId : kTabIds[static_cast<std::size_t>(view.tab)];
  if (!state.evaluation || view.tab == Tab::start) return address;
  if (state.evaluation->counties.size() > 1) address.county = county_name(state, view.county);
  if (view.tab == Tab::schools && view.selected_unit != kNoSelection && !view.meeting) {
    const std::size_t stage = stage_of(*state.evaluation, view.selected_unit);
    address.school = unit_text(state, view.selected_unit).school;
    address.stage = junheng::id_of(state.evaluation->split.stages[stage].stage);
  }
  if (view.tab == Tab::balance && view.indicator && view.balance_stage < state.model.stages.size()) {
    address.indicator = state.standard().indicators[*view.indicator].id;
    address.stage = junheng::id_of(state.evaluation->split.stages[state.model.stages[view.balance_stage]].stage);
  }
  return address;
}

void apply(AppState& state, GoTo&& action) {
  const Address& address = action.address;
  ViewState& view = state.view;
  const auto tab = std::find(kTabIds.begin(), kTabIds.end(), address.view);
  if (address.view == kMeetingId && state.evaluation) {
    apply(state, Meet{view.meeting.value_or(0)});
  } else {
    apply(state, Meet{});
    if (tab == kTabIds.begin() || (tab != kTabIds.end() && state.evaluation))
      view.tab = static_cast<Tab>(tab - kTabIds.begin());
  }
  if (!state.evaluation) return;
  for (std::uint32_t county = 0; county < state.evaluation->counties.size(); ++county) {
    if (!address.county.empty() && county_name(state, county) == address.county) select_county(state, county);
  }
  view.selected_unit = kNoSelection;
  view.indicator.reset();
  if (!address.school.empty()) find_school(state, address);
  if (!address.indicator.empty()) find_indicator(state, address);
  refresh_view(state);
  refresh_data(state);
}

}  // namespace workbench
