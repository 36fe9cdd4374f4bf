// SPDX-License-Identifier: MIT
#include "verdict/folding_row.h"

#include "kit/surface.h"
#include "kit/text_layout.h"
#include "kit/widgets.h"

namespace workbench {

bool folding_row(std::string_view words, bool open, float room, ImU32 ink) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = room - em(1.5F);
  const float height = static_cast<float>(count_lines(words, width) - 1) * line_pitch() + ImGui::GetTextLineHeight();
  const bool pressed = row_button("##fold", words, open, height, ImGuiSelectableFlags_None, Node::Role::fold);
  const Unrecorded said_already;
  draw_fold({at.x + em(0.5F), at.y + ImGui::GetTextLineHeight() / 2}, open);
  draw_wrapped({at.x + em(1.1F), at.y}, words, width, ink);
  return pressed;
}

}  // namespace workbench
