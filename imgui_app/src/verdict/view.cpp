// SPDX-License-Identifier: MIT
#include "verdict/view.h"

#include <algorithm>
#include <cstdint>

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
/// From so many em on a window has another column.
constexpr float kColumnWidth = 46;
constexpr float kGap = 1;
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
                                     ImGuiTableFlags_SizingStretchProp;
  if (!ImGui::BeginTable("stages", 6, kFlags, {width, 0})) return;
  const auto column = [](float least) { ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, least); };
  float stage = text_width(ui.say(Phrase::schools_stage));
  for (const StageLine& line : lines)
    stage = std::max(stage, text_width(line.stage));
  column(stage);
  column(text_width(ui.say(Phrase::verdict_units)));
  for (const auto verdict : {junheng::Verdict::pass, junheng::Verdict::fail, junheng::Verdict::unknown})
    column(text_width(verdict_word(ui.state, verdict)));
  column(verdict_column_width(ui));
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

/// How the view is shared out: parts, then stages, then options, below or beside each other.
struct Plan {
  float width = 0;   ///< of a column of parts
  float stages = 0;  ///< of what stands beside them
  int parts = 1;     ///< columns of parts
  bool stages_beside = false;
  enum class Options : std::uint8_t { below, below_stages, beside_stages };
  Options options = Options::below;
};

Plan plan_for(float all, bool stages) {
  const float gap = em(kGap);
  const float text = std::min(all, em(kTextWidth));
  if (all < em(kBothWidth)) return {.width = text, .stages = text};
  const int columns = std::clamp(static_cast<int>((all + gap) / (em(kColumnWidth) + gap)), 2, stages ? 4 : 3);
  if (columns == 2) {
    const float width = std::min(text, all - em(kStagesWidth) - gap);
    const float beside = std::min(all - width - gap, text);
    const bool room = !stages || beside >= em(kColumnWidth);
    return {.width = width,
            .stages = beside,
            .stages_beside = stages || room,
            .options = room ? Plan::Options::below_stages : Plan::Options::below};
  }
  const float width = std::min((all - static_cast<float>(columns - 1) * gap) / static_cast<float>(columns), text);
  return {.width = width,
          .stages = width,
          .parts = 2,
          .stages_beside = true,
          .options = columns == 4 ? Plan::Options::beside_stages : Plan::Options::below_stages};
}

/// Behind which part a second column begins, so that both are about as long.
std::size_t half_of(const std::vector<PartCard>& parts) {
  constexpr std::size_t kHead = 3;  // of a card, in reasons
  std::size_t all = 0;
  for (const PartCard& part : parts)
    all += part.reasons.size() + kHead;
  std::size_t above = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    above += parts[i].reasons.size() + kHead;
    if (2 * above >= all) return i + 1;
  }
  return parts.size();
}

void draw_parts(Ui& ui, const Plan& plan) {
  const std::vector<PartCard>& parts = ui.state.model.parts;
  const std::size_t half = plan.parts == 1 ? parts.size() : half_of(parts);
  const auto draw = [&](std::size_t from, std::size_t to) {
    ImGui::BeginGroup();
    for (std::size_t i = from; i < to; ++i)
      draw_part(ui, static_cast<std::uint16_t>(i), plan.width);
    ImGui::EndGroup();
  };
  draw(0, half);
  if (half == parts.size()) return;
  ImGui::SameLine(0, em(kGap));
  draw(half, parts.size());
}

}  // namespace

void draw_verdict(Ui& ui) {
  const Model& model = ui.state.model;
  const bool stages = ui.state.standard().unit_rule && !model.stage_lines.empty();
  const float all = ImGui::GetContentRegionAvail().x;
  const Plan plan = plan_for(all, stages);
  const float width = std::min(all, em(kTextWidth));
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
  draw_parts(ui, plan);
  if (plan.stages_beside) ImGui::SameLine(0, em(kGap));
  ImGui::BeginGroup();
  if (stages) {
    ImGui::BeginGroup();
    draw_stages(ui, plan.stages);
    ImGui::EndGroup();
    if (plan.options == Plan::Options::beside_stages)
      ImGui::SameLine(0, em(kGap));
    else
      ImGui::Dummy({0, em(0.25F)});
  }
  const bool below = plan.options == Plan::Options::below;
  if (!model.options.empty() && !below) draw_options(ui, plan.stages);
  ImGui::EndGroup();
  if (!model.options.empty() && below) draw_options(ui, width);
}

}  // namespace workbench
