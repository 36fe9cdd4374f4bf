// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

namespace workbench {

/// Items of the shown part, and what the chosen one asks for.
void refresh_facts(AppState& state);

}  // namespace workbench
