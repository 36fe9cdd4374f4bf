// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include "state/ui.h"

namespace workbench {

/// The card of the selected school, in a box of this size.
void draw_card(Ui& ui, ImVec2 size);

}  // namespace workbench
