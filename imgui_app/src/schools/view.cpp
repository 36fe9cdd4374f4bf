// SPDX-License-Identifier: MIT
#include "schools/view.h"

#include <algorithm>

#include "junheng/lookup.h"
#include "kit/surface.h"
#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "schools/columns.h"
#include "schools/feet.h"
#include "schools/filters.h"
#include "schools/left_out.h"
#include "schools/numbers.h"
#include "shell/card.h"
#include "state/texts.h"

namespace workbench {
namespace {

constexpr float kRowHeight = 2.1F;
constexpr int kMostTitleLines = 3;
/// Where the window is small: more would take the rows out of sight.
constexpr int kMostTitleLinesCramped = 2;
constexpr float kHeadPaddingCramped = 0.2F;
/// Between heads that stand to the right: two titles that touch read as one.
constexpr float kHeadGap = 0.25F;
/// A title or unit is written so much smaller before it is torn apart or cut.
constexpr float kSmallest = 0.75F;
constexpr float kPaddingY = (kRowHeight - 1) / 2;
/// Of the height, for the rows that are not evaluated, where they are many.
constexpr float kLeftOutPart = 0.35F;
/// Digits for which a cell's shape keeps its place, so that the shapes stand in one line.
constexpr float kShapePlace = 5;

struct Head {
  const char* id;
  std::string_view title;
  std::string_view unit;
  std::string_view limits;
  Align align;
  SortBy sort;
};

/// Smaller than `from` where it would have to be torn apart or cut. Letters stand at whole pixels: a text at two thirds of
/// the size is not two thirds as wide.
float size_for(std::string_view text, float (*measure)(std::string_view), float width, float from = 1) {
  constexpr float kLessAtLeast = 0.98F;
  float size = from;
  while (size > kSmallest) {
    const TextSize tried(size);
    const float needed = measure(text);
    if (needed <= width) break;
    size = std::max(size * std::min(width / needed, kLessAtLeast), kSmallest);
  }
  return size;
}

/// As many as the longest title takes.
int title_lines(const Ui& ui, const Widths& widths) {
  int lines = 1;
  const auto count = [&](std::string_view title, float width) {
    const TextSize size(size_for(title, widest_word, width));
    lines = std::max(lines, count_lines(title, width));
  };
  if (widths.meeting > 0) count(ui.say(Phrase::schools_meeting), em(widths.meeting));
  for (const IndicatorHead& head : ui.state.model.heads)
    count(head.title, em(widths.indicator - kHeadGap));
  return std::min(lines, cramped() ? kMostTitleLinesCramped : kMostTitleLines);
}

/// In a small window none; a unit that has no room for all of it takes a second one.
int unit_lines(const Ui& ui, float width) {
  if (cramped()) return 0;
  const TextSize small(size::kSmall);
  int lines = 1;
  for (const IndicatorHead& head : ui.state.model.heads) {
    const TextSize fitting(size_for(head.unit, text_width, width, size::kSmall));
    if (text_width(head.unit) > width) lines = 2;
  }
  return lines;
}

struct HeadLines {
  int title;
  int unit;
};

float head_height(HeadLines lines) {
  const float title = static_cast<float>(lines.title) * line_pitch();
  const TextSize small(size::kSmall);
  return title + static_cast<float>(lines.unit) * line_pitch() +
         (cramped() ? ImGui::GetTextLineHeight() : line_pitch());
}

/// Width at which a title fills its lines evenly: a last line of one character is hard to read.
float even_width(std::string_view title, float width, int lines) {
  const float whole = text_width(title);
  const float even = std::max(whole / static_cast<float>(lines) + em(0.6F), widest_word(title));
  return whole > width && even < width && count_lines(title, even) <= lines ? even : width;
}

/// The whole head is the button that sorts.
void draw_head(Ui& ui, const Head& head, HeadLines lines) {
  const float height = head_height(lines);
  ImGui::TableNextColumn();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const bool clicked = ImGui::InvisibleButton(head.id, {width, height}, ImGuiButtonFlags_EnableNav);

  const Sort& sort = ui.state.view.sort;
  const bool sorted = sort.key == head.sort.key && sort.indicator == head.sort.indicator;
  const std::string order = sorted ? filled(ui.say(sort.descending ? Phrase::schools_falling : Phrase::schools_rising),
                                            {{"title", head.title}})
                                   : std::string(head.title);
  if (record_item(Node::Role::button, order, sorted) || clicked) ui.emit(head.sort);
  const bool hovered = ImGui::IsItemHovered();

  {
    const Unrecorded said_already;
    const float room = head.align == Align::right ? width - em(kHeadGap) : width;
    const TextSize title(size_for(head.title, widest_word, room));
    const float even = even_width(head.title, room, lines.title);
    draw_wrapped({head.align == Align::right ? at.x + width - even : at.x, at.y}, head.title, even,
                 hovered || sorted ? colour().accent : colour().ink, head.align, lines.title);
  }
  float below = at.y + static_cast<float>(lines.title) * line_pitch();
  {
    const TextSize small(size::kSmall);
    if (lines.unit == 1) {
      const TextSize fitting(size_for(head.unit, text_width, width, size::kSmall));
      draw_line({at.x, below}, head.unit, width, colour().quiet, head.align);
    } else if (lines.unit > 1) {
      draw_wrapped({at.x, below}, head.unit, width, colour().quiet, head.align, lines.unit);
    }
    below += static_cast<float>(lines.unit) * line_pitch();
    const TextSize fitting(size_for(head.limits, text_width, width, size::kSmall));
    draw_line({at.x, below}, head.limits, width, colour().quiet, head.align);
  }
  if (sorted) {
    const float x = head.align == Align::right ? at.x + em(0.4F) : at.x + width - em(0.4F);
    const float y = at.y + height - em(0.5F);
    const float r = sort.descending ? em(0.28F) : -em(0.28F);
    ImGui::GetWindowDrawList()->AddTriangleFilled({x - r, y - r / 2}, {x + r, y - r / 2}, {x, y + r}, colour().accent);
  }
}

void draw_heads(Ui& ui, HeadLines lines, const FootColumns& columns) {
  if (cramped()) ImGui::PushStyleVarY(ImGuiStyleVar_CellPadding, whole_em(kHeadPaddingCramped));
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  if (cramped()) ImGui::PopStyleVar();
  const auto plain = [&](const char* id, Phrase title, Align align, SortKey key) {
    draw_head(ui, {id, ui.say(title), {}, {}, align, {.key = key}}, lines);
  };
  plain("school", Phrase::schools_school, Align::left, SortKey::school);
  plain("stage", Phrase::schools_stage, Align::left, SortKey::stage);
  if (columns.pupils) plain("pupils", Phrase::schools_pupils, Align::right, SortKey::pupils);
  if (columns.verdicts) {
    plain("verdict", Phrase::schools_verdict, Align::left, SortKey::verdict);
    plain("meeting", Phrase::schools_meeting, Align::right, SortKey::meeting);
  }
  for (std::size_t i = 0; i < ui.state.model.heads.size(); ++i) {
    const IndicatorHead& head = ui.state.model.heads[i];
    ImGui::PushID(static_cast<int>(i));
    draw_head(ui,
              {"indicator",
               head.title,
               head.unit,
               head.limits,
               Align::right,
               {.key = SortKey::indicator, .indicator = static_cast<std::uint16_t>(i)}},
              lines);
    tip(head.full);
    ImGui::PopID();
  }
}

/// "4.10（低于 4.5）": the sign beside the number, for those who hear it.
std::string spoken(const Ui& ui, std::uint32_t unit, std::size_t indicator, const CellText& cell,
                   std::string_view words) {
  const junheng::Evaluation& evaluation = *ui.state.evaluation;
  const junheng::Stage stage = evaluation.split.stages[stage_of(evaluation, unit)].stage;
  const auto& threshold = evaluation.standard->indicators[indicator].threshold[static_cast<std::size_t>(stage)];
  const bool below = cell.verdict == junheng::Verdict::fail || cell.verdict == junheng::Verdict::near;
  if (!below || !threshold) return std::string(words);
  return filled(ui.say(Phrase::cell_below), {{"value", words}, {"limit", to_text(threshold->value)}});
}

void draw_cell(Ui& ui, std::uint32_t unit, std::size_t indicator) {
  ImGui::TableNextColumn();
  CellText cell = cell_text(ui.state, unit, indicator);
  const junheng::Evaluation& evaluation = *ui.state.evaluation;
  const ImU32 ground = ui.state.view.show == CellShow::share
                           ? heat_of(cell_share(evaluation, unit, indicator))
                           : heat_of(cell.verdict, cell_margin(evaluation, unit, indicator));
  if (ground != kNoColour) ImGui::TableSetBgColor(ImGuiTableBgTarget_CellBg, ground);
  if (!cell.value.empty()) cell.value = shown_cell(ui.state, unit, indicator);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const std::string_view words = cell.value.empty() ? ui.say(Phrase::cell_missing) : std::string_view(cell.value);
  record_text(spoken(ui, unit, indicator, cell, words), at, {at.x + width, at.y + ImGui::GetTextLineHeight()});
  {
    const Unrecorded said_already;
    put_line(words, width, cell.value.empty() ? colour().unknown : colour().ink, Align::right);
  }
  const bool hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenOverlappedByItem);
  if (cell.verdict != junheng::Verdict::none) {
    const float half = ImGui::GetTextLineHeight() / 2;
    const float used = text_width(words) + em(0.8F);
    const float place = used > em(kShapePlace) ? used : em(kShapePlace);
    const float x = place < width ? at.x + width - place : at.x;
    draw_shape(*ImGui::GetWindowDrawList(), {x + em(0.3F), at.y + half}, em(0.3F), cell.verdict);
  }
  if (hovered) tip(cell_explanation(ui.state, unit, indicator));
}

void draw_row(Ui& ui, int place, const Columns& columns) {
  const std::uint32_t unit = ui.state.model.rows[static_cast<std::size_t>(place)];
  const UnitText about = unit_text(ui.state, unit);
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  ImGui::PushID(place);
  const bool selected = ui.state.view.selected_unit == unit;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  constexpr ImGuiSelectableFlags kFlags = ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowOverlap;
  // With this distance the mark of a row reaches from line to line.
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 2 * whole_em(kPaddingY)));
  std::string spoken_name(about.school);
  if (columns.sign()) spoken_name += " · " + std::string(verdict_word(ui.state, about.verdict));
  const bool clicked = row_button("##row", spoken_name, selected, ImGui::GetTextLineHeight(), kFlags);
  ImGui::PopStyleVar();
  if (clicked) ui.emit(SelectUnit{unit});
  if (selected && ui.state.view.scroll_to_selection) {
    ImGui::SetScrollHereY(0.5F);
    ui.emit(Scrolled{});
  }
  ImGui::SetCursorScreenPos(at);
  if (columns.sign()) {
    shape(about.verdict);
    ImGui::SameLine(0, em(0.2F));
  }
  if (put_line(about.school, ImGui::GetContentRegionAvail().x, colour().ink, Align::left, Cut::middle))
    tip(about.school);
  ImGui::TableNextColumn();
  put_line(about.stage, ImGui::GetContentRegionAvail().x, colour().quiet);
  if (columns.foot().pupils) {
    ImGui::TableNextColumn();
    const bool known = !about.pupils.empty();
    put_line(known ? std::string_view(about.pupils) : ui.say(Phrase::cell_missing), ImGui::GetContentRegionAvail().x,
             known ? colour().ink : colour().unknown, Align::right);
  }
  if (columns.verdicts()) {
    ImGui::TableNextColumn();
    verdict_mark(ui, about.verdict);
    ImGui::TableNextColumn();
    put_line(about.meeting, ImGui::GetContentRegionAvail().x, colour().ink, Align::right);
  }
  for (std::size_t i = 0; i < ui.state.model.heads.size(); ++i)
    draw_cell(ui, unit, i);
  ImGui::PopID();
}

void draw_table(Ui& ui, ImVec2 size) {
  constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH |
                                     ImGuiTableFlags_BordersOuter | ImGuiTableFlags_SizingFixedFit |
                                     ImGuiTableFlags_RowBg | ImGuiTableFlags_NoSavedSettings;
  const float all = size.x > 0 ? size.x : ImGui::GetContentRegionAvail().x;
  const Columns columns = columns_in(ui, all, size.x > 0);
  const Widths widths = widths_in(ui, all, columns);
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(columns.padding(), whole_em(kPaddingY)));
  if (!cramped()) size.y -= feet_height(ui);
  if (!ImGui::BeginTable("schools", columns.count(), kFlags, size)) return ImGui::PopStyleVar();
  // Where little is in sight, the heads scroll away with the rows.
  ImGui::TableSetupScrollFreeze(1, cramped() ? 0 : 1);
  const auto column = [](const char* id, float width) {
    ImGui::TableSetupColumn(id, ImGuiTableColumnFlags_WidthFixed | ImGuiTableColumnFlags_NoResize, em(width));
  };
  column("school", widths.school);
  column("stage", widths.stage);
  if (columns.foot().pupils) column("pupils", widths.pupils);
  if (columns.verdicts()) {
    column("verdict", widths.verdict);
    column("meeting", widths.meeting);
  }
  for (std::size_t i = 0; i < columns.indicators; ++i)
    column("indicator", widths.indicator);
  draw_heads(ui, {title_lines(ui, widths), unit_lines(ui, em(widths.indicator))}, columns.foot());

  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(ui.state.model.rows.size()));
  if (ui.state.view.scroll_to_selection && ui.state.model.selected_row) {
    clipper.IncludeItemByIndex(*ui.state.model.selected_row);
  }
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
      draw_row(ui, i, columns);
  }
  if (cramped()) put_feet_rows(ui, columns.foot());
  const std::vector<ColumnPlace> places = column_places();
  ImGui::EndTable();
  ImGui::PopStyleVar();
  if (cramped()) return;
  const ImVec2 below = ImGui::GetItemRectMin();
  ImGui::SetCursorScreenPos({below.x, ImGui::GetItemRectMax().y});
  draw_feet(ui, places, ImGui::GetItemRectSize().x, columns.foot());
}

}  // namespace

void draw_schools(Ui& ui) {
  draw_school_filters(ui);
  // Rows that are not evaluated stand below; folded they take one line.
  float below = 0;
  if (!ui.state.model.left_out.empty()) {
    below = ImGui::GetFrameHeight() + ImGui::GetStyle().ItemSpacing.y;
    if (ui.state.view.left_out_open) {
      const auto rows = static_cast<float>(ui.state.model.left_out.size());
      const float needed = rows * (ImGui::GetTextLineHeight() + 2 * ImGui::GetStyle().CellPadding.y) + em(0.75F);
      const float most = ImGui::GetContentRegionAvail().y * kLeftOutPart;
      below += needed < most ? needed : most;
    }
  }
  const float height = ImGui::GetContentRegionAvail().y - below;
  // The card of the chosen school stands beside the table; where there is no room, over all of its width.
  const float room = ImGui::GetContentRegionAvail().x;
  const bool card = ui.state.model.card.has_value();
  const bool beside = card && stands_beside(room);
  if (card && !beside) {
    draw_card(ui, {room, height});
    if (below > 0) draw_left_out(ui);
    return;
  }
  const float of_card = beside ? card_width(ui, room) : 0;
  const float width = beside ? room - of_card - em(kCardGap) : 0;
  if (ui.state.model.rows.empty()) {
    begin_box("nothing", {width, height}, em(1.5F));
    text(ui.say(Phrase::schools_none), colour().quiet);
    end_box();
  } else {
    // Table and feet are one thing beside the card.
    ImGui::BeginGroup();
    draw_table(ui, {width, height});
    ImGui::EndGroup();
  }
  if (beside) {
    ImGui::SameLine(0, em(kCardGap));
    draw_card(ui, {of_card, height});
  }
  if (below > 0) draw_left_out(ui);
}

}  // namespace workbench
