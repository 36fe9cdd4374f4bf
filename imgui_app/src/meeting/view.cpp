// SPDX-License-Identifier: MIT
#include "meeting/view.h"

#include <algorithm>

#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "shell/comparison.h"

namespace workbench {
namespace {

/// Read from the last row of a room: 28 points on the smallest projector, more on a larger one.
constexpr float kLine = 1.75F;
constexpr float kTitle = 1.45F;      // of that
constexpr ImVec2 kSmallest(64, 48);  // in em: 1024 × 768
constexpr float kLeastScale = 0.6F;
constexpr float kMargin = 2.5F;
/// A page of few words has them larger, one of many smaller, as far as they are read from there; of these the first
/// that fits.
constexpr float kGrowth[] = {1.5F, 1.3F, 1.15F, 1, 0.85F, 0.7F, 0.55F};
constexpr float kGap = 0.3F;
/// Of the width, for the names before bars and behind them.
constexpr float kMostOfName = 0.4F;
constexpr float kMostOfSource = 0.3F;

float scale() {
  const ImVec2 size = ImGui::GetMainViewport()->Size;
  const float wide = size.x / em(kSmallest.x);
  const float high = size.y / em(kSmallest.y);
  const float least = wide < high ? wide : high;
  return least > kLeastScale ? least : kLeastScale;
}

float height_of(const std::vector<std::string>& lines, float width) {
  float height = 0;
  for (const std::string& line : lines)
    height += static_cast<float>(count_lines(line, width)) * line_pitch() + em(kGap);
  return height;
}

void draw_lines(const std::vector<std::string>& lines, float line_size) {
  if (lines.empty()) return;
  const ImVec2 room = ImGui::GetContentRegionAvail();
  for (const float growth : kGrowth) {
    const TextSize size(std::max(line_size * growth, std::min(line_size, kLine)));
    if (growth > *std::rbegin(kGrowth) && height_of(lines, room.x) > room.y) continue;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    for (const std::string& line : lines) {
      put_wrapped(line, ImGui::GetContentRegionAvail().x, colour().ink);
      ImGui::Dummy({0, em(kGap)});
    }
    return ImGui::PopStyleVar();
  }
}

/// Rows share what is left of the page, up to a distance at which they still belong together.
float row_height(std::size_t rows) {
  constexpr float kMost = 2.6F;
  const float even = ImGui::GetContentRegionAvail().y / static_cast<float>(rows + 2);
  const float least = ImGui::GetTextLineHeight() + em(0.15F);
  return even < least ? least : even > em(kMost) ? em(kMost) : even;
}

void draw_bars(Ui& ui, const std::vector<BalanceLine>& bars, float row) {
  const bool named = std::any_of(bars.begin(), bars.end(), [](const BalanceLine& bar) { return !bar.source.empty(); });
  if (!ImGui::BeginTable("bars", named ? 5 : 4, ImGuiTableFlags_NoSavedSettings)) return;
  const float room = ImGui::GetContentRegionAvail().x;
  float name = 0;
  float source = 0;
  float widest = text_width("0.00000");
  for (const BalanceLine& bar : bars) {
    name = std::max(name, text_width(bar.short_title));
    source = std::max(source, text_width(bar.source));
    widest = std::max(widest, text_width(bar.cv));
  }
  ImGui::TableSetupColumn("title", ImGuiTableColumnFlags_WidthFixed, std::min(name, room * kMostOfName));
  ImGui::TableSetupColumn("cv", ImGuiTableColumnFlags_WidthFixed, widest);
  ImGui::TableSetupColumn("bar", ImGuiTableColumnFlags_WidthStretch);
  if (named)
    ImGui::TableSetupColumn("source", ImGuiTableColumnFlags_WidthFixed, std::min(source, room * kMostOfSource));
  ImGui::TableSetupColumn("verdict", ImGuiTableColumnFlags_WidthFixed, verdict_column_width(ui));
  const auto cell = [](std::string_view words, ImU32 ink, Align align, Cut cut) {
    ImGui::TableNextColumn();
    put_line(words, ImGui::GetContentRegionAvail().x, ink, align, cut);
  };
  for (const BalanceLine& bar : bars) {
    ImGui::TableNextRow(ImGuiTableRowFlags_None, row);
    cell(bar.short_title, colour().ink, Align::left, Cut::middle);
    cell(bar.cv, colour().ink, Align::right, Cut::end);
    ImGui::TableNextColumn();
    draw_bar(bar);
    if (named) cell(bar.source, colour().quiet, Align::left, Cut::middle);
    ImGui::TableNextColumn();
    if (bar.verdict != junheng::Verdict::none) verdict_mark(ui, bar.verdict);
  }
  ImGui::EndTable();
  if (bars.front().limit.empty()) return;
  std::string below = filled(ui.say(Phrase::meeting_limit), {{"limit", bars.front().limit}});
  if (named) below += "　" + std::string(ui.say(Phrase::balance_source));
  put_wrapped(below, ImGui::GetContentRegionAvail().x, colour().quiet);
}

/// The schools that a coefficient comes from, as bars.
void draw_sources(Ui& ui, const std::vector<ShareLine>& sources) {
  put_wrapped(ui.say(Phrase::meeting_sources), ImGui::GetContentRegionAvail().x, colour().quiet);
  if (!ImGui::BeginTable("sources", 3, ImGuiTableFlags_NoSavedSettings)) return;
  ImGui::TableSetupColumn("school", ImGuiTableColumnFlags_WidthStretch, 3);
  ImGui::TableSetupColumn("share", ImGuiTableColumnFlags_WidthFixed, text_width("100.0 %"));
  ImGui::TableSetupColumn("bar", ImGuiTableColumnFlags_WidthStretch, 4);
  const float row = row_height(sources.size());
  for (const ShareLine& source : sources) {
    ImGui::TableNextRow(ImGuiTableRowFlags_None, row);
    ImGui::TableNextColumn();
    put_line(source.school, ImGui::GetContentRegionAvail().x, colour().ink, Align::left, Cut::middle);
    ImGui::TableNextColumn();
    put_line(source.share, ImGui::GetContentRegionAvail().x, colour().ink, Align::right);
    ImGui::TableNextColumn();
    BalanceLine bar;
    bar.known = true;
    bar.cv_part = source.part;
    draw_bar(bar);
  }
  ImGui::EndTable();
}

/// Keys of presenters send PageUp and PageDown; nothing here changes a number.
void take_keys(Ui& ui) {
  const std::size_t page = *ui.state.view.meeting;
  const auto pressed = [](std::initializer_list<ImGuiKey> keys) {
    bool any = false;
    for (const ImGuiKey key : keys)
      any = ImGui::IsKeyPressed(key) || any;
    return any;
  };
  if (pressed({ImGuiKey_RightArrow, ImGuiKey_DownArrow, ImGuiKey_PageDown, ImGuiKey_Space})) ui.emit(Meet{page + 1});
  if (page > 0 && pressed({ImGuiKey_LeftArrow, ImGuiKey_UpArrow, ImGuiKey_PageUp})) ui.emit(Meet{page - 1});
  if (pressed({ImGuiKey_Home})) ui.emit(Meet{std::size_t{0}});
  if (pressed({ImGuiKey_N})) ui.emit(HideNames{});
  if (pressed({ImGuiKey_D})) ui.emit(SetTheme{ui.state.view.theme == Theme::dark ? Theme::light : Theme::dark});
  if (pressed({ImGuiKey_Escape})) ui.emit(Meet{});
}

void draw_foot(Ui& ui, std::size_t pages) {
  const std::size_t page = *ui.state.view.meeting;
  const bool first = page == 0;
  const bool last = page + 1 >= pages;
  if (button("before", ui.say(Phrase::meeting_before), first ? ButtonLook::off : ButtonLook::plain) && !first)
    ui.emit(Meet{page - 1});
  ImGui::SameLine(0, em(0.5F));
  if (button("next", ui.say(Phrase::meeting_next), last ? ButtonLook::off : ButtonLook::primary) && !last)
    ui.emit(Meet{page + 1});
  ImGui::SameLine(0, em(1));
  label(filled(ui.say(Phrase::meeting_page), {{"now", std::to_string(page + 1)}, {"all", std::to_string(pages)}}),
        colour().quiet);
  ImGui::SameLine(0, em(1));
  const bool hidden = ui.state.view.names_hidden;
  if (button("names", ui.say(hidden ? Phrase::meeting_show_names : Phrase::meeting_hide_names),
             hidden ? ButtonLook::chosen : ButtonLook::plain)) {
    ui.emit(HideNames{});
  }
  ImGui::SameLine(0, em(0.5F));
  const bool dark = ui.state.view.theme == Theme::dark;
  if (button("dark", ui.say(Phrase::meeting_dark), dark ? ButtonLook::chosen : ButtonLook::plain))
    ui.emit(SetTheme{dark ? Theme::light : Theme::dark});
  ImGui::SameLine(0, em(0.5F));
  if (button("leave", ui.say(Phrase::meeting_leave), ButtonLook::plain)) ui.emit(Meet{});
}

/// The verdict stands beside the title where that leaves it room.
void draw_title(Ui& ui, const MeetingPage& page, float title_size) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x;
  heading(page.title, title_size);
  if (!page.verdict) return;
  const TextSize large(title_size);
  const float mark = verdict_mark_width(ui, *page.verdict);
  const ImVec2 after = ImGui::GetCursorScreenPos();
  const bool beside = text_width(page.title) + em(1) + mark < room;
  if (beside) ImGui::SetCursorScreenPos({at.x + room - mark, at.y});
  verdict_mark(ui, *page.verdict);
  if (!beside) return;
  ImGui::SetCursorScreenPos(after);
  ImGui::Dummy({0, 0});
}

void draw_page(Ui& ui, const MeetingPage& page) {
  const float line = kLine * scale();
  const TextSize size(line);
  draw_title(ui, page, line * kTitle);
  if (!page.result.empty()) put_wrapped(page.result, ImGui::GetContentRegionAvail().x, colour().fail);
  if (!page.bars.empty()) draw_bars(ui, page.bars, row_height(page.bars.size()));
  if (!page.sources.empty()) draw_sources(ui, page.sources);
  draw_comparison(ui, page.compared, "compared");
  draw_lines(page.lines, line);
}

}  // namespace

void draw_meeting(Ui& ui) {
  const std::vector<MeetingPage>& pages = ui.state.model.meeting;
  if (pages.empty()) return;
  take_keys(ui);
  // Keys turn pages here; they walk nowhere and press nothing.
  ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
  const std::size_t index = *ui.state.view.meeting < pages.size() ? *ui.state.view.meeting : pages.size() - 1;
  const MeetingPage& page = pages[index];
  const float foot = ImGui::GetFrameHeight() + em(1.5F);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(em(kMargin), em(1)));
  ImGui::BeginChild("page", {0, ImGui::GetContentRegionAvail().y - foot},
                    ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened);
  draw_page(ui, page);
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + em(kMargin));
  draw_foot(ui, pages.size());
  ImGui::PopItemFlag();
}

}  // namespace workbench
