// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

namespace workbench {

/// Issues of the whole table, and how many of each severity.
void refresh_issues(AppState& state);

}  // namespace workbench
