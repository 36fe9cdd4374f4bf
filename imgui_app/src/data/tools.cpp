// SPDX-License-Identifier: MIT
#include "data/tools.h"

#include "data/marks.h"
#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "state/remarks.h"
#include "state/texts.h"

namespace workbench {
namespace {

/// Of the width, for the reason why a doubtful number is right.
constexpr float kRemarkPart = 0.3F;

/// From one cell that is wrong or doubtful to the next, and what is said of the chosen one.
void draw_issue(Ui& ui) {
  if (ui.state.model.open_issue_count == 0) return;
  if (button("issue-back", ui.say(Phrase::issues_back), ButtonLook::plain)) ui.emit(NextIssue{true});
  ImGui::SameLine(0, em(0.25F));
  if (button("issue-next", ui.say(Phrase::issues_next), ButtonLook::plain)) ui.emit(NextIssue{false});
  const std::uint32_t index = ui.state.view.selected_issue;
  if (index >= ui.state.evaluation->issues.size() || ui.state.view.cell.line == 0) return;
  const IssueText issue = issue_text(ui.state, index);
  ImGui::SameLine(0, em(0.75F));
  label_shape(shape_of(issue.severity));
  ImGui::SameLine(0, em(0.3F));
  const float room = ImGui::GetContentRegionAvail().x;
  const bool doubtful = tier_of(ui.state.evaluation->issues[index].code) == junheng::Tier::experience;
  const float remark = doubtful ? room * kRemarkPart : 0;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = room - remark - em(0.5F);
  const bool one_line = count_lines(issue.sentence, width) == 1;
  const float lower = one_line ? (ImGui::GetFrameHeight() - ImGui::GetTextLineHeight()) / 2 : 0;
  const Drawn drawn = draw_wrapped({at.x, at.y + lower}, issue.sentence, width, colour().ink, Align::left, 2);
  const float below = ImGui::GetTextLineHeight() + line_pitch();
  ImGui::Dummy({width, one_line ? ImGui::GetFrameHeight() : below});
  if (drawn.cut) tip(issue.sentence);
  if (!doubtful) return;
  ImGui::SameLine(0, em(0.5F));
  text_field(ui, Entry::remark, remark_of(ui.state, index), ui.say(Phrase::issues_remark), remark, {.live = false});
}

}  // namespace

void draw_data_tools(Ui& ui) {
  const ViewState& view = ui.state.view;
  ImGui::NewLine();
  text_field(ui, Entry::data_find, view.find, ui.say(Phrase::data_find), em(cramped() ? 9 : 12), {.keys = true});
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
    same_line(button_width(ui.say(Phrase::data_edit)), 0);
    if (button("edit", ui.say(Phrase::data_edit), ButtonLook::plain)) ui.emit(SelectCell{view.cell, true});
    ImGui::SameLine(0, em(0.25F));
    if (button("leave-out", ui.say(Phrase::data_leave_out), ButtonLook::plain))
      ui.emit(LeaveOutRow{view.sheet, view.cell.line});
    ImGui::SameLine(0, em(0.75F));
  }
  const std::string& found = ui.state.model.data.found;
  if (!found.empty() || !cramped())
    label(found.empty() ? ui.say(Phrase::data_hint) : std::string_view(found));
  else
    ImGui::NewLine();
  draw_issue(ui);
}

}  // namespace workbench
