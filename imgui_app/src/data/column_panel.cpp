// SPDX-License-Identifier: MIT
#include "data/column_panel.h"

#include "kit/surface.h"
#include "kit/text_layout.h"
#include "kit/widgets.h"

namespace workbench {
namespace {

constexpr float kWidth = 22;
/// Of a small window.
constexpr float kMostPart = 0.45F;
constexpr float kLineHeight = 1.7F;

void draw_list_line(Ui& ui, const ColumnModel::Line& line, std::optional<junheng::Stage> stage) {
  if (line.heading) return text(line.label, colour().quiet);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x;
  const float height = em(kLineHeight);
  if (row_button("##field", line.label, line.chosen, height))
    ui.emit(TakeColumn{*ui.state.view.column, line.field, stage});
  const bool hovered = ImGui::IsItemHovered();
  const Unrecorded said_already;
  const float lower = (height - ImGui::GetTextLineHeight()) / 2;
  const Drawn drawn = draw_line({at.x + em(0.5F), at.y + lower}, line.label, room - em(1), colour().ink);
  if (drawn.cut && hovered) tip(line.label);
}

}  // namespace

float column_panel_width(const Ui& ui, float room) {
  if (!ui.state.model.data.column) return 0;
  return em(kWidth) < room * kMostPart ? em(kWidth) : room * kMostPart;
}

void draw_column_panel(Ui& ui, ImVec2 size) {
  const ColumnModel& model = *ui.state.model.data.column;
  const std::uint16_t column = *ui.state.view.column;
  begin_box("column", size, em(0.75F));
  const float room = ImGui::GetContentRegionAvail().x;
  put_wrapped(model.heading, room, colour().ink);
  if (!model.sample.empty()) put_wrapped(model.sample, room, colour().quiet, Align::left, 2);
  std::optional<junheng::Stage> stage;
  std::optional<std::uint16_t> taken;
  for (const ColumnModel::Line& line : model.lines)
    if (line.chosen) taken = line.field;
  for (std::size_t i = 0; i < model.stages.size(); ++i) {
    const ColumnModel::Stage& one = model.stages[i];
    if (one.chosen) stage = one.stage;
    ImGui::PushID(static_cast<int>(i));
    if (i > 0) same_line(button_width(one.label), em(0.25F));
    if (button("stage", one.label, one.chosen ? ButtonLook::chosen : ButtonLook::plain))
      ui.emit(TakeColumn{column, taken, one.stage});
    ImGui::PopID();
  }
  const float close = button_width(ui.say(Phrase::card_close));
  text_field(ui, Entry::column_search, ui.state.view.column_search, ui.say(Phrase::data_take_find),
             room - close - em(0.5F));
  ImGui::SameLine(0, em(0.5F));
  if (button("close", ui.say(Phrase::card_close), ButtonLook::plain)) ui.emit(OpenColumn{column});
  ImGui::BeginChild("fields", {0, ImGui::GetContentRegionAvail().y}, ImGuiChildFlags_NavFlattened);
  for (std::size_t i = 0; i < model.lines.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    draw_list_line(ui, model.lines[i], stage);
    ImGui::PopID();
  }
  ImGui::EndChild();
  end_box();
}

}  // namespace workbench
