// SPDX-License-Identifier: MIT
#include "frame/bars.h"

#include <algorithm>

#include "kit/surface.h"
#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "shell/notice.h"
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
constexpr float kEdge = 0.75F;
constexpr float kGap = 0.5F;
constexpr float kLeastStandard = 10;
constexpr float kMostStandard = 20;
constexpr float kLeastCounty = 6;
constexpr float kMostCounty = 10;
/// Beside the words of a tab, on each side.
constexpr float kAiry = 1;
constexpr float kTight = 0.6F;

/// What of the bar has room. The verdict always has; then the tabs, which scroll where there is too little for all of
/// them; then the meeting, because a room is waiting; then the standard. What has none is in the menu.
struct Plan {
  bool standard = false;
  bool meeting = false;
  bool language = false;
  float padding = kTight;  ///< of a tab
  float tabs = 0;
  float chosen = 0;  ///< width of the list of standards
  float county = 0;

  [[nodiscard]] bool more() const { return !standard; }
};

Badge badge_of(const Ui& ui, Tab tab) {
  const Model& model = ui.state.model;
  if (tab != Tab::issues || model.open_issue_count == 0) return {};
  return {std::to_string(model.open_issue_count), model.worst_issue, model.open_issues};
}

float tabs_width(const Ui& ui, float padding) {
  float width = 0;
  for (const Head& head : kHeads)
    width += tab_width(ui.say(head.phrase), badge_of(ui, head.tab), padding);
  return width;
}

float more_width(const Ui& ui) {
  return button_width(ui.say(Phrase::top_more)) + ImGui::GetFrameHeight();
}

std::string_view other_language(const Ui& ui) {
  return ui.say(ui.state.view.language == junheng::Language::zh ? Phrase::language_en : Phrase::language_zh);
}

bool chooses_county(const Ui& ui) {
  const std::size_t count = ui.state.evaluation->counties.size();
  return cramped() && count > 1 && count <= kMostInList;
}

/// Whether it fits, with what is left shared out. `named`: only where the county's name has room, too.
bool fits(const Ui& ui, float room, bool named, Plan& plan) {
  float left = room;
  if (ui.state.evaluation) {
    plan.tabs = tabs_width(ui, plan.padding);
    left -= verdict_mark_width(ui, ui.state.model.county_verdict) + plan.tabs + em(2 * kGap);
  } else {
    left -= em(2) + text_width(ui.say(Phrase::product_name)) + em(2 * kGap);
  }
  if (plan.meeting) left -= button_width(ui.say(Phrase::tab_meeting)) + em(kGap);
  if (plan.language) left -= button_width(other_language(ui)) + em(kGap);
  left -= plan.more() ? more_width(ui) : em(kLeastStandard);
  if (left < 0) return false;
  const float county = ui.state.evaluation ? text_width(ui.state.model.county_name) + em(2 * kGap) : 0;
  if (named && left < std::min(county, em(kLeastCounty))) return false;
  plan.county = std::min({county, left, em(kMostCounty)});
  plan.chosen = std::min(em(kLeastStandard) + left - plan.county, em(kMostStandard));
  return true;
}

Plan plan_for(const Ui& ui, float room) {
  const bool evaluated = ui.state.evaluation != nullptr;
  struct Beside {
    bool standard, meeting;
  };
  for (const bool named : {true, false}) {
    for (const Beside beside : {Beside{true, true}, Beside{false, true}, Beside{false, false}}) {
      for (const float padding : {kAiry, kTight}) {
        const bool standard = beside.standard && !cramped();
        Plan plan;
        plan.standard = plan.language = standard;
        plan.meeting = beside.meeting && evaluated;
        plan.padding = padding;
        if (fits(ui, room, named, plan)) return plan;
      }
    }
  }
  Plan least;
  least.tabs = room - verdict_mark_width(ui, ui.state.model.county_verdict) - more_width(ui) - em(2 * kGap);
  return least;
}

/// The mark of the product: a ruler whose middle stroke is the mean.
void draw_logo() {
  constexpr float kLogo = 1.5F;
  const float side = em(kLogo);
  const float frame = ImGui::GetFrameHeight();
  const ImVec2 at(ImGui::GetCursorScreenPos().x, ImGui::GetCursorScreenPos().y + (frame - side) / 2);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, {at.x + side, at.y + side}, colour().accent, side / 5);
  const auto stroke = [&](float x, float top) {
    list.AddLine({at.x + side * x, at.y + side * top}, {at.x + side * x, at.y + side * 0.8F}, colour().on_accent,
                 side / 11);
  };
  stroke(0.25F, 0.5F);
  stroke(0.5F, 0.2F);
  stroke(0.75F, 0.5F);
  ImGui::Dummy({side, frame});
}

/// The county's name gives way to the verdict; of several it is chosen.
void draw_county(Ui& ui, float room) {
  if (room < em(2.5F)) return;
  const std::string& name = ui.state.model.county_name;
  if (chooses_county(ui)) {
    std::vector<std::string> names;
    const auto count = static_cast<std::uint32_t>(ui.state.evaluation->counties.size());
    for (std::uint32_t county = 0; county < count; ++county)
      names.emplace_back(county_name(ui.state, county));
    if (const auto taken = choose("county", room - em(kGap), names, ui.state.view.county))
      ui.emit(SelectCounty{static_cast<std::uint32_t>(*taken)});
  } else {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetFrameHeight();
    const float width = std::min(room - em(kGap), text_width(name) + 1);
    const bool cut = draw_line({at.x, at.y + (height - ImGui::GetTextLineHeight()) / 2}, name, width, colour().ink,
                               Align::left, Cut::middle)
                         .cut;
    ImGui::Dummy({width, height});
    if (cut) tip(name);
  }
  ImGui::SameLine(0, em(kGap));
}

/// What is beyond an edge of the strip fades there.
void draw_fades(ImVec2 low, ImVec2 high) {
  // The pointer stands on plain ground.
  const float plain = em(0.8F);
  const float fade = plain + em(1.2F);
  const ImU32 paper = colour().paper;
  const ImU32 clear = paper & ~IM_COL32_A_MASK;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float middle = (low.y + high.y) / 2;
  const float r = em(0.25F);
  const auto pointer = [&](float x, float out) {
    const ImVec2 points[] = {{x - out * r / 2, middle - r}, {x + out * r / 2, middle}, {x - out * r / 2, middle + r}};
    list.AddPolyline(points, IM_ARRAYSIZE(points), colour().quiet, ImDrawFlags_None, em(0.1F));
  };
  if (ImGui::GetScrollX() > 0) {
    list.AddRectFilled(low, {low.x + plain, high.y}, paper);
    list.AddRectFilledMultiColor({low.x + plain, low.y}, {low.x + fade, high.y}, paper, clear, clear, paper);
    pointer(low.x + em(0.4F), -1);
  }
  if (ImGui::GetScrollX() < ImGui::GetScrollMaxX()) {
    list.AddRectFilled({high.x - plain, low.y}, high, paper);
    list.AddRectFilledMultiColor({high.x - fade, low.y}, {high.x - plain, high.y}, clear, paper, paper, clear);
    pointer(high.x - em(0.4F), 1);
  }
}

void draw_tabs(Ui& ui, const Plan& plan, float height) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild("tabs", {plan.tabs, height}, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoScrollbar);
  ImGui::PopStyleVar();
  const ImVec2 low = ImGui::GetWindowPos();
  // A wheel has one direction, the strip the other.
  if (ImGui::IsWindowHovered() && ImGui::GetIO().MouseWheel != 0)
    ImGui::SetScrollX(ImGui::GetScrollX() - ImGui::GetIO().MouseWheel * em(4));
  // Another view than in the last frame: its tab comes into sight. Of the window, not of the state.
  int& shown = *ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("shown"), -1);
  const int now = static_cast<int>(ui.state.view.tab);
  for (const Head& head : kHeads) {
    const bool chosen = ui.state.view.tab == head.tab;
    if (tab_head(head.id, ui.say(head.phrase), chosen, height, plan.padding, badge_of(ui, head.tab)))
      ui.emit(ShowTab{head.tab});
    if ((chosen && shown != now) || surface().brought == ImGui::GetItemID()) ImGui::SetScrollHereX(0.5F);
    ImGui::SameLine(0, 0);
  }
  shown = now;
  draw_fades(low, {low.x + plan.tabs, low.y + height});
  ImGui::EndChild();
}

void draw_standards(Ui& ui, float width) {
  std::vector<std::string> titles;
  titles.reserve(ui.state.library.standards.size());
  for (const junheng::Standard& standard : ui.state.library.standards)
    titles.push_back(standard.title.in(ui.state.view.language));
  if (const auto taken = choose("standard", width, titles, ui.state.view.standard)) ui.emit(ChooseStandard{*taken});
}

void change_language(Ui& ui) {
  const bool chinese = ui.state.view.language == junheng::Language::zh;
  ui.emit(SetLanguage{chinese ? junheng::Language::en : junheng::Language::zh});
}

/// What has no room in the bar: meeting, the other language, standards.
void choose_more(Ui& ui, const Plan& plan) {
  std::vector<std::string> options;
  const bool meeting = ui.state.evaluation && !plan.meeting;
  if (meeting) options.emplace_back(ui.say(Phrase::tab_meeting));
  options.emplace_back(other_language(ui));
  const std::size_t standards = options.size();
  for (const junheng::Standard& standard : ui.state.library.standards)
    options.push_back(standard.title.in(ui.state.view.language));
  const auto taken = choose("more", more_width(ui), options, std::nullopt, ui.say(Phrase::top_more));
  if (!taken) return;
  if (*taken >= standards)
    ui.emit(ChooseStandard{*taken - standards});
  else if (meeting && *taken == 0)
    ui.emit(Meet{std::size_t{0}});
  else
    change_language(ui);
}

void draw_right(Ui& ui, const Plan& plan) {
  if (plan.standard) {
    draw_standards(ui, plan.chosen);
    ImGui::SameLine(0, em(kGap));
  }
  // A room is waiting: the way there is in sight wherever it has room.
  if (plan.meeting) {
    if (button("meeting", ui.say(Phrase::tab_meeting), ButtonLook::plain)) ui.emit(Meet{std::size_t{0}});
    ImGui::SameLine(0, em(kGap));
  }
  if (plan.language && button("language", other_language(ui), ButtonLook::plain)) change_language(ui);
  if (plan.more()) choose_more(ui, plan);
}

float right_width(const Ui& ui, const Plan& plan) {
  float width = plan.more() ? more_width(ui) : plan.chosen;
  if (plan.meeting) width += button_width(ui.say(Phrase::tab_meeting)) + em(kGap);
  if (plan.language) width += button_width(other_language(ui)) + em(kGap);
  return width;
}

void draw_bar(Ui& ui) {
  const float height = whole_em(2.5F);
  const float room = ImGui::GetContentRegionAvail().x;
  const Plan plan = plan_for(ui, room - em(2 * kEdge));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, colour().paper);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(em(kEdge), 0));
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 0.0F);
  ImGui::BeginChild("top", {0, height}, ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened,
                    ImGuiWindowFlags_NoScrollbar);
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor();
  const float middle = (height - ImGui::GetFrameHeight()) / 2;
  ImGui::SetCursorPosY(middle);
  if (ui.state.evaluation) {
    draw_county(ui, plan.county);
    label_shape(ui.state.model.county_verdict);
    ImGui::SameLine(0, em(0.3F));
    label(verdict_word(ui.state, ui.state.model.county_verdict), ink_of(ui.state.model.county_verdict));
    ImGui::SameLine(0, em(kGap));
    ImGui::SetCursorPosY(0);
    draw_tabs(ui, plan, height);
  } else {
    draw_logo();
    ImGui::SameLine(0, em(kGap));
    label(ui.say(Phrase::product_name), colour().ink);
  }
  ImGui::SameLine(room - em(kEdge) - right_width(ui, plan));
  ImGui::SetCursorPosY(middle);
  draw_right(ui, plan);
  ImGui::EndChild();
  const ImVec2 low = ImGui::GetItemRectMin();
  const ImVec2 high = ImGui::GetItemRectMax();
  ImGui::GetWindowDrawList()->AddLine({low.x, high.y}, high, colour().line);
}

}  // namespace

void draw_bars(Ui& ui) {
  draw_bar(ui);
  if (ui.state.notice) draw_notice(ui);
  if (ui.state.evaluation && !ui.state.view.editing && ImGui::IsKeyChordPressed(ImGuiKey_M))
    ui.emit(Meet{std::size_t{0}});
}

}  // namespace workbench
