// SPDX-License-Identifier: MIT
#include "verdict/options.h"

#include "kit/surface.h"
#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "verdict/folding_row.h"

namespace workbench {
namespace {

constexpr float kInset = 1.7F;  // of what stands beside the ring of a choice

/// One of several, of which one is taken: a ring, with a dot in it where it is this one.
bool draw_ring_row(std::string_view words, bool chosen, float room) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = room - em(kInset) - em(0.4F);
  const float height = static_cast<float>(count_lines(words, width) - 1) * line_pitch() + ImGui::GetTextLineHeight();
  const bool pressed = row_button("##choice", words, chosen, height);
  const Unrecorded said_already;
  const ImVec2 centre(at.x + em(0.8F), at.y + ImGui::GetTextLineHeight() / 2);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddCircle(centre, em(0.42F), chosen ? colour().accent : colour().quiet, 0, em(0.1F));
  if (chosen) list.AddCircleFilled(centre, em(0.22F), colour().accent);
  draw_wrapped({at.x + em(kInset), at.y}, words, width, colour().ink);
  return pressed;
}

void draw_choices(Ui& ui, std::uint8_t option, float room) {
  const OptionModel& model = *ui.state.model.option;
  put_wrapped(model.source, room, colour().quiet);
  for (std::size_t i = 0; i < model.choices.size(); ++i) {
    const OptionModel::Choice& choice = model.choices[i];
    ImGui::PushID(static_cast<int>(i));
    if (draw_ring_row(choice.title, choice.chosen, room)) ui.emit(ChooseOption{option, static_cast<std::uint8_t>(i)});
    ImGui::Indent(em(kInset));
    if (!choice.warning.empty()) put_wrapped(choice.warning, room - em(kInset), colour().near);
    if (!choice.effect.empty()) put_wrapped(choice.effect, room - em(kInset), colour().quiet);
    ImGui::Unindent(em(kInset));
    ImGui::PopID();
  }
}

}  // namespace

void draw_options(Ui& ui, float width) {
  const Model& model = ui.state.model;
  begin_box("options", {width, 0}, em(1.1F));
  const float room = ImGui::GetContentRegionAvail().x;
  text(ui.say(Phrase::verdict_options));
  put_wrapped(ui.say(Phrase::verdict_options_hint), room, colour().quiet);
  ImGui::Dummy({0, em(0.25F)});
  for (std::size_t i = 0; i < model.options.size(); ++i) {
    const OptionLine& line = model.options[i];
    const auto option = static_cast<std::uint8_t>(i);
    const bool open = ui.state.view.option == option && model.option;
    ImGui::PushID(static_cast<int>(i));
    if (folding_row(line.words, open, room, line.preset ? colour().ink : colour().accent)) ui.emit(OpenOption{option});
    if (open) {
      ImGui::Indent(em(1.1F));
      draw_choices(ui, option, room - em(1.1F));
      ImGui::Unindent(em(1.1F));
      ImGui::Dummy({0, em(0.25F)});
    }
    ImGui::PopID();
  }
  end_box();
}

}  // namespace workbench
