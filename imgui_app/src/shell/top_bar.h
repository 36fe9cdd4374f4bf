// SPDX-License-Identifier: MIT
#pragma once

#include "state/ui.h"

namespace workbench {

void draw_top_bar(Ui& ui);

}  // namespace workbench
