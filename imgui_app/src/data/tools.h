// SPDX-License-Identifier: MIT
#pragma once

#include "state/ui.h"

namespace workbench {

/// Above the table: search, what is done to the chosen cell, and what is said of it.
void draw_data_tools(Ui& ui);

}  // namespace workbench
