// SPDX-License-Identifier: MIT
#pragma once

#include "state/ui.h"

namespace workbench {

void draw_data_changes(Ui& ui);

}  // namespace workbench
