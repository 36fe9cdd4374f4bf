// SPDX-License-Identifier: MIT
#include "shell/notice.h"

#include "kit/text_layout.h"
#include "kit/widgets.h"

namespace workbench {

void draw_notice(Ui& ui) {
  const std::string& words = ui.state.notice->text.in(ui.state.view.language);
  const std::string_view close = ui.say(Phrase::notice_close);
  ImGui::PushStyleColor(ImGuiCol_ChildBg, colour().near_soft);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(em(1), em(0.6F)));
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 0.0F);
  constexpr ImGuiChildFlags kFlags =
      ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened;
  ImGui::BeginChild("notice", {0, 0}, kFlags);
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor();

  const float room = ImGui::GetContentRegionAvail().x - button_width(close) - em(2.6F);
  const ImVec2 at = ImGui::GetCursorPos();
  const float lower = (ImGui::GetFrameHeight() - ImGui::GetTextLineHeight()) / 2;
  ImGui::SetCursorPosY(at.y + lower);
  shape(junheng::Verdict::near);
  ImGui::SameLine(0, em(0.6F));
  ImGui::SetCursorPosY(at.y + lower);
  put_wrapped(words, room, colour().ink);
  ImGui::SameLine(0, em(1));
  ImGui::SetCursorPosY(at.y);
  if (button("notice-close", close, ButtonLook::plain)) ui.emit(DismissNotice{});
  ImGui::EndChild();
}

}  // namespace workbench
