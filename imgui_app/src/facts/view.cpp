// SPDX-License-Identifier: MIT
#include "facts/view.h"

#include <algorithm>

#include "kit/text_layout.h"
#include "kit/widgets.h"

namespace workbench {
namespace {

constexpr float kListWidth = 26;

std::string name_of(const FactItem& item) {
  return item.id.empty() ? item.title : item.id + " " + item.title;
}

/// As many in a row as have room.
void draw_parts(Ui& ui) {
  const FactsModel& model = ui.state.model.facts;
  for (std::size_t i = 0; i < model.parts.size(); ++i) {
    if (i > 0) ImGui::SameLine(0, em(0.8F));
    const float wide = button_width(model.titles[i]) + em(0.3F) + ImGui::GetTextLineHeight();
    if (i > 0 && ImGui::GetContentRegionAvail().x < wide) ImGui::NewLine();
    ImGui::PushID(static_cast<int>(i));
    const ButtonLook look = ui.state.view.part == model.parts[i] ? ButtonLook::chosen : ButtonLook::plain;
    if (button("part", model.titles[i], look)) ui.emit(ShowPart{model.parts[i]});
    ImGui::PopID();
    ImGui::SameLine(0, em(0.3F));
    label_shape(model.verdicts[i]);
  }
}

void draw_items(Ui& ui, float width) {
  const FactsModel& model = ui.state.model.facts;
  begin_box("items", {width, ImGui::GetContentRegionAvail().y}, em(0.5F));
  const auto decided = std::count_if(model.items.begin(), model.items.end(),
                                     [](const FactItem& item) { return item.verdict != junheng::Verdict::unknown; });
  text(filled(ui.say(Phrase::facts_decided),
              {{"count", std::to_string(decided)}, {"all", std::to_string(model.items.size())}}),
       colour().quiet);
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const FactItem& item = model.items[i];
    ImGui::PushID(static_cast<int>(i));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = em(2);
    const bool chosen = ui.state.view.item == i;
    const std::string words = name_of(item);
    if (row_button("##item", words, chosen, height))
      ui.emit(ShowItem{ui.state.view.part, static_cast<std::uint16_t>(i)});
    const float middle = at.y + height / 2;
    draw_shape(*ImGui::GetWindowDrawList(), {at.x + em(0.8F), middle}, em(0.36F), item.verdict);
    draw_line({at.x + em(1.7F), middle - ImGui::GetTextLineHeight() / 2}, words, width - em(3), colour().ink);
    ImGui::PopID();
  }
  end_box();
}

/// Yes, no, and nothing said yet.
void draw_answer(Ui& ui, const FactCheck& check) {
  const auto answer = [&](const char* id, Phrase phrase, bool chosen, const char* value) {
    if (button(id, ui.say(phrase), chosen ? ButtonLook::chosen : ButtonLook::plain) && !chosen)
      ui.emit(SetText{check.target, value});
    ImGui::SameLine(0, em(0.25F));
  };
  answer("yes", Phrase::facts_yes, check.answer == true, "true");
  answer("no", Phrase::facts_no, check.answer == false, "false");
  answer("unsaid", Phrase::facts_unsaid, !check.answer, "");
  ImGui::SameLine(0, em(0.75F));
  FactTarget note = check.target;
  note.note = true;
  text_field(ui, note, check.note, ui.say(Phrase::facts_note), ImGui::GetContentRegionAvail().x, {.live = false});
}

void draw_input(Ui& ui, const FactInput& input) {
  const float room = ImGui::GetContentRegionAvail().x;
  put_wrapped(input.label, room, colour().ink);
  text_field(ui, input.target, input.value, input.label, room < em(14) ? room : em(14), {.named = true, .live = false});
  ImGui::SameLine(0, em(0.5F));
  label(input.unit, colour().quiet);
  const std::string_view trouble = input.unread ? ui.say(Phrase::facts_unread) : std::string_view(input.question);
  if (trouble.empty()) return;
  shape(junheng::Verdict::near);
  ImGui::SameLine(0, em(0.3F));
  put_wrapped(trouble, ImGui::GetContentRegionAvail().x, colour().near);
}

/// From item to item without the list: the same button, pressed again, leads through all of them.
void draw_steps(Ui& ui) {
  const std::uint16_t item = *ui.state.view.item;
  const bool last = item + 1U >= ui.state.model.facts.items.size();
  const auto step = [&](const char* id, Phrase phrase, bool off, int by) {
    if (button(id, ui.say(phrase), off ? ButtonLook::off : ButtonLook::plain) && !off)
      ui.emit(ShowItem{ui.state.view.part, static_cast<std::uint16_t>(item + by)});
  };
  step("item-back", Phrase::facts_back, item == 0, -1);
  ImGui::SameLine(0, em(0.25F));
  step("item-next", Phrase::facts_next, last, 1);
}

void draw_item(Ui& ui) {
  const FactsModel& model = ui.state.model.facts;
  const FactItem& item = model.items[*ui.state.view.item];
  begin_box("item", {0, ImGui::GetContentRegionAvail().y}, em(1));
  draw_steps(ui);
  heading(name_of(item), size::kLarge);
  verdict_mark(ui, item.verdict);
  put_wrapped(item.rule, ImGui::GetContentRegionAvail().x, colour().quiet);
  for (const FactInput& input : model.score)
    draw_input(ui, input);
  for (std::size_t i = 0; i < model.checks.size(); ++i) {
    const FactCheck& check = model.checks[i];
    ImGui::PushID(static_cast<int>(i));
    ImGui::Dummy({0, em(0.2F)});
    ImGui::Separator();
    shape(check.verdict);
    ImGui::SameLine(0, em(0.4F));
    put_wrapped(check.title, ImGui::GetContentRegionAvail().x, colour().ink);
    if (!check.finding.empty()) put_wrapped(check.finding, ImGui::GetContentRegionAvail().x, colour().quiet);
    if (check.attested) draw_answer(ui, check);
    for (const FactInput& input : check.inputs)
      draw_input(ui, input);
    if (!check.attested && check.inputs.empty())
      put_wrapped(ui.say(Phrase::facts_from_table), ImGui::GetContentRegionAvail().x, colour().quiet);
    ImGui::PopID();
  }
  end_box();
}

}  // namespace

void draw_facts(Ui& ui) {
  const FactsModel& model = ui.state.model.facts;
  if (model.parts.empty()) return text(ui.say(Phrase::balance_none), colour().quiet);
  draw_parts(ui);
  const float room = ImGui::GetContentRegionAvail().x;
  const float list = room > em(2 * kListWidth) ? em(kListWidth) : room * 0.4F;
  draw_items(ui, list);
  ImGui::SameLine(0, em(0.75F));
  if (ui.state.view.item && *ui.state.view.item < model.items.size()) return draw_item(ui);
  begin_box("no-item", {0, ImGui::GetContentRegionAvail().y}, em(1));
  put_wrapped(ui.say(Phrase::facts_hint), ImGui::GetContentRegionAvail().x, colour().quiet);
  end_box();
}

}  // namespace workbench
