// SPDX-License-Identifier: MIT
#include "what_if/view.h"

#include <algorithm>

#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "shell/comparison.h"

namespace workbench {
namespace {

constexpr float kListWidth = 17;
constexpr float kNarrowListWidth = 12;
/// Below so many em the list gives way to the numbers.
constexpr float kRoomForList = 75;
/// Below so many em school and result stand one below the other.
constexpr float kRoomForThree = 56;
constexpr float kMostOfChoice = 13;

std::string name_of(const Ui& ui) {
  const WhatIf& model = ui.state.model.what_if;
  return ui.state.view.scenario < model.scenarios.size() ? model.scenarios[ui.state.view.scenario] : std::string();
}

void draw_scenarios(Ui& ui) {
  const WhatIf& model = ui.state.model.what_if;
  for (std::size_t i = 0; i < model.scenarios.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const ButtonLook look = ui.state.view.scenario == i ? ButtonLook::chosen : ButtonLook::plain;
    if (button("scenario", model.scenarios[i], look)) ui.emit(SelectScenario{static_cast<std::uint32_t>(i)});
    ImGui::PopID();
    ImGui::SameLine(0, em(0.25F));
  }
  if (button("new-scenario", ui.say(Phrase::what_if_new), ButtonLook::plain)) ui.emit(NewScenario{});
  if (model.scenarios.empty()) {
    const std::string_view hint = ui.say(Phrase::what_if_hint);
    const float below = ImGui::GetItemRectMax().y;
    same_line(text_width(hint), em(1));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float lower = (ImGui::GetFrameHeight() - ImGui::GetTextLineHeight()) / 2;
    if (at.y < below) ImGui::SetCursorScreenPos({at.x, at.y + lower});
    put_wrapped(hint, ImGui::GetContentRegionAvail().x, colour().quiet);
    return;
  }
  ImGui::SameLine(0, em(1));
  text_field(ui, Entry::scenario_name, name_of(ui), ui.say(Phrase::what_if_rename), em(10), {.live = false});
  ImGui::SameLine(0, em(0.25F));
  if (button("drop-scenario", ui.say(Phrase::what_if_drop), ButtonLook::plain)) ui.emit(DropScenario{});
}

void draw_schools(Ui& ui, float width) {
  const WhatIf& model = ui.state.model.what_if;
  begin_box("schools", {width, ImGui::GetContentRegionAvail().y}, em(0.5F));
  text_field(ui, Entry::scenario_school, ui.state.view.scenario_search, ui.say(Phrase::schools_search),
             ImGui::GetContentRegionAvail().x);
  const float add = button_width(ui.say(Phrase::what_if_add));
  text_field(ui, Entry::new_school, ui.state.view.new_school, ui.say(Phrase::what_if_new_school),
             ImGui::GetContentRegionAvail().x - add - em(0.25F));
  ImGui::SameLine(0, em(0.25F));
  const bool named = !ui.state.view.new_school.empty();
  if (button("add-school", ui.say(Phrase::what_if_add), named ? ButtonLook::plain : ButtonLook::off) && named)
    ui.emit(Assume{{junheng::Change::Kind::add, junheng::kNoLine, {}, junheng::kNoStage, ui.state.view.new_school}});
  ImGui::BeginChild("list", {0, 0}, ImGuiChildFlags_NavFlattened);
  const float height = whole_em(1.8F);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(model.schools.size()), height);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const WhatIf::School& school = model.schools[static_cast<std::size_t>(i)];
      ImGui::PushID(i);
      const ImVec2 at = ImGui::GetCursorScreenPos();
      const float room = ImGui::GetContentRegionAvail().x;
      if (row_button("##school", school.name, ui.state.view.scenario_line == school.line, height))
        ui.emit(SelectScenarioSchool{school.line});
      const char* mark = school.closed ? "× " : school.changed ? "• " : "";
      draw_line({at.x + em(0.4F), at.y + (height - ImGui::GetTextLineHeight()) / 2}, mark + school.name,
                room - em(0.6F), school.closed ? colour().quiet : colour().ink, Align::left, Cut::middle);
      ImGui::PopID();
    }
  }
  ImGui::PopStyleVar();
  ImGui::EndChild();
  end_box();
}

/// So many of the field from this school to another one.
void draw_move(Ui& ui) {
  const WhatIf& model = ui.state.model.what_if;
  heading(ui.say(Phrase::what_if_move), 1);
  // Of a narrow box each list has a line of its own.
  constexpr float kLeastOfChoice = 8;
  const float gap = em(0.25F);
  const float all = ImGui::GetContentRegionAvail().x;
  const float count = std::max(em(5), text_width(ui.say(Phrase::what_if_count)) + 2 * ImGui::GetStyle().FramePadding.x);
  const float go = button_width(ui.say(Phrase::what_if_do_move));
  const float half = (all - count - go - 3 * gap) / 2;
  const float list = std::min(em(kMostOfChoice), half >= em(kLeastOfChoice) ? half : all - count - gap);
  if (const auto taken = choose("move-field", list, model.field_labels, ui.state.view.move_field))
    ui.emit(MoveField{static_cast<std::uint16_t>(*taken)});
  ImGui::SameLine(0, gap);
  text_field(ui, Entry::move_count, ui.state.view.move_count, ui.say(Phrase::what_if_count), count);
  same_line(list + gap + go, gap);
  std::optional<std::size_t> chosen;
  for (std::size_t i = 0; i < model.move_names.size(); ++i)
    if (model.schools[i].line == ui.state.view.move_to) chosen = i;
  if (const auto taken =
          choose("move-to", std::min(list, all - go - gap), model.move_names, chosen, ui.say(Phrase::what_if_to)))
    ui.emit(MoveTo{model.schools[*taken].line});
  ImGui::SameLine(0, gap);
  if (button("move", ui.say(Phrase::what_if_do_move), model.move ? ButtonLook::primary : ButtonLook::off) && model.move)
    ui.emit(Move{});
  if (!model.move && chosen && !ui.state.view.move_count.empty())
    put_wrapped(ui.say(Phrase::what_if_no_move), ImGui::GetContentRegionAvail().x, colour().near);
}

void draw_school(Ui& ui) {
  const WhatIf& model = ui.state.model.what_if;
  heading(model.school, size::kLarge);
  if (!model.added) {
    if (button("close-school", ui.say(model.closed ? Phrase::what_if_reopen : Phrase::what_if_close),
               ButtonLook::plain)) {
      ui.emit(Assume{{junheng::Change::Kind::close, ui.state.view.scenario_line, {}, junheng::kNoStage, {}}});
    }
  }
  constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_NoSavedSettings;
  if (ImGui::BeginTable("fields", 3, kFlags)) {
    ImGui::TableSetupColumn("label", ImGuiTableColumnFlags_WidthStretch, 3);
    ImGui::TableSetupColumn("real", ImGuiTableColumnFlags_WidthStretch, 1.4F);
    ImGui::TableSetupColumn("assumed", ImGuiTableColumnFlags_WidthStretch, 1.6F);
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
    const auto head = [](std::string_view words, Align align) {
      ImGui::TableNextColumn();
      put_line(words, ImGui::GetContentRegionAvail().x, colour().quiet, align);
    };
    head(ui.say(Phrase::what_if_number), Align::left);
    head(ui.say(Phrase::what_if_real), Align::right);
    head(ui.say(Phrase::what_if_assumed), Align::left);
    for (const WhatIf::Field& field : model.fields) {
      ImGui::TableNextRow();
      ImGui::TableNextColumn();
      const std::string label =
          field.unit.empty() ? field.label
                             : filled(ui.say(Phrase::what_if_field), {{"field", field.label}, {"unit", field.unit}});
      put_wrapped(label, ImGui::GetContentRegionAvail().x, colour().ink);
      ImGui::TableNextColumn();
      put_line(field.real, ImGui::GetContentRegionAvail().x, colour().quiet, Align::right);
      ImGui::TableNextColumn();
      if (field.real != field.assumed) ImGui::TableSetBgColor(ImGuiTableBgTarget_CellBg, colour().near_soft);
      text_field(ui, field.target, field.assumed, field.label, ImGui::GetContentRegionAvail().x,
                 {.named = true, .live = false});
    }
    ImGui::EndTable();
  }
  draw_move(ui);
}

void draw_changes(Ui& ui) {
  const WhatIf& model = ui.state.model.what_if;
  for (std::size_t i = 0; i < model.changes.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const float drop = button_width(ui.say(Phrase::data_drop));
    const float room = ImGui::GetContentRegionAvail().x - drop - em(0.5F);
    put_wrapped(model.changes[i], room, colour().ink);
    ImGui::SameLine(0, em(0.5F));
    if (button("drop", ui.say(Phrase::data_drop), ButtonLook::plain)) ui.emit(DropAssumption{i});
    ImGui::PopID();
  }
}

void draw_own(Ui& ui) {
  if (ui.state.model.what_if.school.empty())
    put_wrapped(ui.say(Phrase::what_if_choose), ImGui::GetContentRegionAvail().x, colour().quiet);
  else
    draw_school(ui);
}

/// What the changes come to, before the changes: those of a plan are dozens.
void draw_result(Ui& ui) {
  const WhatIf& model = ui.state.model.what_if;
  if (!model.changes.empty()) {
    heading(ui.state.model.county_name, size::kLarge);
    draw_comparison(ui, model.county, "county");
    if (!model.own.empty()) heading(model.school, 1);
    draw_comparison(ui, model.own, "own");
  }
  heading(ui.say(Phrase::what_if_changes), size::kLarge);
  if (model.changes.empty()) {
    put_wrapped(ui.say(Phrase::what_if_nothing), ImGui::GetContentRegionAvail().x, colour().quiet);
    // Nobody has to find by trying what can be computed.
    if (ui.state.model.county_verdict != junheng::Verdict::pass &&
        button("least", ui.say(Phrase::what_if_least), ButtonLook::plain))
      ui.emit(AskPlatform{{.kind = Request::Kind::view, .argument = "plan"}});
    return;
  }
  draw_changes(ui);
  if (model.changes.size() > 1 && button("drop-all", ui.say(Phrase::what_if_drop_all), ButtonLook::plain))
    ui.emit(DropAssumption{});
}

}  // namespace

void draw_what_if(Ui& ui) {
  draw_scenarios(ui);
  const float room = ImGui::GetContentRegionAvail().x;
  const float list = std::min(em(room > em(kRoomForList) ? kListWidth : kNarrowListWidth), room * 0.3F);
  const float height = ImGui::GetContentRegionAvail().y;
  draw_schools(ui, list);
  ImGui::SameLine(0, em(0.5F));
  if (room < em(kRoomForThree)) {
    begin_box("both", {0, height}, em(0.75F));
    draw_own(ui);
    ImGui::Dummy({0, em(0.5F)});
    draw_result(ui);
    return end_box();
  }
  const float half = (room - list - em(1)) / 2;
  begin_box("school", {half, height}, em(0.75F));
  draw_own(ui);
  end_box();
  ImGui::SameLine(0, em(0.5F));
  begin_box("result", {0, height}, em(0.75F));
  draw_result(ui);
  end_box();
}

}  // namespace workbench
