// SPDX-License-Identifier: MIT
#pragma once

#include "state/ui.h"

namespace workbench {

/// Above the view: what is open and its verdict, and the way to every view. In a small window one row.
void draw_bars(Ui& ui);

}  // namespace workbench
