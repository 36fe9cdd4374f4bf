// SPDX-License-Identifier: MIT
#include "facts/view.h"

#include <algorithm>

#include "kit/surface.h"
#include "kit/text_layout.h"
#include "kit/widgets.h"

namespace workbench {
namespace {

/// Parts of the width; below so many em the note stands under the answer.
constexpr float kItemPart = 3;
constexpr float kAnswerPart = 4;
constexpr float kNotePart = 2.2F;
constexpr float kRoomForNotes = 62;
constexpr float kInputWidth = 9;

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

/// Whether it is next in turn; then it comes into sight.
bool take_turn(Ui& ui, const FactTarget& target) {
  const ViewState& view = ui.state.view;
  if (view.fact_focus != target) return false;
  if (view.scroll_to_fact) {
    ImGui::SetScrollHereY(0.5F);
    ui.emit(Scrolled{});
  }
  return true;
}

void draw_field(Ui& ui, const FactTarget& target, std::string_view value, std::string_view hint, float width,
                bool named) {
  const bool focus = take_turn(ui, target);
  text_field(ui, target, value, hint, width, {.named = named, .live = false, .focus = focus, .keys = true});
}

void draw_note(Ui& ui, const FactCheck& check) {
  draw_field(ui, note_of(check.target), check.note, ui.say(Phrase::facts_note), ImGui::GetContentRegionAvail().x,
             false);
}

/// Yes, no, and nothing said yet. Whoever answers by keys goes on from there; a pointer goes where it likes.
void draw_answer(Ui& ui, const FactCheck& check) {
  const bool turn = take_turn(ui, check.target);
  const bool by_keys = surface().pressed != 0;
  const auto answer = [&](const char* id, Phrase phrase, bool chosen, const char* value) {
    const std::string spoken = check.title + "：" + std::string(ui.say(phrase));
    const bool pressed = button(id, ui.say(phrase), chosen ? ButtonLook::chosen : ButtonLook::plain, 0, spoken);
    if (turn && (check.answer ? chosen : phrase == Phrase::facts_yes)) focus_item();
    if (pressed && !chosen) ui.emit(SetText{check.target, value});
    if (pressed && by_keys) ui.emit(NextFact{check.target});
  };
  answer("yes", Phrase::facts_yes, check.answer == true, "true");
  ImGui::SameLine(0, em(0.25F));
  answer("no", Phrase::facts_no, check.answer == false, "false");
  ImGui::SameLine(0, em(0.25F));
  answer("unsaid", Phrase::facts_unsaid, !check.answer, "");
}

void put_quiet(std::string_view words, float room) {
  put_wrapped(words, room, colour().quiet);
}

/// Field and unit, and beside them what is asked for; below it where there is no room.
void draw_input(Ui& ui, const FactInput& input) {
  const float room = ImGui::GetContentRegionAvail().x;
  if (input.above) {
    const std::string known = input.value.empty() ? std::string() : "：" + input.value + input.unit;
    return put_quiet(input.label + known + "　" + std::string(ui.say(Phrase::facts_above)), room);
  }
  const float field = em(kInputWidth) < room * 0.4F ? em(kInputWidth) : room * 0.4F;
  draw_field(ui, input.target, input.value, input.label, field, true);
  ImGui::SameLine(0, em(0.4F));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float lower = (ImGui::GetFrameHeight() - ImGui::GetTextLineHeight()) / 2;
  ImGui::SetCursorScreenPos({at.x, at.y + lower});
  const std::string words = input.unit.empty() ? input.label : input.unit + "　" + input.label;
  put_wrapped(words, room - field - em(0.4F), colour().ink);
  const std::string_view trouble = input.unread ? ui.say(Phrase::facts_unread) : std::string_view(input.question);
  if (trouble.empty()) return;
  shape(junheng::Verdict::near);
  ImGui::SameLine(0, em(0.3F));
  put_wrapped(trouble, ImGui::GetContentRegionAvail().x, colour().near);
}

/// That nothing is known is said by empty fields.
bool is_said(const FactCheck& check) {
  if (check.finding.empty()) return false;
  if (check.verdict != junheng::Verdict::unknown) return true;
  const bool asks = check.attested || !check.inputs.empty();
  const bool any = check.answer || std::any_of(check.inputs.begin(), check.inputs.end(),
                                               [](const FactInput& input) { return !input.value.empty(); });
  return any || !asks;
}

void draw_check(Ui& ui, const FactItem& item, const FactCheck& check, bool notes) {
  const float room = ImGui::GetContentRegionAvail().x;
  if (item.checks.size() > 1) {
    shape(check.verdict);
    ImGui::SameLine(0, em(0.3F));
    put_wrapped(check.title, ImGui::GetContentRegionAvail().x, colour().ink);
  }
  if (check.attested) {
    draw_answer(ui, check);
    if (!notes) draw_note(ui, check);
  }
  for (const FactInput& input : check.inputs) {
    if (input.otherwise) put_quiet(ui.say(Phrase::facts_otherwise), room);
    draw_input(ui, input);
  }
  if (is_said(check)) put_quiet(check.finding, room);
  if (!check.attested && check.inputs.empty()) put_quiet(ui.say(Phrase::facts_from_table), room);
}

void draw_item(Ui& ui, std::size_t index, bool notes) {
  const FactItem& item = ui.state.model.facts.items[index];
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  shape(item.verdict);
  if (ui.state.view.item == index) {
    ImGui::TableSetBgColor(ImGuiTableBgTarget_CellBg, colour().accent_soft);
    if (ui.state.view.scroll_to_fact && !ui.state.view.fact_focus) {
      ImGui::SetScrollHereY(0.1F);  // below the heads, whose height is not known in the first frame
      ui.emit(Scrolled{});
    }
  }
  ImGui::SameLine(0, em(0.3F));
  put_wrapped(name_of(item), ImGui::GetContentRegionAvail().x, colour().ink);
  put_quiet(item.rule, ImGui::GetContentRegionAvail().x);
  ImGui::TableNextColumn();
  for (const FactInput& input : item.score)
    draw_input(ui, input);
  for (std::size_t i = 0; i < item.checks.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    if (i > 0) ImGui::Dummy({0, em(0.2F)});
    draw_check(ui, item, item.checks[i], notes);
    ImGui::PopID();
  }
  if (notes) {
    ImGui::TableNextColumn();
    for (const FactCheck& check : item.checks)
      if (check.attested) draw_note(ui, check);
  }
  ImGui::TableNextColumn();
  verdict_mark(ui, item.verdict);
}

/// All items one below the other, as on the paper form.
void draw_form(Ui& ui) {
  const std::vector<FactItem>& items = ui.state.model.facts.items;
  const ImVec2 size = ImGui::GetContentRegionAvail();
  const bool notes = size.x >= em(kRoomForNotes);
  constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInner |
                                     ImGuiTableFlags_BordersOuter | ImGuiTableFlags_NoSavedSettings;
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(whole_em(0.5F), whole_em(0.4F)));
  ImGui::PushID(ui.state.view.part);  // each part begins at its top
  if (!ImGui::BeginTable("form", notes ? 4 : 3, kFlags, size)) {
    ImGui::PopID();
    return ImGui::PopStyleVar();
  }
  ImGui::TableSetupScrollFreeze(0, 1);
  ImGui::TableSetupColumn("item", ImGuiTableColumnFlags_WidthStretch, kItemPart);
  ImGui::TableSetupColumn("answer", ImGuiTableColumnFlags_WidthStretch, kAnswerPart);
  if (notes) ImGui::TableSetupColumn("note", ImGuiTableColumnFlags_WidthStretch, kNotePart);
  ImGui::TableSetupColumn("verdict", ImGuiTableColumnFlags_WidthFixed, verdict_column_width(ui));
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  const auto head = [&](Phrase phrase) {
    ImGui::TableNextColumn();
    put_line(ui.say(phrase), ImGui::GetContentRegionAvail().x, colour().quiet);
  };
  head(Phrase::facts_item);
  head(Phrase::facts_answer);
  if (notes) head(Phrase::facts_note);
  head(Phrase::schools_verdict);
  for (std::size_t i = 0; i < items.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    draw_item(ui, i, notes);
    ImGui::PopID();
  }
  ImGui::EndTable();
  ImGui::PopID();
  ImGui::PopStyleVar();
}

}  // namespace

void draw_facts(Ui& ui) {
  const FactsModel& model = ui.state.model.facts;
  if (model.parts.empty()) return text(ui.say(Phrase::balance_none), colour().quiet);
  draw_parts(ui);
  text(model.filled, colour().ink);
  same_line(text_width(ui.say(Phrase::facts_enter)), em(1));
  text(ui.say(Phrase::facts_enter), colour().quiet);
  draw_form(ui);
}

}  // namespace workbench
