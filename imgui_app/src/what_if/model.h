// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

namespace workbench {

/// The chosen scenario: its changes, and the county and the chosen school before and after.
void refresh_scenario(AppState& state);

}  // namespace workbench
