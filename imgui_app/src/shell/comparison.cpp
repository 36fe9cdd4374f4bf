// SPDX-License-Identifier: MIT
#include "shell/comparison.h"

#include <algorithm>

#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "state/texts.h"

namespace workbench {
namespace {

/// A verdict without a number is said in words.
std::string_view words_of(const Ui& ui, const std::string& number, junheng::Verdict verdict) {
  return number.empty() ? verdict_word(ui.state, verdict) : std::string_view(number);
}

constexpr float kSign = 1.4F;

/// Of a column that cuts no number.
float side_width(const Ui& ui, const std::vector<CompareLine>& lines) {
  float widest = std::max(text_width(ui.say(Phrase::what_if_before)), text_width(ui.say(Phrase::what_if_after)));
  for (const CompareLine& line : lines) {
    const float before = text_width(words_of(ui, line.before, line.verdict_before));
    const float after = text_width(words_of(ui, line.after, line.verdict_after));
    widest = std::max({widest, before + em(kSign), after + em(kSign)});
  }
  return widest;
}

void draw_side(std::string_view words, junheng::Verdict verdict, bool strong) {
  ImGui::TableNextColumn();
  if (verdict != junheng::Verdict::none) {
    shape(verdict);
    ImGui::SameLine(0, em(0.3F));
  }
  put_line(words, ImGui::GetContentRegionAvail().x, strong ? colour().ink : colour().quiet, Align::right);
}

}  // namespace

void draw_comparison(Ui& ui, const std::vector<CompareLine>& lines, const char* id) {
  if (lines.empty()) return;
  ImGui::Dummy({0, em(0.3F)});
  constexpr ImGuiTableFlags kFlags =
      ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_BordersOuter | ImGuiTableFlags_NoSavedSettings;
  if (!ImGui::BeginTable(id, 3, kFlags)) return;
  const float side = std::max(side_width(ui, lines), ImGui::GetContentRegionAvail().x / 4);
  ImGui::TableSetupColumn("title", ImGuiTableColumnFlags_WidthStretch);
  ImGui::TableSetupColumn("before", ImGuiTableColumnFlags_WidthFixed, side);
  ImGui::TableSetupColumn("after", ImGuiTableColumnFlags_WidthFixed, side);
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  const auto head = [](std::string_view words, Align align) {
    ImGui::TableNextColumn();
    put_line(words, ImGui::GetContentRegionAvail().x, colour().quiet, align);
  };
  head({}, Align::left);
  head(ui.say(Phrase::what_if_before), Align::right);
  head(ui.say(Phrase::what_if_after), Align::right);
  for (const CompareLine& line : lines) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    put_wrapped(line.title, ImGui::GetContentRegionAvail().x, colour().ink);
    draw_side(words_of(ui, line.before, line.verdict_before), line.verdict_before, !line.changed);
    draw_side(words_of(ui, line.after, line.verdict_after), line.verdict_after, true);
  }
  ImGui::EndTable();
}

}  // namespace workbench
