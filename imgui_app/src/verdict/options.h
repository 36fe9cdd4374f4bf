// SPDX-License-Identifier: MIT
#pragma once

#include "state/ui.h"

namespace workbench {

/// The options of the standard (口径): a row for each; the open one shows its choices.
void draw_options(Ui& ui, float width);

}  // namespace workbench
