// SPDX-License-Identifier: MIT
#include "text_layout.h"
#include "texts.h"
#include "views.h"
#include "widgets.h"

namespace workbench {
namespace {

/// Lines longer than this are hard to follow.
constexpr float kTextWidth = 60;

void draw_part(Ui& ui, const PartCard& part, float width) {
  begin_box(part.title.c_str(), {width, 0}, em(1.1F));
  const float mark_at =
      ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - verdict_mark_width(ui, part.verdict);
  text(part.title);
  ImGui::SameLine(mark_at);
  verdict_mark(ui, part.verdict);
  const float room = ImGui::GetContentRegionAvail().x;
  if (part.reasons.empty() && part.verdict == junheng::Verdict::pass) {
    put_wrapped(ui.say(Phrase::verdict_clear), room, colour::kQuiet);
  }
  for (const std::string& reason : part.reasons) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddCircleFilled({at.x + em(0.4F), at.y + ImGui::GetTextLineHeight() / 2}, em(0.14F),
                                                colour::kQuiet);
    ImGui::SetCursorScreenPos({at.x + em(1.1F), at.y});
    put_wrapped(reason, room - em(1.1F), colour::kInk);
  }
  end_box();
}

void draw_stages(Ui& ui, float width) {
  const std::vector<StageLine>& lines = ui.state.model.stage_lines;
  text(ui.say(Phrase::verdict_stages));
  constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_BordersOuter |
                                     ImGuiTableFlags_RowBg | ImGuiTableFlags_NoSavedSettings |
                                     ImGuiTableFlags_SizingStretchSame;
  if (!ImGui::BeginTable("stages", 6, kFlags, {width, 0})) return;
  const auto cell = [](std::string_view words, ImU32 ink, Align align) {
    ImGui::TableNextColumn();
    put_line(words, ImGui::GetContentRegionAvail().x, ink, align);
  };
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  cell(ui.say(Phrase::schools_stage), colour::kQuiet, Align::left);
  cell(ui.say(Phrase::verdict_units), colour::kQuiet, Align::right);
  cell(verdict_word(ui.state, junheng::Verdict::pass), colour::kQuiet, Align::right);
  cell(verdict_word(ui.state, junheng::Verdict::fail), colour::kQuiet, Align::right);
  cell(verdict_word(ui.state, junheng::Verdict::unknown), colour::kQuiet, Align::right);
  cell(ui.say(Phrase::schools_verdict), colour::kQuiet, Align::left);
  for (const StageLine& line : lines) {
    ImGui::TableNextRow();
    cell(line.stage, colour::kInk, Align::left);
    cell(line.units, colour::kInk, Align::right);
    cell(line.passing, colour::kInk, Align::right);
    cell(line.failing, colour::kInk, Align::right);
    cell(line.unknown, colour::kInk, Align::right);
    ImGui::TableNextColumn();
    verdict_mark(ui, line.verdict);
  }
  ImGui::EndTable();
}

}  // namespace

void draw_verdict(Ui& ui) {
  const Model& model = ui.state.model;
  const float all = ImGui::GetContentRegionAvail().x;
  const float width = all < em(kTextWidth) ? all : em(kTextWidth);
  put_wrapped(ui.state.standard().title.in(ui.state.view.language), width, colour::kQuiet);
  {
    const TextSize huge(size::kHuge);
    put_line(model.county_name, width, colour::kInk);
    verdict_mark(ui, model.county_verdict);
  }
  ImGui::Dummy({0, em(0.25F)});
  for (const PartCard& part : model.parts)
    draw_part(ui, part, width);
  if (ui.state.standard().unit_rule && !model.stage_lines.empty()) {
    ImGui::Dummy({0, em(0.25F)});
    draw_stages(ui, width);
  }
}

}  // namespace workbench
