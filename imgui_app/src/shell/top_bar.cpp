// SPDX-License-Identifier: MIT
#include "shell/top_bar.h"

#include "kit/text_layout.h"
#include "kit/widgets.h"

namespace workbench {
namespace {

constexpr float kStandardWidth = 20;
constexpr float kLogo = 1.5F;

/// The mark of the product: a ruler whose middle stroke is the mean.
void draw_logo() {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float side = em(kLogo);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, {at.x + side, at.y + side}, colour().accent, side / 5);
  const auto stroke = [&](float x, float top) {
    list.AddLine({at.x + side * x, at.y + side * top}, {at.x + side * x, at.y + side * 0.8F}, colour().on_accent,
                 side / 11);
  };
  stroke(0.25F, 0.5F);
  stroke(0.5F, 0.2F);
  stroke(0.75F, 0.5F);
  ImGui::Dummy({side, side});
}

void draw_standards(Ui& ui) {
  const junheng::Language language = ui.state.view.language;
  std::vector<std::string> titles;
  for (const junheng::Standard& standard : ui.state.library.standards)
    titles.push_back(standard.title.in(language));
  if (const auto taken = choose("standard", em(kStandardWidth), titles, ui.state.view.standard))
    ui.emit(ChooseStandard{*taken});
}

void draw_languages(Ui& ui) {
  const junheng::Language now = ui.state.view.language;
  const float top = ImGui::GetCursorPosY();
  const auto choice = [&](const char* id, Phrase phrase, junheng::Language language) {
    const ButtonLook look = now == language ? ButtonLook::chosen : ButtonLook::plain;
    if (button(id, ui.say(phrase), look)) ui.emit(SetLanguage{language});
  };
  choice("language-zh", Phrase::language_zh, junheng::Language::zh);
  ImGui::SameLine(0, em(0.25F));
  ImGui::SetCursorPosY(top);
  choice("language-en", Phrase::language_en, junheng::Language::en);
}

}  // namespace

void draw_top_bar(Ui& ui) {
  const float padding = em(0.65F);
  ImGui::PushStyleColor(ImGuiCol_ChildBg, colour().paper);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(em(1), padding));
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 0.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(em(0.6F), 0));
  const float height = ImGui::GetFrameHeight() + 2 * padding;
  ImGui::BeginChild("top", {0, height}, ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened,
                    ImGuiWindowFlags_NoScrollbar);
  ImGui::PopStyleColor();

  const float top = ImGui::GetCursorPosY();
  const auto centre = [&](float item) { ImGui::SetCursorPosY(top + (ImGui::GetFrameHeight() - item) / 2); };
  centre(em(kLogo));
  draw_logo();
  ImGui::SameLine();
  {
    const float frame = ImGui::GetFrameHeight();
    const TextSize large(size::kLarge);
    ImGui::SetCursorPosY(top + (frame - ImGui::GetTextLineHeight()) / 2);
    text(ui.say(Phrase::product_name));
  }
  ImGui::SameLine(0, em(1.5F));
  ImGui::SetCursorPosY(top);
  draw_standards(ui);

  const float languages =
      button_width(ui.say(Phrase::language_zh)) + em(0.25F) + button_width(ui.say(Phrase::language_en));
  const float languages_at = ImGui::GetWindowWidth() - em(1) - languages;
  const float line = ImGui::GetTextLineHeight();
  ImGui::SameLine(0, em(1.5F));
  centre(line);
  if (ui.state.evaluation) {
    const std::string& issues = ui.state.model.open_issues;
    const float issues_at = languages_at - em(1) - button_width(issues);
    const junheng::Verdict verdict = ui.state.model.county_verdict;
    // The verdict always has its room; a long county name gives way.
    const float room = issues_at - ImGui::GetCursorPosX() - verdict_mark_width(ui, verdict) - em(2);
    const float wanted = text_width(ui.state.model.county_name);
    if (room > em(2)) {
      put_line(ui.state.model.county_name, wanted < room ? wanted : room, colour().ink);
      ImGui::SameLine();
      centre(line);
    }
    verdict_mark(ui, verdict);
    ImGui::SameLine(issues_at);
    ImGui::SetCursorPosY(top);
    if (button("open-issues", issues, ButtonLook::plain)) ui.emit(ShowTab{Tab::issues});
  } else {
    text(ui.say(Phrase::top_no_table), colour().quiet);
  }
  ImGui::SameLine(languages_at);
  ImGui::SetCursorPosY(top);
  draw_languages(ui);

  ImGui::EndChild();
  ImGui::PopStyleVar(3);
  const ImVec2 low = ImGui::GetItemRectMin();
  const ImVec2 high = ImGui::GetItemRectMax();
  ImGui::GetWindowDrawList()->AddLine({low.x, high.y}, high, colour().line);
}

}  // namespace workbench
