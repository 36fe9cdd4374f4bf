// SPDX-License-Identifier: MIT
#pragma once

#include "state/actions.h"

namespace workbench {

void apply(AppState& state, OpenReason action);
void apply(AppState& state, OpenOption action);
void apply(AppState& state, ChooseOption action);

}  // namespace workbench
