// SPDX-License-Identifier: MIT
#pragma once

#include "state/actions.h"

namespace workbench {

void apply(AppState& state, ShowIndicator action);
void apply(AppState& state, GroupBy action);

}  // namespace workbench
