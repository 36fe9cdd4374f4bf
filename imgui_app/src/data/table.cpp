// SPDX-License-Identifier: MIT
#include "data/table.h"

#include <algorithm>

#include "data/cells.h"
#include "kit/surface.h"
#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "state/texts.h"

namespace workbench {
namespace {

constexpr float kRowHeight = 1.9F;
constexpr float kColumnWidth = 8.5F;
constexpr float kNumberWidth = 8;
/// ImGui's tables have at most 512 columns, and nobody looks at more than a few dozen.
constexpr std::size_t kMostColumns = 256;

Phrase phrase_of(junheng::RowKind kind) {
  switch (kind) {
    case junheng::RowKind::school:
      return Phrase::data_kind_school;
    case junheng::RowKind::total:
      return Phrase::data_kind_total;
    case junheng::RowKind::statistic:
      return Phrase::data_kind_statistic;
    case junheng::RowKind::header:
      return Phrase::data_kind_header;
    case junheng::RowKind::title:
      return Phrase::data_kind_title;
    case junheng::RowKind::codes:
      return Phrase::data_kind_codes;
    case junheng::RowKind::note:
      return Phrase::data_kind_note;
    case junheng::RowKind::ellipsis:
      return Phrase::data_kind_ellipsis;
    case junheng::RowKind::group:
      return Phrase::data_kind_group;
    case junheng::RowKind::zeros:
      return Phrase::data_kind_zeros;
    case junheng::RowKind::other_table:
      return Phrase::data_kind_other_table;
    case junheng::RowKind::summary:
      return Phrase::data_kind_summary;
    case junheng::RowKind::other_year:
      return Phrase::data_kind_other_year;
    case junheng::RowKind::aside:
      return Phrase::data_kind_aside;
    case junheng::RowKind::blank:
      return Phrase::data_kind_blank;
    case junheng::RowKind::left_out:
      return Phrase::data_kind_left_out;
  }
  return Phrase::data_kind_aside;
}

void draw_tools(Ui& ui) {
  const ViewState& view = ui.state.view;
  ImGui::NewLine();
  text_field(ui, Entry::data_find, view.find, ui.say(Phrase::data_find), em(12), {.keys = true});
  ImGui::SameLine(0, em(0.25F));
  if (button("find-back", ui.say(Phrase::data_find_back), ButtonLook::plain)) ui.emit(FindNext{true});
  ImGui::SameLine(0, em(0.25F));
  if (button("find-next", ui.say(Phrase::data_find_next), ButtonLook::plain)) ui.emit(FindNext{false});
  ImGui::SameLine(0, em(0.75F));
  if (ui.state.sheets.size() > 1) {
    std::vector<std::string> names;
    for (const junheng::SourceSheet& sheet : ui.state.sheets)
      names.push_back(sheet.name.empty() ? std::to_string(names.size() + 1) : sheet.name);
    if (const auto taken = choose("sheet", em(9), names, view.sheet))
      ui.emit(ShowSheet{static_cast<std::uint32_t>(*taken)});
    ImGui::SameLine(0, em(0.75F));
  }
  if (view.cell.line != 0) {
    if (button("edit", ui.say(Phrase::data_edit), ButtonLook::plain)) ui.emit(SelectCell{view.cell, true});
    ImGui::SameLine(0, em(0.25F));
    if (button("leave-out", ui.say(Phrase::data_leave_out), ButtonLook::plain))
      ui.emit(LeaveOutRow{view.sheet, view.cell.line});
    ImGui::SameLine(0, em(0.75F));
  }
  const std::string& found = ui.state.model.data.found;
  label(found.empty() ? ui.say(Phrase::data_hint) : std::string_view(found));
}

void draw_cell(Ui& ui, const CellPlace& cell, std::string_view words, junheng::RowKind kind, float height) {
  ImGui::TableNextColumn();
  const ViewState& view = ui.state.view;
  const bool chosen = view.cell == cell;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImGui::PushID(cell.column);
  if (chosen && view.editing) {
    text_field(ui, Entry::cell_edit, view.edit_text, {}, width, {.focus = true, .keys = true, .height = height});
    ImGui::PopID();
    return;
  }
  const bool clicked = ImGui::InvisibleButton("cell", {width, height}, ImGuiButtonFlags_EnableNav);
  const bool twice = ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
  const bool pressed = record_item(Node::Role::row, words, chosen);
  if (clicked || twice || pressed) ui.emit(SelectCell{cell, twice || pressed});
  if (is_edited(ui.state, cell)) ImGui::TableSetBgColor(ImGuiTableBgTarget_CellBg, colour().near_soft);
  if (chosen) {
    ImGui::TableSetBgColor(ImGuiTableBgTarget_CellBg, colour().accent_soft);
    ImGui::GetWindowDrawList()->AddRect(at, {at.x + width, at.y + height}, colour().accent, 2);
    if (view.scroll_to_cell) {
      ImGui::SetScrollHereX(0.5F);
      ImGui::SetScrollHereY(0.5F);
      ui.emit(Scrolled{});
    }
  }
  const bool school = kind == junheng::RowKind::school || kind == junheng::RowKind::total;
  const Unrecorded said_already;
  const Drawn drawn = draw_line({at.x + em(0.2F), at.y + (height - ImGui::GetTextLineHeight()) / 2}, words,
                                width - em(0.4F), school ? colour().ink : colour().quiet);
  if (drawn.cut) tip(words);
  ImGui::PopID();
}

void draw_row(Ui& ui, std::size_t record, float height) {
  const DataModel& model = ui.state.model.data;
  const std::uint32_t line = model.lines[record];
  const junheng::RowKind kind = model.kinds[record];
  const std::vector<std::string> cells = source_row(ui.state, ui.state.view.sheet, record);
  ImGui::PushID(static_cast<int>(record));
  ImGui::TableNextRow(ImGuiTableRowFlags_None, height);
  ImGui::TableNextColumn();
  const std::string number = std::to_string(line) + "  " + std::string(ui.say(phrase_of(kind)));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float lower = (height - 2 * ImGui::GetStyle().CellPadding.y - ImGui::GetTextLineHeight()) / 2;
  draw_line({at.x, at.y + lower}, number, ImGui::GetContentRegionAvail().x, colour().quiet);
  const std::size_t columns = std::min(model.columns, kMostColumns);
  const float inner = height - 2 * ImGui::GetStyle().CellPadding.y;
  for (std::size_t column = 0; column < columns; ++column) {
    const std::string_view words = column < cells.size() ? std::string_view(cells[column]) : std::string_view();
    draw_cell(ui, {ui.state.view.sheet, line, static_cast<std::uint16_t>(column)}, words, kind, inner);
  }
  ImGui::PopID();
}

void draw_heads(Ui& ui, std::size_t columns) {
  const DataModel& model = ui.state.model.data;
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  ImGui::TableNextColumn();
  text(ui.say(Phrase::data_row), colour().quiet);
  for (std::size_t column = 0; column < columns; ++column) {
    ImGui::TableNextColumn();
    const float width = ImGui::GetContentRegionAvail().x;
    put_line(column_letter(column), width, colour().quiet);
    const std::string& name = model.names[column];
    if (put_line(name.empty() ? ui.say(Phrase::data_not_used) : std::string_view(name), width,
                 name.empty() ? colour().quiet : colour().ink)) {
      tip(name);
    }
  }
}

/// Arrows walk, Enter and F2 write, as in a spreadsheet.
void take_keys(Ui& ui) {
  const ViewState& view = ui.state.view;
  if (view.cell.line == 0 || view.editing || !ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows)) return;
  const auto walk = [&](ImGuiKey key, int rows, int columns) {
    if (ImGui::IsKeyPressed(key)) ui.emit(FinishCell{.keep = false, .rows = rows, .columns = columns});
  };
  walk(ImGuiKey_UpArrow, -1, 0);
  walk(ImGuiKey_DownArrow, 1, 0);
  walk(ImGuiKey_LeftArrow, 0, -1);
  walk(ImGuiKey_RightArrow, 0, 1);
  if (ImGui::IsKeyPressed(ImGuiKey_Enter) || ImGui::IsKeyPressed(ImGuiKey_F2)) ui.emit(SelectCell{view.cell, true});
}

}  // namespace

void draw_data_table(Ui& ui) {
  draw_tools(ui);
  const DataModel& model = ui.state.model.data;
  if (model.lines.empty()) return text(ui.say(Phrase::data_empty), colour().quiet);
  const std::size_t columns = std::min(model.columns, kMostColumns);
  constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInner |
                                     ImGuiTableFlags_BordersOuter | ImGuiTableFlags_RowBg |
                                     ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_NoSavedSettings;
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(whole_em(0.2F), whole_em(0.15F)));
  if (!ImGui::BeginTable("source", static_cast<int>(columns) + 1, kFlags, ImGui::GetContentRegionAvail()))
    return ImGui::PopStyleVar();
  ImGui::TableSetupScrollFreeze(1, 1);
  ImGui::TableSetupColumn("row", ImGuiTableColumnFlags_WidthFixed, em(kNumberWidth));
  for (std::size_t column = 0; column < columns; ++column)
    ImGui::TableSetupColumn("column", ImGuiTableColumnFlags_WidthFixed, em(kColumnWidth));
  draw_heads(ui, columns);
  const float height = whole_em(kRowHeight);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(model.lines.size()), height);
  const auto chosen = std::lower_bound(model.lines.begin(), model.lines.end(), ui.state.view.cell.line);
  if (chosen != model.lines.end()) clipper.IncludeItemByIndex(static_cast<int>(chosen - model.lines.begin()));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
      draw_row(ui, static_cast<std::size_t>(i), height);
  }
  take_keys(ui);
  ImGui::EndTable();
  ImGui::PopStyleVar();
}

}  // namespace workbench
