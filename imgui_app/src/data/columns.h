// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

namespace workbench {

/// What the column is, and can be, whose meaning is being chosen; nothing where none is.
void refresh_column(AppState& state);

}  // namespace workbench
