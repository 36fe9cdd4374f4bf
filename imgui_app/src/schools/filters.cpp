// SPDX-License-Identifier: MIT
#include "schools/filters.h"

#include <algorithm>

#include "kit/surface.h"
#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "state/texts.h"

namespace workbench {
namespace {

void draw_verdict_filter(Ui& ui) {
  constexpr junheng::Verdict kVerdicts[] = {junheng::Verdict::pass, junheng::Verdict::fail, junheng::Verdict::unknown};
  std::vector<std::string> options{std::string(ui.say(Phrase::schools_any_verdict))};
  std::size_t chosen = 0;
  for (const junheng::Verdict verdict : kVerdicts) {
    if (ui.state.view.verdict == verdict) chosen = options.size();
    options.emplace_back(verdict_word(ui.state, verdict));
  }
  if (const auto taken = choose("verdict", em(7.5F), options, chosen))
    ui.emit(FilterVerdict{*taken == 0 ? std::nullopt : std::optional(kVerdicts[*taken - 1])});
}

/// Only what tells schools apart: one kind, or no towns, is no choice.
void draw_more_filters(Ui& ui) {
  const Model& model = ui.state.model;
  const ViewState& view = ui.state.view;
  if (model.kinds.size() > 1) {
    std::vector<std::string> options{std::string(ui.say(Phrase::schools_any_kind))};
    std::size_t chosen = 0;
    for (const std::uint16_t kind : model.kinds) {
      if (view.kind == kind) chosen = options.size();
      options.push_back(ui.state.library.vocabulary.types[kind].label.in(view.language));
    }
    same_line(em(8.5F), em(0.5F));
    if (const auto taken = choose("kind", em(8.5F), options, chosen))
      ui.emit(FilterKind{*taken == 0 ? std::nullopt : std::optional(model.kinds[*taken - 1])});
  }
  if (model.towns.size() > 1) {
    std::vector<std::string> options{std::string(ui.say(Phrase::schools_any_town))};
    options.insert(options.end(), model.towns.begin(), model.towns.end());
    const auto at = std::find(model.towns.begin(), model.towns.end(), view.town);
    const std::size_t chosen = at == model.towns.end() ? 0 : static_cast<std::size_t>(at - model.towns.begin()) + 1;
    same_line(em(8), em(0.5F));
    if (const auto taken = choose("town", em(8), options, chosen))
      ui.emit(FilterTown{*taken == 0 ? std::string() : options[*taken]});
  }
  const std::vector<std::string> shows{std::string(ui.say(Phrase::schools_values)),
                                       std::string(ui.say(Phrase::schools_margins)),
                                       std::string(ui.say(Phrase::schools_shares))};
  same_line(em(9), em(0.5F));
  if (const auto taken = choose("show", em(9), shows, static_cast<std::size_t>(view.show)))
    ui.emit(ShowCells{static_cast<CellShow>(*taken)});
}

void draw_choices(Ui& ui) {
  const ViewState& view = ui.state.view;
  const auto stage = [&](const char* id, std::string_view words, std::optional<junheng::Stage> value) {
    if (button(id, words, view.stage == value ? ButtonLook::chosen : ButtonLook::plain)) ui.emit(FilterStage{value});
    ImGui::SameLine(0, em(0.25F));
  };
  stage("stage-all", ui.say(Phrase::stage_all), std::nullopt);
  for (const junheng::Stage one : ui.state.standard().stages) {
    stage(junheng::id_of(one).data(), stage_word(ui.state, one), one);
  }
  if (ui.state.standard().unit_rule) {
    ImGui::SameLine(0, em(0.5F));
    draw_verdict_filter(ui);
  }
  draw_more_filters(ui);
  same_line(button_width(ui.say(Phrase::schools_copy)), em(0.5F));
  if (button("copy", ui.say(Phrase::schools_copy), ButtonLook::plain))
    ui.emit(AskPlatform{{.kind = Request::Kind::copy, .argument = {}}});
}

void draw_legend(const Ui& ui) {
  if (ui.state.model.legend.empty()) return;
  const TextSize small(size::kSmall);
  for (const LegendEntry& entry : ui.state.model.legend) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string said = std::string(sign_of(entry.verdict)) + " " + entry.text;
    record_text(said, at, {at.x + em(1) + text_width(entry.text), at.y + ImGui::GetTextLineHeight()});
    const Unrecorded said_already;
    shape(entry.verdict);
    ImGui::SameLine(0, em(0.3F));
    text(entry.text, colour().quiet);
    ImGui::SameLine(0, em(1.5F));
  }
  text(ui.state.model.limits_note, colour().quiet);
}

bool filtered(const ViewState& view) {
  return view.stage || view.verdict || view.kind || !view.town.empty() || view.show != CellShow::value;
}

}  // namespace

void draw_school_filters(Ui& ui) {
  const ViewState& view = ui.state.view;
  const bool small = cramped();
  text_field(ui, Entry::school_search, view.school_search, ui.say(Phrase::schools_search), em(small ? 10 : 14));
  if (!small) {
    ImGui::SameLine(0, em(1));
    draw_choices(ui);
  } else {
    ImGui::SameLine(0, em(0.5F));
    if (button("filters", ui.say(Phrase::schools_filters), filtered(view) ? ButtonLook::chosen : ButtonLook::plain))
      ImGui::OpenPopup("filters");
    ImGui::SetNextWindowPos({ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(em(0.6F), em(0.6F)));
    const bool open = ImGui::BeginPopup("filters");
    ImGui::PopStyleVar();
    if (open) {
      draw_choices(ui);
      draw_legend(ui);
      ImGui::EndPopup();
    }
  }
  same_line(text_width(ui.state.model.shown), em(0.75F));
  label(ui.state.model.shown, colour().quiet);
  if (!small) draw_legend(ui);
}

}  // namespace workbench
