// SPDX-License-Identifier: MIT
#include "schools/left_out.h"

#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "state/texts.h"

namespace workbench {
namespace {

struct LeftOutText {
  std::string_view school;
  std::string_view stage;
  std::string pupils;
  std::string place;
  std::string reason;
};
LeftOutText left_out_text(const AppState& state, std::uint32_t index) {
  const junheng::Evaluation& evaluation = *state.evaluation;
  const junheng::LeftOutUnit& unit = evaluation.split.left_out[index];
  LeftOutText text{
      .school = evaluation.table.at(evaluation.roster.school[unit.row]),
      .stage = {},
      .pupils = unit.pupils == junheng::kUnknownPupils ? std::string() : std::to_string(unit.pupils),
      .place = filled(state.say(Phrase::issues_row), {{"row", std::to_string(evaluation.roster.line[unit.row])}}),
      .reason = sentence(state.library.words(state.view.language), unit, evaluation)};
  if (unit.stage != junheng::kNoStage) text.stage = stage_word(state, static_cast<junheng::Stage>(unit.stage));
  return text;
}

void draw_row(Ui& ui, int place) {
  const LeftOutText about = left_out_text(ui.state, ui.state.model.left_out[static_cast<std::size_t>(place)]);
  const bool highlighted = ui.state.model.highlighted_left_out == place;
  ImGui::TableNextRow();
  if (highlighted) ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, colour().accent_soft);
  const auto cell = [](std::string_view words, ImU32 ink, Align align) {
    ImGui::TableNextColumn();
    if (put_line(words, ImGui::GetContentRegionAvail().x, ink, align, Cut::middle)) tip(words);
  };
  cell(about.school, colour().ink, Align::left);
  if (highlighted && ui.state.view.scroll_to_selection) {
    ImGui::SetScrollHereY(0.5F);
    ui.emit(Scrolled{});
  }
  cell(about.place, colour().quiet, Align::left);
  cell(about.stage, colour().quiet, Align::left);
  cell(about.pupils, colour().ink, Align::right);
  cell(about.reason, colour().ink, Align::left);
}

}  // namespace

void draw_left_out(Ui& ui) {
  const bool open = ui.state.view.left_out_open;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float mark = em(1.6F);
  // The arrow is drawn over the button, in the room its words leave on the right.
  if (button("left-out", ui.state.model.left_out_title, open ? ButtonLook::open : ButtonLook::quiet,
             button_width(ui.state.model.left_out_title) + 2 * mark, {}, Node::Role::opener)) {
    ui.emit(ToggleLeftOut{});
  }
  const ImVec2 centre(at.x + mark * 0.7F, at.y + ImGui::GetFrameHeight() / 2);
  const float r = em(0.25F);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (open) {
    list.AddTriangleFilled({centre.x - r, centre.y - r / 2}, {centre.x + r, centre.y - r / 2}, {centre.x, centre.y + r},
                           colour().ink);
  } else {
    list.AddTriangleFilled({centre.x - r / 2, centre.y - r}, {centre.x - r / 2, centre.y + r}, {centre.x + r, centre.y},
                           colour().ink);
  }
  if (!open) return;

  constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH |
                                     ImGuiTableFlags_BordersOuter | ImGuiTableFlags_RowBg |
                                     ImGuiTableFlags_NoSavedSettings;
  if (!ImGui::BeginTable("left-out-rows", 5, kFlags, ImGui::GetContentRegionAvail())) return;
  ImGui::TableSetupColumn("school", ImGuiTableColumnFlags_WidthFixed, em(13));
  ImGui::TableSetupColumn("place", ImGuiTableColumnFlags_WidthFixed, em(5));
  ImGui::TableSetupColumn("stage", ImGuiTableColumnFlags_WidthFixed, em(3.4F));
  ImGui::TableSetupColumn("pupils", ImGuiTableColumnFlags_WidthFixed, em(4));
  ImGui::TableSetupColumn("reason", ImGuiTableColumnFlags_WidthStretch);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(ui.state.model.left_out.size()));
  if (ui.state.view.scroll_to_selection && ui.state.model.highlighted_left_out) {
    clipper.IncludeItemByIndex(*ui.state.model.highlighted_left_out);
  }
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
      draw_row(ui, i);
  }
  ImGui::EndTable();
}

}  // namespace workbench
