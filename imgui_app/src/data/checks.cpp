// SPDX-License-Identifier: MIT
#include "data/checks.h"

#include "data/cells.h"
#include "data/remarks.h"
#include "kit/surface.h"
#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "state/texts.h"

namespace workbench {
namespace {

constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH |
                                   ImGuiTableFlags_BordersOuter | ImGuiTableFlags_RowBg |
                                   ImGuiTableFlags_NoSavedSettings;
constexpr int kSentenceLines = 2;

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

void draw_check(Ui& ui, std::size_t place, float height) {
  const DataModel& model = ui.state.model.data;
  const std::uint32_t index = model.checks[place];
  const bool logic = place < model.logic;
  const IssueText issue = issue_text(ui.state, index);
  const bool chosen = ui.state.view.selected_check == index;
  ImGui::PushID(static_cast<int>(place));
  ImGui::TableNextRow(ImGuiTableRowFlags_None, height);
  ImGui::TableNextColumn();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  constexpr ImGuiSelectableFlags kRow = ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowOverlap;
  if (row_button("##check", issue.sentence, chosen, height - 2 * ImGui::GetStyle().CellPadding.y, kRow))
    ui.emit(SelectCheck{index});
  ImGui::SetCursorScreenPos(at);
  shape(logic ? junheng::Verdict::fail : junheng::Verdict::near);
  ImGui::SameLine(0, em(0.3F));
  text(ui.say(logic ? Phrase::data_logic : Phrase::data_experience));
  ImGui::TableNextColumn();
  if (put_wrapped(issue.sentence, ImGui::GetContentRegionAvail().x, colour().ink, Align::left, kSentenceLines))
    tip(issue.sentence);
  ImGui::TableNextColumn();
  if (chosen && !logic) {
    text_field(ui, Entry::remark, remark_of(ui.state, index), ui.say(Phrase::data_remark),
               ImGui::GetContentRegionAvail().x, {.live = false});
  } else {
    put_wrapped(remark_of(ui.state, index), ImGui::GetContentRegionAvail().x, colour().quiet, Align::left,
                kSentenceLines);
  }
  ImGui::TableNextColumn();
  const junheng::Issue& one = ui.state.evaluation->issues[index];
  if (one.line != junheng::kNoLine && button("go", ui.say(Phrase::data_go), ButtonLook::plain))
    ui.emit(OpenCell{one.line, column_of_issue(ui.state, index)});
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

void draw_data_checks(Ui& ui) {
  const DataModel& model = ui.state.model.data;
  ImGui::NewLine();
  if (model.checks.empty()) return text(ui.say(Phrase::data_no_checks), colour().quiet);
  text(filled(ui.say(Phrase::data_check_counts), {{"logic", std::to_string(model.logic)},
                                                  {"experience", std::to_string(model.checks.size() - model.logic)},
                                                  {"answered", std::to_string(model.answered)}}),
       colour().quiet);
  if (!ImGui::BeginTable("checks", 4, kFlags, ImGui::GetContentRegionAvail())) return;
  ImGui::TableSetupScrollFreeze(0, 1);
  ImGui::TableSetupColumn("tier", ImGuiTableColumnFlags_WidthFixed, em(8));
  ImGui::TableSetupColumn("sentence", ImGuiTableColumnFlags_WidthStretch, 3);
  ImGui::TableSetupColumn("remark", ImGuiTableColumnFlags_WidthStretch, 2);
  ImGui::TableSetupColumn("go", ImGuiTableColumnFlags_WidthFixed, em(5));
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  head(ui.say(Phrase::data_tier));
  head(ui.say(Phrase::issues_column_text));
  head(ui.say(Phrase::data_remark));
  head({});
  const float height = kSentenceLines * line_pitch() + 2 * ImGui::GetStyle().CellPadding.y;
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(model.checks.size()), height);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
      draw_check(ui, static_cast<std::size_t>(i), height);
  }
  ImGui::EndTable();
}

}  // namespace workbench
