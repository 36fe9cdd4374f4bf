// SPDX-License-Identifier: MIT
#include "shell/card.h"

#include "kit/text_layout.h"
#include "kit/widgets.h"

namespace workbench {
namespace {

/// Where the school stands between the least and the greatest of the county: limit and mean as lines, itself as shape.
void draw_scale(const CardLine& line) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x - em(1);
  const float middle = at.y + em(0.55F);
  const float left = at.x + em(0.5F);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine({left, middle}, {left + width, middle}, colour().strong_line, em(0.12F));
  const auto stroke = [&](float part, ImU32 ink, float half) {
    if (part >= 0)
      list.AddLine({left + width * part, middle - half}, {left + width * part, middle + half}, ink, em(0.12F));
  };
  stroke(line.mean_part, colour().quiet, em(0.25F));
  stroke(line.limit_part, colour().ink, em(0.5F));
  if (line.value_part >= 0) draw_shape(list, {left + width * line.value_part, middle}, em(0.4F), line.verdict);
  ImGui::Dummy({width, em(1.1F)});
}

void draw_line(const CardLine& line) {
  const float room = ImGui::GetContentRegionAvail().x;
  put_wrapped(line.title, room, colour().quiet);
  if (line.verdict != junheng::Verdict::none) {
    shape(line.verdict);
    ImGui::SameLine(0, em(0.3F));
  }
  text(line.value, ink_of(line.verdict == junheng::Verdict::none ? junheng::Verdict::unknown : line.verdict));
  if (!line.limit.empty()) {
    same_line(text_width(line.limit), em(0.8F));
    text(line.limit, colour().quiet);
  }
  if (!line.gap.empty()) put_wrapped(line.gap, room, colour().fail);
  draw_scale(line);
  if (!line.share.empty()) put_wrapped(line.share, room, colour().quiet);
  for (const std::string& note : line.notes)
    put_wrapped(note, room, colour().quiet);
  ImGui::Dummy({0, em(0.3F)});
}

}  // namespace

void draw_card(Ui& ui, ImVec2 size) {
  const SchoolCard& card = *ui.state.model.card;
  begin_box("card", size, em(1));
  heading(card.school, size::kLarge);
  put_wrapped(card.about + " · " + card.place, ImGui::GetContentRegionAvail().x, colour().quiet);
  if (!card.meeting.empty()) {
    verdict_mark(ui, card.verdict);
    same_line(text_width(card.meeting), em(0.8F));
    text(card.meeting, colour().quiet);
  }
  if (button("card-assume", ui.say(Phrase::card_assume), ButtonLook::plain)) ui.emit(AssumeAbout{card.unit});
  same_line(button_width(ui.say(Phrase::card_cell)), em(0.25F));
  if (button("card-cell", ui.say(Phrase::card_cell), ButtonLook::plain)) {
    const std::uint32_t row = ui.state.evaluation->split.units.row[card.unit];
    ui.emit(OpenCell{ui.state.evaluation->roster.line[row], junheng::kNoColumn});
  }
  same_line(button_width(ui.say(Phrase::card_close)), em(0.25F));
  if (button("card-close", ui.say(Phrase::card_close), ButtonLook::plain)) ui.emit(SelectUnit{card.unit});
  ImGui::Dummy({0, em(0.2F)});
  for (const CardLine& line : card.lines)
    draw_line(line);
  end_box();
}

}  // namespace workbench
