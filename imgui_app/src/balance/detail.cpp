// SPDX-License-Identifier: MIT
#include "balance/detail.h"

#include "kit/surface.h"
#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "state/texts.h"

namespace workbench {
namespace {

constexpr float kSideMargin = 1.5F;

void draw_strip(Ui& ui, const BalanceDetail& detail) {
  const float width = ImGui::GetContentRegionAvail().x - 2 * em(kSideMargin);
  const float half = em(detail.height / 2 + 0.6F);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float left = at.x + em(kSideMargin);
  const float middle = at.y + half;
  const float axis = at.y + 2 * half;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto x_of = [&](float part) { return left + width * part; };
  for (std::size_t i = 0; i < detail.bars.size(); ++i) {
    const float step = 1.0F / static_cast<float>(detail.bars.size());
    const float x = x_of(step * static_cast<float>(i));
    list.AddRectFilled({x + 1, axis - 2 * half * detail.bars[i]}, {x_of(step * static_cast<float>(i + 1)) - 1, axis},
                       colour().accent);
  }
  list.AddLine({left, axis}, {left + width, axis}, colour().strong_line);
  const auto mark = [&](float part, ImU32 ink) {
    if (part >= 0) list.AddLine({x_of(part), at.y}, {x_of(part), axis}, ink, em(0.12F));
  };
  mark(detail.mean_part, colour().accent);
  mark(detail.limit_part, colour().ink);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  ImGui::InvisibleButton("strip", {width + 2 * em(kSideMargin), 2 * half});
  const bool hovered = ImGui::IsItemHovered();
  const bool clicked = ImGui::IsItemClicked();
  const Dot* under = nullptr;
  for (const Dot& dot : detail.dots) {
    const ImVec2 centre(x_of(dot.x), middle + em(dot.y));
    const float radius = em(dot.radius);
    const bool below = dot.verdict == junheng::Verdict::fail || dot.verdict == junheng::Verdict::near;
    const ImU32 ink = dot.verdict == junheng::Verdict::none ? colour().accent : ink_of(dot.verdict);
    // Below the threshold a ring with a cross: told apart without colour.
    if (below) {
      list.AddCircle(centre, radius, ink, 0, em(0.12F));
      draw_shape(list, centre, radius * 0.6F, dot.verdict);
    } else {
      list.AddCircleFilled(centre, radius, ink);
      list.AddCircle(centre, radius, colour().paper);
    }
    if (dot.unit == ui.state.view.selected_unit) list.AddCircle(centre, radius + 3, colour().ink, 0, 2);
    const float dx = mouse.x - centre.x;
    const float dy = mouse.y - centre.y;
    if (hovered && dx * dx + dy * dy <= radius * radius) under = &dot;
  }
  if (under != nullptr) {
    tip(cell_explanation(ui.state, under->unit, *ui.state.view.indicator));
    if (clicked) {
      ui.emit(ShowTab{Tab::schools});
      if (ui.state.view.selected_unit != under->unit) ui.emit(SelectUnit{under->unit});
    }
  }
  const TextSize small(size::kSmall);
  for (const auto& [part, words] : detail.ticks) {
    const float x = x_of(part);
    list.AddLine({x, axis}, {x, axis + em(0.3F)}, colour().strong_line);
    list.AddText({x - text_width(words) / 2, axis + em(0.4F)}, colour().quiet, words.data(),
                 words.data() + words.size());
  }
  ImGui::Dummy({0, em(1.4F)});
  put_wrapped(std::string(detail.legend) + "　" + std::string(ui.say(Phrase::balance_marks)),
              ImGui::GetContentRegionAvail().x, colour().quiet);
}

void head(std::string_view words, Align align = Align::left) {
  ImGui::TableNextColumn();
  put_line(words, ImGui::GetContentRegionAvail().x, colour().quiet, align);
}

void cell(std::string_view words, Align align = Align::left) {
  ImGui::TableNextColumn();
  if (put_line(words, ImGui::GetContentRegionAvail().x, colour().ink, align)) tip(words);
}

constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_BordersOuter |
                                   ImGuiTableFlags_RowBg | ImGuiTableFlags_NoSavedSettings;

void draw_shares(Ui& ui, const BalanceDetail& detail) {
  if (detail.shares.empty()) return;
  heading(ui.say(Phrase::balance_shares), 1);
  if (!ImGui::BeginTable("shares", 7, kFlags)) return;
  ImGui::TableSetupColumn("school", ImGuiTableColumnFlags_WidthStretch, 4);
  for (int i = 0; i < 3; ++i)
    ImGui::TableSetupColumn("number", ImGuiTableColumnFlags_WidthFixed, em(5));
  ImGui::TableSetupColumn("part", ImGuiTableColumnFlags_WidthStretch, 3);
  ImGui::TableSetupColumn("without", ImGuiTableColumnFlags_WidthFixed, em(7));
  ImGui::TableSetupColumn("moves", ImGuiTableColumnFlags_WidthFixed, em(5));
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  head(ui.say(Phrase::schools_school));
  head(ui.say(Phrase::schools_pupils), Align::right);
  head(ui.say(Phrase::balance_value), Align::right);
  head(ui.say(Phrase::balance_share), Align::right);
  head({});
  head(ui.say(Phrase::balance_without), Align::right);
  head(ui.say(Phrase::balance_moves), Align::right);
  for (std::size_t i = 0; i < detail.shares.size(); ++i) {
    const ShareLine& line = detail.shares[i];
    ImGui::PushID(static_cast<int>(i));
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float room = ImGui::GetContentRegionAvail().x;
    if (row_button("##share", line.school, ui.state.view.selected_unit == line.unit, ImGui::GetTextLineHeight(),
                   ImGuiSelectableFlags_SpanAllColumns)) {
      ui.emit(ShowTab{Tab::schools});
      if (ui.state.view.selected_unit != line.unit) ui.emit(SelectUnit{line.unit});
    }
    ImGui::SetCursorScreenPos(at);
    {
      const Unrecorded said_already;
      put_line(line.school, room, colour().ink, Align::left, Cut::middle);
    }
    cell(line.pupils, Align::right);
    cell(line.value, Align::right);
    cell(line.share, Align::right);
    ImGui::TableNextColumn();
    const ImVec2 bar = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x * line.part;
    ImGui::GetWindowDrawList()->AddRectFilled({bar.x, bar.y + em(0.2F)}, {bar.x + width, bar.y + em(0.85F)},
                                              colour().accent, 2);
    cell(line.without, Align::right);
    cell(line.moves, Align::right);
    ImGui::PopID();
  }
  ImGui::EndTable();
}

void draw_groups(Ui& ui, const BalanceDetail& detail) {
  heading(ui.say(Phrase::balance_groups), 1);
  if (detail.group_fields.empty()) {
    put_wrapped(ui.say(Phrase::balance_no_groups), ImGui::GetContentRegionAvail().x, colour().quiet);
    return;
  }
  for (const auto& [field, label] : detail.group_fields) {
    const bool chosen = ui.state.view.group_field.value_or(detail.group_fields.front().first) == field;
    ImGui::PushID(field);
    if (button("group", label, chosen ? ButtonLook::chosen : ButtonLook::plain)) ui.emit(GroupBy{field});
    ImGui::PopID();
    ImGui::SameLine(0, em(0.25F));
  }
  ImGui::SameLine(0, em(0.75F));
  label(detail.groups_sum, colour().ink);
  if (detail.groups.empty() || !ImGui::BeginTable("groups", 7, kFlags | ImGuiTableFlags_SizingStretchSame)) return;
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  head(ui.say(Phrase::balance_group));
  head(ui.say(Phrase::verdict_units), Align::right);
  head(ui.say(Phrase::schools_pupils), Align::right);
  head(ui.say(Phrase::balance_mean), Align::right);
  head(ui.say(Phrase::balance_cv), Align::right);
  head(ui.say(Phrase::balance_between), Align::right);
  head(ui.say(Phrase::balance_within), Align::right);
  for (const GroupLine& line : detail.groups) {
    ImGui::TableNextRow();
    cell(line.name);
    for (const std::string* words : {&line.units, &line.pupils, &line.mean, &line.cv, &line.between, &line.within})
      cell(*words, Align::right);
  }
  ImGui::EndTable();
}

}  // namespace

void draw_balance_detail(Ui& ui) {
  const BalanceDetail& detail = *ui.state.model.detail;
  begin_box("detail", {0, 0}, em(1));
  heading(detail.title, size::kLarge);
  put_wrapped(detail.result, ImGui::GetContentRegionAvail().x, colour().ink);
  const auto chart = [&](const char* id, Phrase phrase, const char* kind) {
    if (button(id, ui.say(phrase), ButtonLook::plain))
      ui.emit(AskPlatform{{.kind = Request::Kind::save_chart, .argument = kind}});
    ImGui::SameLine(0, em(0.25F));
  };
  chart("chart-svg", Phrase::balance_svg, "svg");
  chart("chart-png", Phrase::balance_png, "png");
  if (button("detail-close", ui.say(Phrase::card_close), ButtonLook::plain))
    ui.emit(ShowIndicator{ui.state.view.balance_stage, ui.state.view.indicator});
  draw_strip(ui, detail);
  draw_shares(ui, detail);
  draw_groups(ui, detail);
  for (const std::string& step : detail.steps)
    put_wrapped(step, ImGui::GetContentRegionAvail().x, colour().quiet);
  end_box();
}

}  // namespace workbench
