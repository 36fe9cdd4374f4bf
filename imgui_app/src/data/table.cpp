// SPDX-License-Identifier: MIT
#include "data/table.h"

#include <algorithm>
#include <optional>

#include "data/cells.h"
#include "data/column_panel.h"
#include "data/marks.h"
#include "data/tools.h"
#include "kit/surface.h"
#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "state/texts.h"

namespace workbench {
namespace {

constexpr float kRowHeight = 1.9F;
constexpr float kColumnWidth = 7.6F;
/// Row number and name, which stay where the table is scrolled to the right; less in a small window.
constexpr float kRowHead = 14;
constexpr float kRowHeadPart = 0.25F;
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

/// What the cells of a row share.
struct Row {
  Marks marks;
  float height = 0;
  bool counts = false;  ///< a school, or a total: its cells are numbers
};

std::string marked(const Ui& ui, std::string_view words, junheng::Severity severity) {
  return filled(ui.say(Phrase::issues_marked), {{"words", words}, {"severity", severity_word(ui.state, severity)}});
}

/// Numbers stand below each other to the right, as in a spreadsheet.
bool is_number(std::string_view words) {
  constexpr std::string_view kOfNumbers = "0123456789.,+-% ";
  return words.find_first_of("0123456789") != std::string_view::npos &&
         words.find_first_not_of(kOfNumbers) == std::string_view::npos;
}

/// To the right, its digits in threes where they are many: with a gap and no character, so that what is found, copied
/// and read aloud is what was typed.
Drawn draw_number(ImVec2 at, std::string_view number, float width, ImU32 ink) {
  constexpr std::string_view kDigits = "0123456789";
  constexpr std::size_t kLeast = 5;
  constexpr std::size_t kGroup = 3;
  const std::size_t from = number.find_first_of(kDigits);
  const std::size_t end = std::min(number.find_first_not_of(kDigits, from), number.size());
  const float gap = em(0.16F);
  const std::size_t gaps = (end - from - 1) / kGroup;
  const float whole = text_width(number) + static_cast<float>(gaps) * gap;
  if (end - from < kLeast || whole > width) return draw_line(at, number, width, ink, Align::right);
  float x = at.x + width - whole;
  std::size_t begin = 0;
  for (std::size_t i = from + 1; i <= number.size(); ++i) {
    const bool closes = i == number.size() || (i < end && (end - i) % kGroup == 0);
    if (!closes) continue;
    const std::string_view piece = number.substr(begin, i - begin);
    draw_line({x, at.y}, piece, text_width(piece) + 1, ink);
    x += text_width(piece) + gap;
    begin = i;
  }
  return {};
}

/// The worst of what is said of the cell.
std::optional<junheng::Severity> severity_at(Marks marks, const CellPlace& cell) {
  std::optional<junheng::Severity> worst;
  for (const DataModel::Mark& mark : marks) {
    // What is said of the whole line stands beside its number.
    if (mark.column != cell.column) continue;
    if (!worst || mark.severity == junheng::Severity::error) worst = mark.severity;
  }
  return worst;
}

void draw_cell(Ui& ui, const CellPlace& cell, std::string_view words, const Row& row) {
  ImGui::TableNextColumn();
  const ViewState& view = ui.state.view;
  const bool chosen = view.cell == cell;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImGui::PushID(cell.column);
  if (chosen && view.editing) {
    text_field(ui, Entry::cell_edit, view.edit_text, {}, width, {.focus = true, .keys = true, .height = row.height});
    ImGui::PopID();
    return;
  }
  const bool clicked = ImGui::InvisibleButton("cell", {width, row.height}, ImGuiButtonFlags_EnableNav);
  const bool twice = ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
  const auto severity = severity_at(row.marks, cell);
  const bool pressed = severity ? record_item(Node::Role::row, marked(ui, words, *severity), chosen)
                                : record_item(Node::Role::row, words, chosen);
  if (clicked || twice || pressed) ui.emit(SelectCell{cell, twice || pressed});
  const bool edited = is_edited(ui.state, cell);
  const ImU32 ground = severity ? ground_of(shape_of(*severity)) : edited ? colour().unknown_soft : kNoColour;
  if (ground != kNoColour) ImGui::TableSetBgColor(ImGuiTableBgTarget_CellBg, ground);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (edited) list.AddTriangleFilled(at, {at.x + em(0.5F), at.y}, {at.x, at.y + em(0.5F)}, colour().accent);
  if (chosen) {
    if (ground == kNoColour) ImGui::TableSetBgColor(ImGuiTableBgTarget_CellBg, colour().accent_soft);
    list.AddRect(at, {at.x + width, at.y + row.height}, colour().accent, 2, ImDrawFlags_None, 2);
    if (view.scroll_to_cell) {
      ImGui::SetScrollHereX(0.5F);
      ImGui::SetScrollHereY(0.5F);
      ui.emit(Scrolled{});
    }
  }
  const Align align = row.counts && is_number(words) ? Align::right : Align::left;
  const float sign = severity ? em(1) : 0;  // on the side where no text begins
  if (severity) {
    const float x = align == Align::right ? at.x + em(0.6F) : at.x + width - em(0.6F);
    draw_shape(list, {x, at.y + row.height / 2}, em(0.3F), shape_of(*severity));
  }
  const Unrecorded said_already;
  const float left = at.x + em(0.2F) + (align == Align::right ? sign : 0);
  const ImVec2 place(left, at.y + (row.height - ImGui::GetTextLineHeight()) / 2);
  const float room = width - em(0.4F) - sign;
  const Drawn drawn = align == Align::right
                          ? draw_number(place, words, room, colour().ink)
                          : draw_line(place, words, room, row.counts ? colour().ink : colour().quiet, align);
  if (drawn.cut) tip(words);
  ImGui::PopID();
}

void draw_row(Ui& ui, std::size_t record, float height) {
  const DataModel& model = ui.state.model.data;
  const std::uint32_t line = model.lines[record];
  const junheng::RowKind kind = model.kinds[record];
  const Row row{marks_of(model, line), height - 2 * ImGui::GetStyle().CellPadding.y,
                kind == junheng::RowKind::school || kind == junheng::RowKind::total};
  const std::vector<std::string> cells = source_row(ui.state, ui.state.view.sheet, record);
  ImGui::PushID(static_cast<int>(record));
  ImGui::TableNextRow(ImGuiTableRowFlags_None, height);
  ImGui::TableNextColumn();
  // However far the table is scrolled: whose row it is.
  std::string head = std::to_string(line) + "  ";
  const std::string_view name = row_name(ui.state, ui.state.view.sheet, line);
  head += kind == junheng::RowKind::school && !name.empty() ? name : ui.say(phrase_of(kind));
  const auto severity = severity_at(row.marks, {0, line, junheng::kNoColumn});
  if (severity) ImGui::TableSetBgColor(ImGuiTableBgTarget_CellBg, ground_of(shape_of(*severity)));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float lower = (row.height - ImGui::GetTextLineHeight()) / 2;
  const float sign = severity ? em(1) : 0;
  const float room = ImGui::GetContentRegionAvail().x;
  if (severity)
    draw_shape(*ImGui::GetWindowDrawList(), {at.x + room - em(0.5F), at.y + row.height / 2}, em(0.3F),
               shape_of(*severity));
  const ImU32 ink = row.counts ? colour().ink : colour().quiet;
  ImGui::SetCursorScreenPos({at.x, at.y + lower});
  if (put_line(head, room - sign, ink, Align::left, Cut::middle)) tip(name);
  const std::size_t columns = std::min(model.columns, kMostColumns);
  for (std::size_t column = 0; column < columns; ++column) {
    const std::string_view words = column < cells.size() ? std::string_view(cells[column]) : std::string_view();
    draw_cell(ui, {ui.state.view.sheet, line, static_cast<std::uint16_t>(column)}, words, row);
  }
  ImGui::PopID();
}

/// Opens the list of what the column can be; returns whether the pointer is on it.
bool draw_head_button(Ui& ui, std::size_t column, const std::string& words, ImVec2 size) {
  const auto index = static_cast<std::uint16_t>(column);
  const bool chosen = ui.state.view.column == index;
  ImGui::PushID(static_cast<int>(column));
  const bool clicked = ImGui::InvisibleButton("head", size, ImGuiButtonFlags_EnableNav);
  if (record_item(Node::Role::fold, words, chosen) || clicked) ui.emit(OpenColumn{index});
  const bool hovered = ImGui::IsItemHovered();
  if (hovered || chosen) ImGui::TableSetBgColor(ImGuiTableBgTarget_CellBg, colour().accent_soft);
  if (hovered) tip(words);
  ImGui::PopID();
  return hovered;
}

/// The letter and the table's own header, below it what the column was taken for.
void draw_heads(Ui& ui, std::size_t columns) {
  const DataModel& model = ui.state.model.data;
  const int lines = cramped() ? 1 : 2;
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  ImGui::TableNextColumn();
  text(ui.say(Phrase::data_row), colour().quiet);
  for (std::size_t column = 0; column < columns; ++column) {
    ImGui::TableNextColumn();
    const float width = ImGui::GetContentRegionAvail().x;
    const std::string own = column_letter(column) + "  " + model.headers[column];
    const std::string& name = model.names[column];
    const std::string_view taken = name.empty() ? ui.say(Phrase::data_not_used) : std::string_view(name);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float below = at.y + static_cast<float>(lines) * line_pitch();
    const ImVec2 size(width, below + line_pitch() - at.y);
    // What a column is can be chosen where the columns of the sheet are those that were understood.
    const bool known = model.columns_known && column < ui.state.evaluation->columns.size();
    const bool hovered = known && draw_head_button(ui, column, own + " · " + std::string(taken), size);
    std::optional<Unrecorded> said_already;
    if (known) said_already.emplace();
    draw_wrapped(at, own, width, colour().ink, Align::left, lines);
    draw_line({at.x, below}, taken, known ? width - em(0.9F) : width, hovered ? colour().accent : colour().quiet);
    said_already.reset();
    if (known) draw_fold({at.x + width - em(0.4F), below + ImGui::GetTextLineHeight() / 2}, true);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(size);
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
  draw_data_tools(ui);
  const DataModel& model = ui.state.model.data;
  if (model.lines.empty()) return text(ui.say(Phrase::data_empty), colour().quiet);
  const std::size_t columns = std::min(model.columns, kMostColumns);
  constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInner |
                                     ImGuiTableFlags_BordersOuter | ImGuiTableFlags_RowBg |
                                     ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_NoSavedSettings;
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(whole_em(0.2F), whole_em(0.15F)));
  ImVec2 size = ImGui::GetContentRegionAvail();
  const float panel = column_panel_width(ui, size.x);
  if (panel > 0) size.x -= panel + em(0.75F);
  const float most = size.x * kRowHeadPart;
  if (!ImGui::BeginTable("source", static_cast<int>(columns) + 1, kFlags, size)) return ImGui::PopStyleVar();
  ImGui::TableSetupScrollFreeze(1, 1);
  ImGui::TableSetupColumn("row", ImGuiTableColumnFlags_WidthFixed, std::min(em(kRowHead), most));
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
  if (panel == 0) return;
  ImGui::SameLine(0, em(0.75F));
  draw_column_panel(ui, {panel, size.y});
}

}  // namespace workbench
