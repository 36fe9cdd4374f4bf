// SPDX-License-Identifier: MIT
#include "kit/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "kit/surface.h"
#include "kit/text_layout.h"
#include "state/texts.h"

namespace workbench {
namespace {

using junheng::Verdict;

constexpr float kStroke = 0.13F;  // of the text height
constexpr float kShapeRadius = 0.36F;
constexpr float kTipWidth = 26;
constexpr float kMarkWords = 1.3F;  // where the word begins beside its shape

ImU32 mixed(ImU32 from, ImU32 to, double part) {
  const ImVec4 a = ImGui::ColorConvertU32ToFloat4(from);
  const ImVec4 b = ImGui::ColorConvertU32ToFloat4(to);
  const auto p = static_cast<float>(part);
  return ImGui::ColorConvertFloat4ToU32({a.x + (b.x - a.x) * p, a.y + (b.y - a.y) * p, a.z + (b.z - a.z) * p, 1});
}

}  // namespace

bool cramped() {
  constexpr ImVec2 kRoom(56, 37);  // in em: 900 × 600 points
  const ImVec2 size = ImGui::GetMainViewport()->Size;
  return size.x < em(kRoom.x) || size.y < em(kRoom.y);
}

void text(std::string_view words, ImU32 ink) {
  const float width = text_width(words);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  record_text(words, at, {at.x + width, at.y + ImGui::GetTextLineHeight()});
  ImGui::GetWindowDrawList()->AddText(at, ink, words.data(), words.data() + words.size());
  ImGui::Dummy({width, ImGui::GetTextLineHeight()});
}

void same_line(float width, float gap) {
  ImGui::SameLine(0, gap);
  if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
}

void label(std::string_view words, ImU32 ink) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetFrameHeight();
  draw_line({at.x, at.y + (height - ImGui::GetTextLineHeight()) / 2}, words, text_width(words) + 1, ink);
  ImGui::Dummy({text_width(words), height});
}

ImU32 ink_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return colour().pass;
    case Verdict::fail:
      return colour().fail;
    case Verdict::near:
      return colour().near;
    case Verdict::unknown:
    case Verdict::none:
      return colour().unknown;
  }
  return colour().unknown;
}

ImU32 ground_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::fail:
      return colour().fail_soft;
    case Verdict::near:
      return colour().near_soft;
    case Verdict::unknown:
      return colour().unknown_soft;
    case Verdict::pass:
    case Verdict::none:
      return kNoColour;
  }
  return kNoColour;
}

ImU32 heat_of(Verdict verdict, double margin) {
  constexpr double kFull = 0.4;    // so much above or below: all beyond is as strong
  constexpr double kLeast = 0.4;   // what fails by little still stands out
  constexpr double kOfPass = 0.2;  // of the ink, so that numbers on it keep their contrast
  if (std::isnan(margin) || verdict == Verdict::near || verdict == Verdict::unknown) return ground_of(verdict);
  const double part = std::min(std::abs(margin) / kFull, 1.0);
  if (margin < 0) return mixed(colour().paper, colour().fail_soft, kLeast + (1 - kLeast) * part);
  return verdict == Verdict::none ? kNoColour : mixed(colour().paper, colour().pass, kOfPass * part);
}

ImU32 heat_of(double share) {
  constexpr double kFull = 0.25;
  return std::isnan(share) ? kNoColour : mixed(colour().paper, colour().accent_soft, std::min(share / kFull, 1.0));
}

junheng::Verdict shape_of(junheng::Severity severity) {
  switch (severity) {
    case junheng::Severity::error:
      return junheng::Verdict::fail;
    case junheng::Severity::warning:
      return junheng::Verdict::near;
    case junheng::Severity::note:
      return junheng::Verdict::none;
  }
  return junheng::Verdict::none;
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

void draw_fold(ImVec2 centre, bool open) {
  const float r = em(0.2F);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (open) {
    list.AddTriangleFilled({centre.x - r, centre.y - r / 2}, {centre.x + r, centre.y - r / 2}, {centre.x, centre.y + r},
                           colour().accent);
  } else {
    list.AddTriangleFilled({centre.x - r / 2, centre.y - r}, {centre.x - r / 2, centre.y + r}, {centre.x + r, centre.y},
                           colour().accent);
  }
}

void shape(Verdict verdict) {
  const float height = ImGui::GetTextLineHeight();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_shape(*ImGui::GetWindowDrawList(), {at.x + height / 2, at.y + height / 2}, em(kShapeRadius), verdict);
  ImGui::Dummy({height, height});
}

void label_shape(Verdict verdict) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size(ImGui::GetTextLineHeight(), ImGui::GetFrameHeight());
  draw_shape(*ImGui::GetWindowDrawList(), {at.x + size.x / 2, at.y + size.y / 2}, em(kShapeRadius), verdict);
  ImGui::Dummy(size);
}

void verdict_mark(const Ui& ui, Verdict verdict) {
  // One item: two would stand at different heights after a SameLine.
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetTextLineHeight();
  const std::string_view word = verdict_word(ui.state, verdict);
  record_text(word, at, {at.x + verdict_mark_width(ui, verdict), at.y + height});
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

bool button(const char* id, std::string_view words, ButtonLook look, float width, std::string_view spoken,
            Node::Role role) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size(width > 0 ? width : button_width(words), ImGui::GetFrameHeight());
  bool pressed = ImGui::InvisibleButton(id, size, ImGuiButtonFlags_EnableNav);
  pressed =
      record_item(role, spoken.empty() ? words : spoken, look == ButtonLook::chosen || look == ButtonLook::open) ||
      pressed;
  const bool hovered = ImGui::IsItemHovered();
  // Seen at once, whatever the action behind it takes.
  const bool held = look != ButtonLook::off && ImGui::IsItemActive() && hovered;
  ImU32 ground = hovered ? colour().hover : colour().paper;
  ImU32 ink = colour().ink;
  ImU32 line = colour().strong_line;
  switch (look) {
    case ButtonLook::plain:
      break;
    case ButtonLook::primary:
      ground = line = hovered ? colour().accent_hover : colour().accent;
      ink = colour().on_accent;
      break;
    case ButtonLook::chosen:
      ground = colour().accent_soft;
      ink = line = colour().accent;
      break;
    case ButtonLook::off:
      ground = colour().page;
      ink = colour().quiet;
      line = colour().line;
      break;
    case ButtonLook::quiet:
    case ButtonLook::open:
      ground = hovered ? colour().hover : kNoColour;
      line = kNoColour;
      break;
  }
  if (held) {
    ground = colour().strong_line;
    ink = colour().ink;
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

namespace {

/// Of the badge, before and behind its number.
constexpr float kBadgePadding = 0.35F;
constexpr float kBadgeGap = 0.35F;

float badge_width(const Badge& badge) {
  if (badge.count.empty()) return 0;
  const TextSize small(size::kSmall);
  return text_width(badge.count) + em(2 * kBadgePadding);
}

void draw_badge(const Badge& badge, ImVec2 at, float height) {
  const float width = badge_width(badge);
  const TextSize small(size::kSmall);
  const junheng::Verdict like = shape_of(badge.severity);
  const float half = ImGui::GetTextLineHeight() * 0.6F;
  const float middle = at.y + height / 2;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled({at.x, middle - half}, {at.x + width, middle + half}, ground_of(like), half);
  list.AddRect({at.x, middle - half}, {at.x + width, middle + half}, ink_of(like), half);
  list.AddText({at.x + em(kBadgePadding), middle - ImGui::GetTextLineHeight() / 2}, ink_of(like), badge.count.data(),
               badge.count.data() + badge.count.size());
}

}  // namespace

float tab_width(std::string_view words, const Badge& badge, float padding) {
  const float mark = badge_width(badge);
  return text_width(words) + em(2 * padding) + (mark > 0 ? mark + em(kBadgeGap) : 0);
}

bool tab_head(const char* id, std::string_view words, bool chosen, float height, float padding, const Badge& badge) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size(tab_width(words, badge, padding), height);
  bool pressed = ImGui::InvisibleButton(id, size, ImGuiButtonFlags_EnableNav);
  pressed = record_item(Node::Role::tab, badge.count.empty() ? words : badge.spoken, chosen) || pressed;
  const ImU32 ink = chosen || ImGui::IsItemHovered() || ImGui::IsItemActive() ? colour().accent : colour().ink;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddText({at.x + em(padding), at.y + (size.y - ImGui::GetTextLineHeight()) / 2}, ink, words.data(),
               words.data() + words.size());
  const float edge = em(padding * 0.7F);
  // Pressed is seen at once, whatever the view behind it takes.
  if (chosen || ImGui::IsItemActive())
    list.AddRectFilled({at.x + edge, at.y + size.y - em(0.18F)}, {at.x + size.x - edge, at.y + size.y}, ink);
  if (!badge.count.empty()) draw_badge(badge, {at.x + em(padding + kBadgeGap) + text_width(words), at.y}, height);
  return pressed;
}

void text_field(Ui& ui, const TextTarget& target, std::string_view value, std::string_view hint, float width,
                FieldLook look) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size(width, look.height > 0 ? look.height : ImGui::GetFrameHeight());
  const ImVec2 end(at.x + size.x, at.y + size.y);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, end, colour().paper, ImGui::GetStyle().FrameRounding);
  list.AddRect(at, end, colour().strong_line, ImGui::GetStyle().FrameRounding);
  ImGui::Dummy(size);
  // An open list is drawn over the field, but the platform's input would lie over the list.
  if (ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return;
  // What is scrolled out of sight may not lie over what is not.
  const ImVec2 low = ImGui::GetWindowDrawList()->GetClipRectMin();
  const ImVec2 high = ImGui::GetWindowDrawList()->GetClipRectMax();
  const float middle = (at.y + end.y) / 2;
  if (middle < low.y || middle > high.y || at.x + 1 < low.x || end.x - 1 > high.x) return;
  // Of one that is scrolled half out of sight the platform's input takes what is to be seen.
  const float top = std::max(at.y, low.y);
  ui.fields.push_back({.id = id_of(target),
                       .target = target,
                       .x = at.x,
                       .y = top,
                       .width = size.x,
                       .height = std::min(end.y, high.y) - top,
                       .value = std::string(value),
                       .hint = std::string(hint),
                       .named = look.named,
                       .live = look.live,
                       .focus = look.focus,
                       .keys = look.keys});
}

std::optional<std::size_t> choose(const char* id, float width, const std::vector<std::string>& options,
                                  std::optional<std::size_t> chosen, std::string_view none) {
  std::optional<std::size_t> taken;
  const std::string preview = chosen && *chosen < options.size() ? options[*chosen] : std::string(none);
  const float room = width - ImGui::GetFrameHeight() - ImGui::GetStyle().FramePadding.x;
  const std::string shown = fitted(preview, room);
  ImGui::SetNextItemWidth(width);
  ImGui::PushID(id);
  ImGui::PushStyleColor(ImGuiCol_Border, colour().strong_line);
  const bool open = ImGui::BeginCombo("##choice", shown.c_str(), ImGuiComboFlags_HeightLarge);
  ImGui::PopStyleColor();
  // BeginCombo() names its list so; there is no other way to open it than by the pointer.
  if (!open && record_item(Node::Role::opener, preview))
    ImGui::OpenPopup(ImHashStr("##ComboPopup", 0, ImGui::GetItemID()));
  if (!open && shown != preview) tip(preview);
  if (open) {
    // Not that of the bars, which stand without a gap.
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(em(0.5F), em(0.4F)));
    for (std::size_t i = 0; i < options.size(); ++i) {
      ImGui::PushID(static_cast<int>(i));
      const bool pressed = ImGui::Selectable(options[i].c_str(), chosen == i);
      if (record_item(Node::Role::row, options[i], chosen == i) || pressed) taken = i;
      ImGui::PopID();
    }
    ImGui::PopStyleVar();
    ImGui::EndCombo();
  }
  ImGui::PopID();
  return taken;
}

bool row_button(const char* id, std::string_view words, bool chosen, float height, ImGuiSelectableFlags flags,
                Node::Role role) {
  const bool pressed = ImGui::Selectable(id, chosen, flags, {0, height});
  return record_item(role, words, chosen) || pressed;
}

void heading(std::string_view words, float times, ImU32 ink) {
  const TextSize larger(times);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  record_text(words, at, {at.x + width, at.y + ImGui::GetTextLineHeight()}, Node::Role::heading);
  const Unrecorded drawn;
  put_wrapped(words, width, ink);
}

void begin_box(const char* id, ImVec2 size, float padding) {
  ImGui::PushStyleColor(ImGuiCol_ChildBg, colour().paper);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(padding, padding));
  ImGuiChildFlags flags =
      ImGuiChildFlags_Borders | ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened;
  // Always: what is scrolled out of sight must still be there for the keyboard, which brings it into sight.
  if (size.y == 0) flags |= ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_AlwaysAutoResize;
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
    put_wrapped(words, widest + 1, colour().ink);
    ImGui::EndTooltip();
  }
  ImGui::PopStyleVar();
}

void draw_bar(const BalanceLine& line) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = em(0.7F);
  const float top = at.y + (ImGui::GetTextLineHeight() - height) / 2;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled({at.x, top}, {at.x + width, top + height}, colour().head, 2);
  const ImU32 ink = line.verdict == junheng::Verdict::none ? colour().accent : ink_of(line.verdict);
  if (line.known) list.AddRectFilled({at.x, top}, {at.x + width * line.cv_part, top + height}, ink, 2);
  if (line.limit_part > 0) {
    const float x = at.x + width * line.limit_part;
    list.AddLine({x, top - em(0.3F)}, {x, top + height + em(0.3F)}, colour().ink, em(0.12F));
  }
  ImGui::Dummy({width, ImGui::GetTextLineHeight()});
}

}  // namespace workbench
