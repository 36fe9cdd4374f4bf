// SPDX-License-Identifier: MIT
#include "shell/comparison.h"

#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "state/texts.h"

namespace workbench {
namespace {

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
  ImGui::TableSetupColumn("title", ImGuiTableColumnFlags_WidthStretch, 2.6F);
  ImGui::TableSetupColumn("before", ImGuiTableColumnFlags_WidthStretch, 1.3F);
  ImGui::TableSetupColumn("after", ImGuiTableColumnFlags_WidthStretch, 1.3F);
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
    if (line.changed) ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, colour().accent_soft);
    ImGui::TableNextColumn();
    if (put_line(line.title, ImGui::GetContentRegionAvail().x, colour().ink)) tip(line.title);
    // A verdict without a number is said in words.
    const auto words = [&](const std::string& number, junheng::Verdict verdict) {
      return number.empty() ? verdict_word(ui.state, verdict) : std::string_view(number);
    };
    draw_side(words(line.before, line.verdict_before), line.verdict_before, !line.changed);
    draw_side(words(line.after, line.verdict_after), line.verdict_after, true);
  }
  ImGui::EndTable();
}

}  // namespace workbench
