// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

namespace workbench {

/// Issues of the whole table, and how many of each severity.
void refresh_issues(AppState& state);
/// How much is open, in a few words: issues of the table, or else facts of the selected county.
void refresh_open_issues(AppState& state);

}  // namespace workbench
