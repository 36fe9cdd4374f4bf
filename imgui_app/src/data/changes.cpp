// SPDX-License-Identifier: MIT
#include "data/changes.h"

#include "kit/text_layout.h"
#include "kit/widgets.h"

namespace workbench {
namespace {

constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH |
                                   ImGuiTableFlags_BordersOuter | ImGuiTableFlags_RowBg |
                                   ImGuiTableFlags_NoSavedSettings;

void draw_edit(Ui& ui, std::size_t index) {
  const DataModel::Edit& edit = ui.state.model.data.edits[index];
  ImGui::PushID(static_cast<int>(index));
  ImGui::TableNextRow();
  const auto cell = [](std::string_view words, ImU32 ink) {
    ImGui::TableNextColumn();
    if (put_line(words, ImGui::GetContentRegionAvail().x, ink)) tip(words);
  };
  ImGui::TableNextColumn();
  if (button("go", edit.place, ButtonLook::quiet)) {
    ui.emit(ShowSheet{edit.cell.sheet});
    ui.emit(ShowDataPage{DataPage::table});
    ui.emit(SelectCell{edit.cell, false});
  }
  cell(edit.from.empty() ? ui.say(Phrase::data_nothing) : std::string_view(edit.from), colour().quiet);
  cell(edit.to.empty() ? ui.say(Phrase::data_nothing) : std::string_view(edit.to), colour().ink);
  ImGui::TableNextColumn();
  if (button("drop", ui.say(Phrase::data_drop), ButtonLook::plain)) ui.emit(DropEdit{index});
  ImGui::PopID();
}

void head(std::string_view words) {
  ImGui::TableNextColumn();
  put_line(words, ImGui::GetContentRegionAvail().x, colour().quiet);
}

}  // namespace

void draw_data_changes(Ui& ui) {
  ImGui::NewLine();
  const std::size_t count = ui.state.model.data.edits.size();
  if (count == 0) return text(ui.say(Phrase::data_no_changes), colour().quiet);
  if (!ImGui::BeginTable("changes", 4, kFlags, ImGui::GetContentRegionAvail())) return;
  ImGui::TableSetupScrollFreeze(0, 1);
  ImGui::TableSetupColumn("place", ImGuiTableColumnFlags_WidthStretch, 2);
  ImGui::TableSetupColumn("from", ImGuiTableColumnFlags_WidthStretch, 2);
  ImGui::TableSetupColumn("to", ImGuiTableColumnFlags_WidthStretch, 2);
  ImGui::TableSetupColumn("drop", ImGuiTableColumnFlags_WidthStretch, 1);
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  head(ui.say(Phrase::issues_column_place));
  head(ui.say(Phrase::data_was));
  head(ui.say(Phrase::data_is));
  head({});
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(count));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
      draw_edit(ui, static_cast<std::size_t>(i));
  }
  ImGui::EndTable();
}

}  // namespace workbench
