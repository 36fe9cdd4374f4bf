// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

namespace workbench {

/// What stands around the list of schools: heads of its columns, legend, what it can be filtered by, rows left out.
void refresh_heads(AppState& state);
/// Of these the totals and means alone, which follow what the cells show.
void refresh_feet(AppState& state);

}  // namespace workbench
