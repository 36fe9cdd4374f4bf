// SPDX-License-Identifier: MIT
#pragma once

#include "state/ui.h"

namespace workbench {

void draw_left_out(Ui& ui);

}  // namespace workbench
