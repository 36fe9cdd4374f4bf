// SPDX-License-Identifier: MIT
#pragma once

#include "state/ui.h"

namespace workbench {

/// Above the table of schools: search, filters and legend; in a small window all but the search is folded.
void draw_school_filters(Ui& ui);

}  // namespace workbench
