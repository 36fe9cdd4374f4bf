// SPDX-License-Identifier: MIT
#include "meeting/view.h"

#include "kit/text_layout.h"
#include "kit/widgets.h"

namespace workbench {
namespace {

/// Read from the last row of a room.
constexpr float kTitle = 2.8F;
constexpr float kLine = 1.8F;
constexpr float kMargin = 3;

void draw_bars(Ui& ui, const std::vector<BalanceLine>& bars) {
  const TextSize size(1.35F);
  if (!ImGui::BeginTable("bars", 4, ImGuiTableFlags_NoSavedSettings)) return;
  ImGui::TableSetupColumn("title", ImGuiTableColumnFlags_WidthStretch, 3);
  ImGui::TableSetupColumn("cv", ImGuiTableColumnFlags_WidthStretch, 1.2F);
  ImGui::TableSetupColumn("bar", ImGuiTableColumnFlags_WidthStretch, 3.4F);
  ImGui::TableSetupColumn("verdict", ImGuiTableColumnFlags_WidthFixed, verdict_column_width(ui) + em(0.5F));
  for (const BalanceLine& bar : bars) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    put_line(bar.short_title, ImGui::GetContentRegionAvail().x, colour().ink);
    ImGui::TableNextColumn();
    put_line(bar.cv, ImGui::GetContentRegionAvail().x, colour().ink, Align::right);
    ImGui::TableNextColumn();
    draw_bar(bar);
    ImGui::TableNextColumn();
    if (bar.verdict != junheng::Verdict::none) verdict_mark(ui, bar.verdict);
  }
  ImGui::EndTable();
  if (!bars.empty() && !bars.front().limit.empty()) {
    text(filled(ui.say(Phrase::meeting_limit), {{"limit", bars.front().limit}}), colour().quiet);
  }
}

/// Keys of presenters send PageUp and PageDown; nothing here changes a number.
void take_keys(Ui& ui) {
  const std::size_t page = *ui.state.view.meeting;
  const auto pressed = [](std::initializer_list<ImGuiKey> keys) {
    bool any = false;
    for (const ImGuiKey key : keys)
      any = ImGui::IsKeyPressed(key) || any;
    return any;
  };
  if (pressed({ImGuiKey_RightArrow, ImGuiKey_DownArrow, ImGuiKey_PageDown, ImGuiKey_Space})) ui.emit(Meet{page + 1});
  if (page > 0 && pressed({ImGuiKey_LeftArrow, ImGuiKey_UpArrow, ImGuiKey_PageUp})) ui.emit(Meet{page - 1});
  if (pressed({ImGuiKey_Home})) ui.emit(Meet{std::size_t{0}});
  if (pressed({ImGuiKey_N})) ui.emit(HideNames{});
  if (pressed({ImGuiKey_D})) ui.emit(SetTheme{ui.state.view.theme == Theme::dark ? Theme::light : Theme::dark});
  if (pressed({ImGuiKey_Escape})) ui.emit(Meet{});
}

void draw_foot(Ui& ui, std::size_t pages) {
  const std::size_t page = *ui.state.view.meeting;
  const bool first = page == 0;
  const bool last = page + 1 >= pages;
  if (button("before", ui.say(Phrase::meeting_before), first ? ButtonLook::off : ButtonLook::plain) && !first)
    ui.emit(Meet{page - 1});
  ImGui::SameLine(0, em(0.5F));
  if (button("next", ui.say(Phrase::meeting_next), last ? ButtonLook::off : ButtonLook::primary) && !last)
    ui.emit(Meet{page + 1});
  ImGui::SameLine(0, em(1));
  label(filled(ui.say(Phrase::meeting_page), {{"now", std::to_string(page + 1)}, {"all", std::to_string(pages)}}),
        colour().quiet);
  ImGui::SameLine(0, em(1));
  const bool hidden = ui.state.view.names_hidden;
  if (button("names", ui.say(hidden ? Phrase::meeting_show_names : Phrase::meeting_hide_names),
             hidden ? ButtonLook::chosen : ButtonLook::plain)) {
    ui.emit(HideNames{});
  }
  ImGui::SameLine(0, em(0.5F));
  const bool dark = ui.state.view.theme == Theme::dark;
  if (button("dark", ui.say(Phrase::meeting_dark), dark ? ButtonLook::chosen : ButtonLook::plain))
    ui.emit(SetTheme{dark ? Theme::light : Theme::dark});
  ImGui::SameLine(0, em(0.5F));
  if (button("leave", ui.say(Phrase::meeting_leave), ButtonLook::plain)) ui.emit(Meet{});
}

}  // namespace

void draw_meeting(Ui& ui) {
  const std::vector<MeetingPage>& pages = ui.state.model.meeting;
  if (pages.empty()) return;
  take_keys(ui);
  // Keys turn pages here; they walk nowhere and press nothing.
  ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
  const std::size_t index = *ui.state.view.meeting < pages.size() ? *ui.state.view.meeting : pages.size() - 1;
  const MeetingPage& page = pages[index];
  const float foot = ImGui::GetFrameHeight() + em(1.5F);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(em(kMargin), em(1.5F)));
  ImGui::BeginChild("page", {0, ImGui::GetContentRegionAvail().y - foot},
                    ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened);
  heading(page.title, kTitle);
  if (page.verdict) {
    const TextSize size(kTitle * 0.8F);
    verdict_mark(ui, *page.verdict);
  }
  ImGui::Dummy({0, em(0.5F)});
  {
    const TextSize size(kLine);
    for (const std::string& line : page.lines) {
      put_wrapped(line, ImGui::GetContentRegionAvail().x, colour().ink);
      ImGui::Dummy({0, em(0.2F)});
    }
  }
  if (!page.bars.empty()) draw_bars(ui, page.bars);
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + em(kMargin));
  draw_foot(ui, pages.size());
  ImGui::PopItemFlag();
}

}  // namespace workbench
