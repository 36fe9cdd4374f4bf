// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

namespace workbench {

/// The card of the selected school.
void refresh_card(AppState& state);

}  // namespace workbench
