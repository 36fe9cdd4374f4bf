// SPDX-License-Identifier: MIT
#include "frame/frame.h"

#include "balance/view.h"
#include "data/view.h"
#include "facts/view.h"
#include "issues/view.h"
#include "kit/widgets.h"
#include "meeting/view.h"
#include "schools/view.h"
#include "shell/counties.h"
#include "shell/notice.h"
#include "shell/top_bar.h"
#include "shell/tour.h"
#include "start/view.h"
#include "verdict/view.h"
#include "what_if/view.h"

namespace workbench {
namespace {

constexpr float kCountiesWidth = 15;
constexpr float kMargin = 1;
constexpr float kTourHeight = 5;

/// A part of the window under the bars. Width 0: all that is left.
void begin_area(const char* id, ImVec2 size, float padding) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(padding, em(kMargin)));
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 0.0F);
  // Flattened: the Tab key walks through all parts of the window as through one.
  ImGui::BeginChild(id, size, ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened);
  ImGui::PopStyleVar(2);
}

void draw_shown_tab(Ui& ui) {
  switch (ui.state.view.tab) {
    case Tab::start:
      return draw_start(ui);
    case Tab::data:
      return draw_data(ui);
    case Tab::schools:
      return draw_schools(ui);
    case Tab::balance:
      return draw_balance(ui);
    case Tab::facts:
      return draw_facts(ui);
    case Tab::what_if:
      return draw_what_if(ui);
    case Tab::verdict:
      return draw_verdict(ui);
    case Tab::issues:
      return draw_issues(ui);
  }
}

void draw_tabs(Ui& ui) {
  struct Head {
    Tab tab;
    const char* id;
    Phrase phrase;
  };
  constexpr Head kHeads[] = {
      {Tab::start, "tab-start", Phrase::tab_start},       {Tab::data, "tab-data", Phrase::tab_data},
      {Tab::schools, "tab-schools", Phrase::tab_schools}, {Tab::balance, "tab-balance", Phrase::tab_balance},
      {Tab::facts, "tab-facts", Phrase::tab_facts},       {Tab::what_if, "tab-what-if", Phrase::tab_what_if},
      {Tab::verdict, "tab-verdict", Phrase::tab_verdict}, {Tab::issues, "tab-issues", Phrase::tab_issues}};
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 end(at.x + ImGui::GetContentRegionAvail().x, at.y + em(2.6F));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, end, colour().paper);
  list.AddLine({at.x, end.y}, end, colour().line);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + em(0.25F));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 1));
  for (const Head& head : kHeads) {
    if (tab_head(head.id, ui.say(head.phrase), ui.state.view.tab == head.tab)) ui.emit(ShowTab{head.tab});
    ImGui::SameLine(0, 0);
  }
  ImGui::PopStyleVar();
  // A room is waiting: the way there is always in sight.
  const std::string_view meeting = ui.say(Phrase::tab_meeting);
  ImGui::SetCursorScreenPos({end.x - button_width(meeting) - em(1), at.y + (em(2.6F) - ImGui::GetFrameHeight()) / 2});
  const bool key = !ui.state.view.editing && ImGui::IsKeyChordPressed(ImGuiKey_M);
  if (button("meeting", meeting, ButtonLook::plain) || key) ui.emit(Meet{std::size_t{0}});
  ImGui::SetCursorScreenPos({at.x, end.y + 1});
  ImGui::Dummy({0, 0});
}

}  // namespace

void draw_frame(Ui& ui) {
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  ImGui::SetNextWindowPos(viewport.Pos);
  ImGui::SetNextWindowSize(viewport.Size);
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                      ImGuiWindowFlags_NoScrollWithMouse;
  if (ImGui::Begin("workbench", nullptr, kFlags)) {
    // The bars stand directly one below the other; inside the views the usual distances hold again.
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    if (ui.state.view.meeting && ui.state.evaluation) {
      ImGui::PopStyleVar();
      draw_meeting(ui);
      return ImGui::End();
    }
    draw_top_bar(ui);
    if (ui.state.notice) draw_notice(ui);
    if (ui.state.evaluation) draw_tabs(ui);
    if (ui.state.evaluation && !ui.state.view.editing) {
      if (ImGui::IsKeyChordPressed(ImGuiKey_F8)) ui.emit(NextIssue{false});
      if (ImGui::IsKeyChordPressed(ImGuiMod_Shift | ImGuiKey_F8)) ui.emit(NextIssue{true});
    }
    ImGui::PopStyleVar();
    const float tour = ui.state.view.tour ? em(kTourHeight) : 0;

    // The list of counties stands beside every view of one county.
    const bool many = ui.state.evaluation && ui.state.evaluation->counties.size() > 1;
    const bool beside =
        many && ui.state.view.tab != Tab::start && ui.state.view.tab != Tab::data && ui.state.view.tab != Tab::issues;
    if (beside) {
      ImGui::PushStyleColor(ImGuiCol_ChildBg, colour().paper);
      begin_area("counties", {em(kCountiesWidth), ImGui::GetContentRegionAvail().y - tour}, em(0.75F));
      ImGui::PopStyleColor();
      draw_counties(ui);
      ImGui::EndChild();
      ImGui::SameLine(0, 0);
    }
    begin_area("view", {0, ImGui::GetContentRegionAvail().y - tour}, em(kMargin));
    draw_shown_tab(ui);
    ImGui::EndChild();
    if (ui.state.view.tour) draw_tour(ui);
  }
  ImGui::End();
}

}  // namespace workbench
