// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

namespace workbench {

/// Records of the tables, edits and doubts; parses the tables when they are first looked at.
void refresh_data(AppState& state);

}  // namespace workbench
