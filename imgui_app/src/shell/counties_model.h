// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

namespace workbench {

/// The list beside the views of one county.
void refresh_counties(AppState& state);

}  // namespace workbench
