// SPDX-License-Identifier: MIT
#include "frame/frame.h"

#include "balance/view.h"
#include "data/view.h"
#include "facts/view.h"
#include "frame/bars.h"
#include "issues/view.h"
#include "kit/widgets.h"
#include "meeting/view.h"
#include "schools/view.h"
#include "shell/counties.h"
#include "shell/tour.h"
#include "start/view.h"
#include "verdict/view.h"
#include "what_if/view.h"

namespace workbench {
namespace {

constexpr float kCountiesWidth = 15;
constexpr float kMargin = 1;
constexpr float kSmallMargin = 0.4F;
constexpr float kTourHeight = 5;

/// A part of the window under the bars. Width 0: all that is left.
void begin_area(const char* id, ImVec2 size, float padding) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(padding, em(cramped() ? kSmallMargin : kMargin)));
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
    draw_bars(ui);
    if (ui.state.evaluation && !ui.state.view.editing) {
      if (ImGui::IsKeyChordPressed(ImGuiKey_F8)) ui.emit(NextIssue{false});
      if (ImGui::IsKeyChordPressed(ImGuiMod_Shift | ImGuiKey_F8)) ui.emit(NextIssue{true});
    }
    ImGui::PopStyleVar();
    const float tour = ui.state.view.tour ? em(kTourHeight) : 0;

    // The list of counties stands beside every view of one county.
    const bool many = ui.state.evaluation && ui.state.evaluation->counties.size() > 1;
    const bool beside = many && !cramped() && ui.state.view.tab != Tab::start && ui.state.view.tab != Tab::data &&
                        ui.state.view.tab != Tab::issues;
    if (beside) {
      ImGui::PushStyleColor(ImGuiCol_ChildBg, colour().paper);
      begin_area("counties", {em(kCountiesWidth), ImGui::GetContentRegionAvail().y - tour}, em(0.75F));
      ImGui::PopStyleColor();
      draw_counties(ui);
      ImGui::EndChild();
      ImGui::SameLine(0, 0);
    }
    begin_area("view", {0, ImGui::GetContentRegionAvail().y - tour}, em(cramped() ? kSmallMargin : kMargin));
    draw_shown_tab(ui);
    ImGui::EndChild();
    if (ui.state.view.tour) draw_tour(ui);
  }
  ImGui::End();
}

}  // namespace workbench
