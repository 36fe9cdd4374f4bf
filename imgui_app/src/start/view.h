// SPDX-License-Identifier: MIT
#pragma once

#include "state/ui.h"

namespace workbench {

void draw_start(Ui& ui);

}  // namespace workbench
