// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "state/actions.h"

/// From one view to another: to what an issue, a reason or a step of the tour speaks of.
namespace workbench {

void select_county(AppState& state, std::uint32_t county);
/// Lists every school again.
void forget_filters(ViewState& view);

void apply(AppState& state, SelectCounty action);
void apply(AppState& state, OpenIssue action);
void apply(AppState& state, NextIssue action);
void apply(AppState& state, ShowTab action);
void apply(AppState& state, FollowReason action);
void apply(AppState& state, Meet action);
void apply(AppState& state, HideNames action);
void apply(AppState& state, ShowTour action);

}  // namespace workbench
