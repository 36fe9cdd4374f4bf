// SPDX-License-Identifier: MIT
#pragma once

#include "state/ui.h"

namespace workbench {

/// Fills the main viewport: the bars, and the shown view between them. Every view draws into the space that is left.
void draw_frame(Ui& ui);

}  // namespace workbench
