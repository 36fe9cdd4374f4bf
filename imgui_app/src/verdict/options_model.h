// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

namespace workbench {

/// The options of the standard, what is chosen of each, and of the one that is open what its choices would change: that
/// costs an evaluation for each of them, so it is computed only while the view is shown.
void refresh_options(AppState& state);

}  // namespace workbench
