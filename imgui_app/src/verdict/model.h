// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

namespace workbench {

/// The parts of the verdict of the selected county, and its stages.
void refresh_verdict(AppState& state);
/// What stands behind the chosen reason.
void refresh_reason(AppState& state);

}  // namespace workbench
