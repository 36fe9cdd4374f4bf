// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "state/ui.h"

namespace workbench {

/// Before and after, in a table of this id.
void draw_comparison(Ui& ui, const std::vector<CompareLine>& lines, const char* id);

}  // namespace workbench
