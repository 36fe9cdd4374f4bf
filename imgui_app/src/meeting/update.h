// SPDX-License-Identifier: MIT
#pragma once

#include "state/actions.h"

namespace workbench {

void apply(AppState& state, Meet action);
void apply(AppState& state, HideNames action);

}  // namespace workbench
