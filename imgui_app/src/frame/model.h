// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

/// What views show, worked out anew: each room refreshes its own part, here is which parts follow from what.
namespace workbench {

/// Of the selected county all that also depends on what is chosen in the views.
void refresh_view(AppState& state);
/// All that follows from the selected county.
void refresh_county(AppState& state);
void refresh_all(AppState& state);

}  // namespace workbench
