// SPDX-License-Identifier: MIT
#pragma once

#include "state/ui.h"

namespace workbench {

void draw_what_if(Ui& ui);

}  // namespace workbench
