// SPDX-License-Identifier: MIT
#include "shell/tour.h"

#include "kit/text_layout.h"
#include "kit/widgets.h"

namespace workbench {

/// A strip below the view: it covers nothing of what it speaks about.
void draw_tour(Ui& ui) {
  const std::size_t step = *ui.state.view.tour;
  const TourStep& now = kTour[step];
  ImGui::PushStyleColor(ImGuiCol_ChildBg, colour().accent_soft);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(em(1), em(0.6F)));
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 0.0F);
  ImGui::BeginChild("tour", {0, 0}, ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened);
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor();
  const float buttons = button_width(ui.say(Phrase::tour_next)) + button_width(ui.say(Phrase::tour_before)) +
                        button_width(ui.say(Phrase::tour_end)) + em(2);
  const float room = ImGui::GetContentRegionAvail().x - buttons;
  const ImVec2 at = ImGui::GetCursorPos();
  const std::string title =
      filled(ui.say(Phrase::tour_step),
             {{"now", std::to_string(step + 1)}, {"all", std::to_string(kTour.size())}, {"title", ui.say(now.title)}});
  put_line(title, room, colour().accent);
  put_wrapped(ui.say(now.words), room, colour().ink);
  ImGui::SetCursorPos({at.x + room + em(0.75F), at.y});
  const bool first = step == 0;
  const bool last = step + 1 == kTour.size();
  if (button("tour-before", ui.say(Phrase::tour_before), first ? ButtonLook::off : ButtonLook::plain) && !first)
    ui.emit(ShowTour{step - 1});
  ImGui::SameLine(0, em(0.25F));
  if (button("tour-next", ui.say(Phrase::tour_next), last ? ButtonLook::off : ButtonLook::primary) && !last)
    ui.emit(ShowTour{step + 1});
  ImGui::SameLine(0, em(0.25F));
  if (button("tour-end", ui.say(Phrase::tour_end), ButtonLook::plain)) ui.emit(ShowTour{});
  ImGui::EndChild();
}

}  // namespace workbench
