// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

namespace workbench {

/// One card for each stage of the selected county.
void refresh_balance(AppState& state);

}  // namespace workbench
