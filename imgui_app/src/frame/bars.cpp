// SPDX-License-Identifier: MIT
#include "frame/bars.h"

#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "shell/notice.h"
#include "shell/top_bar.h"
#include "state/texts.h"

namespace workbench {
namespace {

struct Head {
  Tab tab;
  const char* id;
  Phrase phrase;
};
constexpr Head kHeads[] = {
    {Tab::start, "tab-start", Phrase::tab_start},       {Tab::data, "tab-data", Phrase::tab_data},
    {Tab::schools, "tab-schools", Phrase::tab_schools}, {Tab::balance, "tab-balance", Phrase::tab_balance},
    {Tab::facts, "tab-facts", Phrase::tab_facts},       {Tab::what_if, "tab-what-if", Phrase::tab_what_if},
    {Tab::verdict, "tab-verdict", Phrase::tab_verdict}, {Tab::issues, "tab-issues", Phrase::tab_issues}};

/// Above this many a list is searched, not scrolled: counties then are chosen in a larger window.
constexpr std::size_t kMostInList = 200;

float tabs_width(const Ui& ui) {
  float width = button_width(ui.say(Phrase::tab_meeting)) + em(2);
  for (const Head& head : kHeads)
    width += tab_width(ui.say(head.phrase));
  return width;
}

void draw_tabs(Ui& ui) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 end(at.x + ImGui::GetContentRegionAvail().x, at.y + em(2.6F));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, end, colour().paper);
  list.AddLine({at.x, end.y}, end, colour().line);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + em(0.25F));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 1));
  for (const Head& head : kHeads) {
    if (tab_head(head.id, ui.say(head.phrase), ui.state.view.tab == head.tab)) ui.emit(ShowTab{head.tab});
    ImGui::SameLine(0, 0);
  }
  ImGui::PopStyleVar();
  // A room is waiting: the way there is always in sight.
  const std::string_view meeting = ui.say(Phrase::tab_meeting);
  ImGui::SetCursorScreenPos({end.x - button_width(meeting) - em(1), at.y + (em(2.6F) - ImGui::GetFrameHeight()) / 2});
  if (button("meeting", meeting, ButtonLook::plain)) ui.emit(Meet{std::size_t{0}});
  ImGui::SetCursorScreenPos({at.x, end.y + 1});
  ImGui::Dummy({0, 0});
}

void choose_tab(Ui& ui) {
  std::vector<std::string> names;
  std::size_t chosen = 0;
  for (const Head& head : kHeads) {
    if (ui.state.view.tab == head.tab) chosen = names.size();
    names.emplace_back(ui.say(head.phrase));
  }
  if (const auto taken = choose("tabs", em(7.5F), names, chosen)) ui.emit(ShowTab{kHeads[*taken].tab});
}

/// The county's name gives way to the verdict; of several it is chosen.
void draw_county(Ui& ui, float room) {
  if (room < em(3)) return;
  const std::size_t count = ui.state.evaluation->counties.size();
  if (count == 1 || count > kMostInList) {
    label(ui.state.model.county_name, colour().ink);
    return;
  }
  std::vector<std::string> names;
  for (std::uint32_t county = 0; county < count; ++county)
    names.emplace_back(county_name(ui.state, county));
  if (const auto taken = choose("county", room < em(9) ? room : em(9), names, ui.state.view.county))
    ui.emit(SelectCounty{static_cast<std::uint32_t>(*taken)});
}

/// Meeting, the other language, standards.
void choose_more(Ui& ui) {
  std::vector<std::string> options;
  const bool meeting = ui.state.evaluation != nullptr;
  if (meeting) options.emplace_back(ui.say(Phrase::tab_meeting));
  const bool chinese = ui.state.view.language == junheng::Language::zh;
  options.emplace_back(ui.say(chinese ? Phrase::language_en : Phrase::language_zh));
  const std::size_t standards = options.size();
  for (const junheng::Standard& standard : ui.state.library.standards)
    options.push_back(standard.title.in(ui.state.view.language));
  const auto taken = choose("more", em(4.5F), options, std::nullopt, ui.say(Phrase::top_more));
  if (!taken) return;
  if (*taken >= standards)
    ui.emit(ChooseStandard{*taken - standards});
  else if (meeting && *taken == 0)
    ui.emit(Meet{std::size_t{0}});
  else
    ui.emit(SetLanguage{chinese ? junheng::Language::en : junheng::Language::zh});
}

void draw_small_bar(Ui& ui) {
  const float padding = em(0.3F);
  ImGui::PushStyleColor(ImGuiCol_ChildBg, colour().paper);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(em(0.4F), padding));
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 0.0F);
  ImGui::BeginChild("top", {0, ImGui::GetFrameHeight() + 2 * padding},
                    ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened,
                    ImGuiWindowFlags_NoScrollbar);
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor();
  const float more_at = ImGui::GetWindowWidth() - em(4.9F);
  if (ui.state.evaluation) {
    choose_tab(ui);
    ImGui::SameLine(0, em(0.5F));
    const junheng::Verdict verdict = ui.state.model.county_verdict;
    label_shape(verdict);
    ImGui::SameLine(0, em(0.3F));
    label(verdict_word(ui.state, verdict), ink_of(verdict));
    ImGui::SameLine(0, em(0.75F));
    draw_county(ui, more_at - ImGui::GetCursorPosX() - em(0.5F));
  } else {
    label(ui.say(Phrase::product_name), colour().ink);
  }
  ImGui::SameLine(more_at);
  choose_more(ui);
  ImGui::EndChild();
  const ImVec2 low = ImGui::GetItemRectMin();
  const ImVec2 high = ImGui::GetItemRectMax();
  ImGui::GetWindowDrawList()->AddLine({low.x, high.y}, high, colour().line);
}

}  // namespace

void draw_bars(Ui& ui) {
  const bool small = cramped() || (ui.state.evaluation && tabs_width(ui) > ImGui::GetContentRegionAvail().x);
  if (small)
    draw_small_bar(ui);
  else
    draw_top_bar(ui);
  if (ui.state.notice) draw_notice(ui);
  if (!ui.state.evaluation) return;
  if (!small) draw_tabs(ui);
  if (!ui.state.view.editing && ImGui::IsKeyChordPressed(ImGuiKey_M)) ui.emit(Meet{std::size_t{0}});
}

}  // namespace workbench
