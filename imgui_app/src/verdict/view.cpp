// SPDX-License-Identifier: MIT
#include "verdict/view.h"

#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "state/texts.h"
#include "verdict/folding_row.h"
#include "verdict/options.h"

namespace workbench {
namespace {

/// Lines longer than this are hard to follow.
constexpr float kTextWidth = 60;
constexpr float kBothWidth = 78;
constexpr float kStagesWidth = 30;
constexpr const char* kFirstOut = "results";

void draw_reason(Ui& ui) {
  const ReasonModel& reason = *ui.state.model.reason;
  const float room = ImGui::GetContentRegionAvail().x;
  for (const std::string& line : reason.lines)
    put_wrapped(line, room, colour().quiet);
  for (std::size_t i = 0; i < reason.cells.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    if (button("cell", reason.cells[i].text, ButtonLook::quiet))
      ui.emit(OpenCell{reason.cells[i].line, reason.cells[i].column});
    ImGui::PopID();
  }
  if (button("follow", ui.say(Phrase::verdict_follow), ButtonLook::plain)) ui.emit(FollowReason{});
}

void draw_part(Ui& ui, std::uint16_t index, float width) {
  const PartCard& part = ui.state.model.parts[index];
  begin_box(part.title.c_str(), {width, 0}, em(1.1F));
  const float mark_at =
      ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - verdict_mark_width(ui, part.verdict);
  text(part.title);
  ImGui::SameLine(mark_at);
  verdict_mark(ui, part.verdict);
  const float room = ImGui::GetContentRegionAvail().x;
  if (part.reasons.empty() && part.verdict == junheng::Verdict::pass) {
    put_wrapped(ui.say(Phrase::verdict_clear), room, colour().quiet);
  }
  for (std::size_t i = 0; i < part.reasons.size(); ++i) {
    const std::string& reason = part.reasons[i];
    ImGui::PushID(static_cast<int>(i));
    const std::pair own(index, static_cast<std::uint16_t>(i));
    const bool open = ui.state.view.reason == own;
    if (folding_row(reason, open, room, colour().ink)) ui.emit(OpenReason{own.first, own.second});
    if (open && ui.state.model.reason) {
      ImGui::Indent(em(1.1F));
      draw_reason(ui);
      ImGui::Unindent(em(1.1F));
    }
    ImGui::PopID();
  }
  end_box();
}

void draw_stages(Ui& ui, float width) {
  const std::vector<StageLine>& lines = ui.state.model.stage_lines;
  text(ui.say(Phrase::verdict_stages));
  constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_BordersOuter |
                                     ImGuiTableFlags_RowBg | ImGuiTableFlags_NoSavedSettings |
                                     ImGuiTableFlags_SizingStretchSame;
  if (!ImGui::BeginTable("stages", 6, kFlags, {width, 0})) return;
  const auto cell = [](std::string_view words, ImU32 ink, Align align) {
    ImGui::TableNextColumn();
    put_line(words, ImGui::GetContentRegionAvail().x, ink, align);
  };
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  cell(ui.say(Phrase::schools_stage), colour().quiet, Align::left);
  cell(ui.say(Phrase::verdict_units), colour().quiet, Align::right);
  cell(verdict_word(ui.state, junheng::Verdict::pass), colour().quiet, Align::right);
  cell(verdict_word(ui.state, junheng::Verdict::fail), colour().quiet, Align::right);
  cell(verdict_word(ui.state, junheng::Verdict::unknown), colour().quiet, Align::right);
  cell(ui.say(Phrase::schools_verdict), colour().quiet, Align::left);
  for (const StageLine& line : lines) {
    ImGui::TableNextRow();
    cell(line.stage, colour().ink, Align::left);
    cell(line.units, colour().ink, Align::right);
    cell(line.passing, colour().ink, Align::right);
    cell(line.failing, colour().ink, Align::right);
    cell(line.unknown, colour().ink, Align::right);
    ImGui::TableNextColumn();
    verdict_mark(ui, line.verdict);
  }
  ImGui::EndTable();
}

}  // namespace

void draw_verdict(Ui& ui) {
  const Model& model = ui.state.model;
  const float all = ImGui::GetContentRegionAvail().x;
  const float width = all < em(kTextWidth) ? all : em(kTextWidth);
  // The stages stand beside the reasons where both have room.
  const bool stages = ui.state.standard().unit_rule && !model.stage_lines.empty();
  const bool beside = stages && all >= em(kBothWidth);
  const float beside_stages = all - em(kStagesWidth) - em(1);
  const float reasons = beside && beside_stages < width ? beside_stages : width;
  put_wrapped(ui.state.standard().title.in(ui.state.view.language), width, colour().quiet);
  {
    const TextSize huge(size::kHuge);
    put_line(model.county_name, width, colour().ink);
    verdict_mark(ui, model.county_verdict);
  }
  if (!model.chosen_options.empty()) put_wrapped(model.chosen_options, width, colour().accent);
  const auto publish = [&](const char* id, Phrase phrase, const char* kind) {
    if (kind != kFirstOut) same_line(button_width(ui.say(phrase)), em(0.25F));
    if (button(id, ui.say(phrase), ButtonLook::plain))
      ui.emit(AskPlatform{{.kind = Request::Kind::publish, .argument = kind}});
  };
  publish("publish-results", Phrase::verdict_results, kFirstOut);
  publish("publish-page", Phrase::verdict_page, "page");
  publish("publish-folder", Phrase::verdict_folder, "folder");
  publish("publish-sealed", Phrase::verdict_seal, "sealed");
  put_wrapped(ui.say(Phrase::verdict_seal_hint), width, colour().quiet);
  ImGui::Dummy({0, em(0.25F)});
  ImGui::BeginGroup();
  for (std::size_t i = 0; i < model.parts.size(); ++i)
    draw_part(ui, static_cast<std::uint16_t>(i), reasons);
  ImGui::EndGroup();
  if (stages) {
    if (beside) ImGui::SameLine(0, em(1));
    ImGui::BeginGroup();
    draw_stages(ui, beside ? em(kStagesWidth) : width);
    ImGui::EndGroup();
    ImGui::Dummy({0, em(0.25F)});
  }
  if (!model.options.empty()) draw_options(ui, width);
}

}  // namespace workbench
