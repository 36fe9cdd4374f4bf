// SPDX-License-Identifier: MIT
#pragma once

#include "state/actions.h"

/// Which schools are listed, in which order, and which one is chosen.
namespace workbench {

void apply(AppState& state, SortBy action);
void apply(AppState& state, FilterStage action);
void apply(AppState& state, FilterVerdict action);
void apply(AppState& state, FilterKind action);
void apply(AppState& state, FilterTown&& action);
void apply(AppState& state, ShowCells action);
void apply(AppState& state, SelectUnit action);
void apply(AppState& state, ToggleLeftOut action);

}  // namespace workbench
