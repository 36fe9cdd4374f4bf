// SPDX-License-Identifier: MIT
#include "balance/view.h"

#include <algorithm>

#include "balance/detail.h"
#include "kit/surface.h"
#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "shell/card.h"
#include "state/texts.h"

namespace workbench {
namespace {

constexpr float kPaddingX = 0.45F;
constexpr float kPaddingY = 0.5F;

/// Which columns there is room for; the detail of an indicator has the rest.
struct Shown {
  bool means = true;
  bool limit = true;
  bool bar = true;
  bool units = true;
  bool source = true;

  [[nodiscard]] int count() const { return 3 + 2 * means + limit + bar + units + source; }
};

Shown shown_in(float room, bool thresholds) {
  constexpr float kAll = 56;
  constexpr float kBar = 32;
  constexpr float kLimit = 28;
  const bool all = room >= em(kAll);
  return {
      .means = all, .limit = room >= em(kLimit), .bar = room >= em(kBar), .units = all && thresholds, .source = all};
}

void draw_standing(const Standing& units) {
  const auto count = [](junheng::Verdict verdict, std::uint32_t number, bool more) {
    if (number == 0 && verdict != junheng::Verdict::pass) return;
    if (more) ImGui::SameLine(0, em(0.5F));
    shape(verdict);
    ImGui::SameLine(0, em(0.1F));
    text(std::to_string(number), ink_of(verdict));
  };
  count(junheng::Verdict::pass, units.meeting, false);
  count(junheng::Verdict::near, units.near, true);
  count(junheng::Verdict::fail, units.failing, true);
  count(junheng::Verdict::unknown, units.unknown, true);
}

constexpr int kTitleLines = 2;

/// The titles of a table are all whole, on two lines where they have to be, or all short.
bool whole_titles(const BalanceCard& card, float room) {
  return std::all_of(card.lines.begin(), card.lines.end(),
                     [&](const BalanceLine& line) { return count_lines(line.title, room) <= kTitleLines; });
}

/// `place`: of the indicator, whose detail the row opens; none for the composite.
void draw_line(Ui& ui, const BalanceCard& card, const BalanceLine& line, const Shown& shown, std::uint32_t stage,
               std::optional<std::uint16_t> place) {
  const bool composite = !place;
  ImGui::TableNextRow();
  if (composite) ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, colour().head);
  const auto cell = [](std::string_view words, ImU32 ink, Align align, Cut cut = Cut::end) {
    ImGui::TableNextColumn();
    if (put_line(words, ImGui::GetContentRegionAvail().x, ink, align, cut)) tip(words);
  };
  ImGui::TableNextColumn();
  const float room = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string& title = whole_titles(card, room) ? line.title : line.short_title;
  const int lines = std::min(count_lines(title, room), kTitleLines);
  const float height = ImGui::GetTextLineHeight() + static_cast<float>(lines - 1) * line_pitch();
  if (place) {
    ImGui::PushID(*place);
    const ViewState& view = ui.state.view;
    const bool chosen = view.balance_stage == stage && view.indicator == *place;
    constexpr ImGuiSelectableFlags kRow = ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowOverlap;
    const auto own = ui.state.evaluation->split.stages[ui.state.model.stages[stage]].stage;
    const std::string words = std::string(stage_word(ui.state, own)) + " " + line.title;
    if (row_button("##indicator", words, chosen, height, kRow)) ui.emit(ShowIndicator{stage, *place});
    ImGui::SetCursorScreenPos(at);
    ImGui::PopID();
  }
  {
    const Unrecorded said_already;
    put_wrapped(title, room, colour().ink, Align::left, kTitleLines);
  }
  tip(line.title);
  if (shown.means) cell(line.mean, colour().ink, Align::right);
  if (shown.means) cell(line.deviation, colour().ink, Align::right);
  cell(line.cv, line.verdict == junheng::Verdict::fail ? colour().fail : colour().ink, Align::right);
  if (shown.limit) cell(line.limit, colour().quiet, Align::right);
  if (shown.bar) {
    ImGui::TableNextColumn();
    draw_bar(line);
  }
  ImGui::TableNextColumn();
  if (line.verdict != junheng::Verdict::none) verdict_mark(ui, line.verdict);
  if (shown.units) {
    ImGui::TableNextColumn();
    if (!composite) draw_standing(line.units);
  }
  if (shown.source) cell(line.source, colour().ink, Align::left, Cut::middle);
}

void draw_heads(Ui& ui, const Shown& shown) {
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  const auto head = [&](Phrase phrase, Align align) {
    ImGui::TableNextColumn();
    put_wrapped(ui.say(phrase), ImGui::GetContentRegionAvail().x, colour().quiet, align);
  };
  head(Phrase::balance_indicator, Align::left);
  if (shown.means) head(Phrase::balance_mean, Align::right);
  if (shown.means) head(Phrase::balance_deviation, Align::right);
  head(Phrase::balance_cv, Align::right);
  if (shown.limit) head(Phrase::balance_limit, Align::right);
  if (shown.bar) head(Phrase::balance_against, Align::left);
  head(Phrase::schools_verdict, Align::left);
  if (shown.units) head(Phrase::balance_units, Align::left);
  if (shown.source) head(Phrase::balance_source, Align::left);
}

void draw_card(Ui& ui, const BalanceCard& card, bool thresholds, std::uint32_t stage) {
  heading(card.title, size::kLarge);
  constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_BordersOuter |
                                     ImGuiTableFlags_RowBg | ImGuiTableFlags_NoSavedSettings;
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(whole_em(kPaddingX), whole_em(kPaddingY)));
  const Shown shown = shown_in(ImGui::GetContentRegionAvail().x, thresholds);
  if (ImGui::BeginTable("coefficients", shown.count(), kFlags)) {
    const auto fixed = [](const char* id, float width, std::string_view head = {}) {
      ImGui::TableSetupColumn(id, ImGuiTableColumnFlags_WidthFixed, std::max(em(width), text_width(head)));
    };
    const auto stretch = [](const char* id, float weight) {
      ImGui::TableSetupColumn(id, ImGuiTableColumnFlags_WidthStretch, weight);
    };
    stretch("indicator", 15);
    if (shown.means) fixed("mean", 4.6F, ui.say(Phrase::balance_mean));
    if (shown.means) fixed("deviation", 4.6F, ui.say(Phrase::balance_deviation));
    fixed("cv", 4.2F, ui.say(Phrase::balance_cv));
    if (shown.limit) fixed("limit", 4);
    if (shown.bar) stretch("against", 7);
    fixed("verdict", verdict_column_width(ui) / em(1));
    if (shown.units) fixed("units", 7.2F, ui.say(Phrase::balance_units));
    if (shown.source) stretch("source", 11);
    draw_heads(ui, shown);
    for (std::size_t i = 0; i < card.lines.size(); ++i)
      draw_line(ui, card, card.lines[i], shown, stage, static_cast<std::uint16_t>(i));
    if (card.composite) draw_line(ui, card, *card.composite, shown, stage, std::nullopt);
    ImGui::EndTable();
  }
  ImGui::PopStyleVar();
}

}  // namespace

void draw_balance(Ui& ui) {
  if (ui.state.model.balance.empty()) return text(ui.say(Phrase::balance_none), colour().quiet);
  put_wrapped(ui.say(Phrase::balance_hint), ImGui::GetContentRegionAvail().x, colour().quiet);
  // Units have a standing only where the standard has thresholds.
  const bool thresholds = !ui.state.model.legend.empty();
  for (std::size_t i = 0; i < ui.state.model.balance.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    draw_card(ui, ui.state.model.balance[i], thresholds, static_cast<std::uint32_t>(i));
    if (ui.state.model.detail && ui.state.view.balance_stage == i) draw_balance_detail(ui);
    ImGui::PopID();
    ImGui::Dummy({0, em(0.5F)});
  }
}

}  // namespace workbench
