// SPDX-License-Identifier: MIT
#pragma once

#include "state/actions.h"

namespace workbench {

void apply(AppState& state, FilterSeverity action);

}  // namespace workbench
