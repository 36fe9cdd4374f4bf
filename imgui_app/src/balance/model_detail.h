// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

namespace workbench {

/// What stands behind the coefficient of the chosen indicator.
void refresh_detail(AppState& state);

}  // namespace workbench
