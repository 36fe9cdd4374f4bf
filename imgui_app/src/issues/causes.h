// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

namespace workbench {

/// Makes the rows of the list from Model::issues: what one mistake has made is one row, which opens, and comes first;
/// below an issue stand the columns that it may be about.
void put_issue_rows(AppState& state);

}  // namespace workbench
