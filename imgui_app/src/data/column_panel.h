// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include "state/ui.h"

namespace workbench {

/// 0: no column's meaning is being chosen.
[[nodiscard]] float column_panel_width(const Ui& ui, float room);
/// What a column is: searched, or taken from a list in groups.
void draw_column_panel(Ui& ui, ImVec2 size);

}  // namespace workbench
