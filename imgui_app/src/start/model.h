// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

namespace workbench {

void refresh_start(AppState& state);

}  // namespace workbench
