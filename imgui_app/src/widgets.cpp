// SPDX-License-Identifier: MIT
#include "widgets.h"

#include "text_layout.h"
#include "texts.h"

namespace workbench {
namespace {

using junheng::Verdict;

constexpr float kStroke = 0.13F;  // of the text height
constexpr float kShapeRadius = 0.36F;
constexpr float kTipWidth = 26;
constexpr float kMarkWords = 1.3F;  // where the word begins beside its shape

}  // namespace

void text(std::string_view words, ImU32 ink) {
  const float width = text_width(words);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddText(at, ink, words.data(), words.data() + words.size());
  ImGui::Dummy({width, ImGui::GetTextLineHeight()});
}

ImU32 ink_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return colour::kPass;
    case Verdict::fail:
      return colour::kFail;
    case Verdict::near:
      return colour::kNear;
    case Verdict::unknown:
    case Verdict::none:
      return colour::kUnknown;
  }
  return colour::kUnknown;
}

ImU32 ground_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::fail:
      return colour::kFailSoft;
    case Verdict::near:
      return colour::kNearSoft;
    case Verdict::unknown:
      return colour::kUnknownSoft;
    case Verdict::pass:
    case Verdict::none:
      return colour::kNone;
  }
  return colour::kNone;
}

void draw_shape(ImDrawList& list, ImVec2 centre, float radius, Verdict verdict) {
  const float r = radius;
  const float stroke = r * kStroke / kShapeRadius;
  const ImU32 ink = ink_of(verdict);
  const auto at = [&](float x, float y) { return ImVec2(centre.x + x * r, centre.y + y * r); };
  switch (verdict) {
    case Verdict::pass: {
      const ImVec2 tick[] = {at(-0.9F, 0.05F), at(-0.25F, 0.7F), at(0.95F, -0.7F)};
      list.AddPolyline(tick, IM_ARRAYSIZE(tick), ink, ImDrawFlags_None, stroke);
      break;
    }
    case Verdict::near:
      list.AddTriangle(at(0, -0.85F), at(0.95F, 0.8F), at(-0.95F, 0.8F), ink, stroke);
      break;
    case Verdict::fail:
      list.AddLine(at(-0.8F, -0.8F), at(0.8F, 0.8F), ink, stroke);
      list.AddLine(at(-0.8F, 0.8F), at(0.8F, -0.8F), ink, stroke);
      break;
    case Verdict::unknown:
      list.AddCircle(centre, r * 0.9F, ink, 0, stroke);
      list.AddLine(at(-0.4F, 0), at(0.4F, 0), ink, stroke);
      break;
    case Verdict::none:
      list.AddLine(at(-0.6F, 0), at(0.6F, 0), ink, stroke);
      break;
  }
}

void shape(Verdict verdict) {
  const float height = ImGui::GetTextLineHeight();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_shape(*ImGui::GetWindowDrawList(), {at.x + height / 2, at.y + height / 2}, em(kShapeRadius), verdict);
  ImGui::Dummy({height, height});
}

void verdict_mark(const Ui& ui, Verdict verdict) {
  // One item: two would stand at different heights after a SameLine.
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetTextLineHeight();
  const std::string_view word = verdict_word(ui.state, verdict);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_shape(list, {at.x + height / 2, at.y + height / 2}, em(kShapeRadius), verdict);
  list.AddText({at.x + em(kMarkWords), at.y}, ink_of(verdict), word.data(), word.data() + word.size());
  ImGui::Dummy({verdict_mark_width(ui, verdict), height});
}

float verdict_mark_width(const Ui& ui, Verdict verdict) {
  return em(kMarkWords) + text_width(verdict_word(ui.state, verdict));
}

float verdict_column_width(const Ui& ui) {
  float widest = 0;
  for (const auto verdict : {Verdict::pass, Verdict::fail, Verdict::unknown}) {
    const float width = verdict_mark_width(ui, verdict);
    widest = width > widest ? width : widest;
  }
  return widest;
}

float button_width(std::string_view words) {
  return text_width(words) + 2 * ImGui::GetStyle().FramePadding.x;
}

bool button(const char* id, std::string_view words, ButtonLook look, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size(width > 0 ? width : button_width(words), ImGui::GetFrameHeight());
  const bool pressed = ImGui::InvisibleButton(id, size, ImGuiButtonFlags_EnableNav);
  const bool hovered = ImGui::IsItemHovered();
  ImU32 ground = hovered ? colour::kHover : colour::kPaper;
  ImU32 ink = colour::kInk;
  ImU32 line = colour::kStrongLine;
  switch (look) {
    case ButtonLook::plain:
      break;
    case ButtonLook::primary:
      ground = line = hovered ? colour::kAccentHover : colour::kAccent;
      ink = colour::kPaper;
      break;
    case ButtonLook::chosen:
      ground = colour::kAccentSoft;
      ink = line = colour::kAccent;
      break;
    case ButtonLook::quiet:
      ground = hovered ? colour::kHover : colour::kNone;
      line = colour::kNone;
      break;
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end(at.x + size.x, at.y + size.y);
  const float rounding = ImGui::GetStyle().FrameRounding;
  list.AddRectFilled(at, end, ground, rounding);
  list.AddRect(at, end, line, rounding);
  list.AddText({at.x + (size.x - text_width(words)) / 2, at.y + (size.y - ImGui::GetTextLineHeight()) / 2}, ink,
               words.data(), words.data() + words.size());
  return pressed;
}

bool tab_head(const char* id, std::string_view words, bool chosen) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size(text_width(words) + em(2), em(2.6F));
  const bool pressed = ImGui::InvisibleButton(id, size, ImGuiButtonFlags_EnableNav);
  const ImU32 ink = chosen || ImGui::IsItemHovered() ? colour::kAccent : colour::kInk;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddText({at.x + em(1), at.y + (size.y - ImGui::GetTextLineHeight()) / 2}, ink, words.data(),
               words.data() + words.size());
  if (chosen)
    list.AddRectFilled({at.x + em(0.7F), at.y + size.y - em(0.18F)}, {at.x + size.x - em(0.7F), at.y + size.y}, ink);
  return pressed;
}

void text_field(Ui& ui, std::string_view id, std::string_view value, std::string_view hint, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size(width, ImGui::GetFrameHeight());
  const ImVec2 end(at.x + size.x, at.y + size.y);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, end, colour::kPaper, ImGui::GetStyle().FrameRounding);
  list.AddRect(at, end, colour::kStrongLine, ImGui::GetStyle().FrameRounding);
  ImGui::Dummy(size);
  // An open list is drawn over the field, but the platform's input would lie over the list.
  if (ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return;
  ui.fields.push_back({.id = std::string(id),
                       .x = at.x,
                       .y = at.y,
                       .width = size.x,
                       .height = size.y,
                       .value = std::string(value),
                       .hint = std::string(hint)});
}

void begin_box(const char* id, ImVec2 size, float padding) {
  ImGui::PushStyleColor(ImGuiCol_ChildBg, colour::kPaper);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(padding, padding));
  ImGuiChildFlags flags =
      ImGuiChildFlags_Borders | ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened;
  if (size.y == 0) flags |= ImGuiChildFlags_AutoResizeY;
  ImGui::BeginChild(id, size, flags);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
}

void end_box() {
  ImGui::EndChild();
}

void tip(std::string_view words) {
  if (!ImGui::IsItemHovered(ImGuiHoveredFlags_ForTooltip)) return;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(em(0.75F), em(0.6F)));
  if (ImGui::BeginTooltip()) {
    float widest = 0;
    for (std::string_view rest = words; !rest.empty();) {
      const float width = text_width(take_line(rest, em(kTipWidth)));
      widest = width > widest ? width : widest;
    }
    put_wrapped(words, widest + 1, colour::kInk);
    ImGui::EndTooltip();
  }
  ImGui::PopStyleVar();
}

}  // namespace workbench
