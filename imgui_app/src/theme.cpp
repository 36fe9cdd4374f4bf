// SPDX-License-Identifier: MIT
#include "theme.h"

namespace workbench {
namespace {

/// Text as large as on the public pages: the size browsers use.
constexpr float kTextSize = 16;

void set(ImGuiStyle& style, ImGuiCol index, ImU32 value) {
  style.Colors[index] = ImGui::ColorConvertU32ToFloat4(value);
}

}  // namespace

void apply_theme(ImGuiStyle& style) {
  ImGui::StyleColorsLight(&style);
  style.FontSizeBase = kTextSize;
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.ChildRounding = 6;
  style.FrameRounding = 5;
  style.PopupRounding = 6;
  style.FramePadding = {12, 7};
  style.ItemSpacing = {10, 8};
  style.ItemInnerSpacing = {8, 6};
  style.CellPadding = {10, 6};
  style.ScrollbarSize = 14;
  style.ScrollbarRounding = 7;
  style.GrabRounding = 7;
  style.FrameBorderSize = 1;
  style.PopupBorderSize = 1;

  // Without delays: a delay would need frames while nothing happens, and then none are drawn.
  style.HoverFlagsForTooltipMouse = ImGuiHoveredFlags_None;
  style.HoverFlagsForTooltipNav = ImGuiHoveredFlags_None;

  set(style, ImGuiCol_Text, colour::kInk);
  set(style, ImGuiCol_TextDisabled, colour::kQuiet);
  set(style, ImGuiCol_WindowBg, colour::kPage);
  set(style, ImGuiCol_ChildBg, colour::kNone);
  set(style, ImGuiCol_PopupBg, colour::kPaper);
  set(style, ImGuiCol_Border, colour::kLine);
  set(style, ImGuiCol_FrameBg, colour::kPaper);
  set(style, ImGuiCol_FrameBgHovered, colour::kHover);
  set(style, ImGuiCol_FrameBgActive, colour::kAccentSoft);
  set(style, ImGuiCol_Button, colour::kPaper);
  set(style, ImGuiCol_ButtonHovered, colour::kHover);
  set(style, ImGuiCol_ButtonActive, colour::kAccentSoft);
  set(style, ImGuiCol_Header, colour::kAccentSoft);
  set(style, ImGuiCol_HeaderHovered, colour::kHover);
  set(style, ImGuiCol_HeaderActive, colour::kAccentSoft);
  set(style, ImGuiCol_TableHeaderBg, colour::kHead);
  set(style, ImGuiCol_TableBorderLight, colour::kLine);
  set(style, ImGuiCol_TableBorderStrong, colour::kLine);
  set(style, ImGuiCol_TableRowBg, colour::kPaper);
  set(style, ImGuiCol_TableRowBgAlt, colour::kPaper);
  set(style, ImGuiCol_ScrollbarBg, colour::kNone);
  set(style, ImGuiCol_ScrollbarGrab, colour::kStrongLine);
  set(style, ImGuiCol_ScrollbarGrabHovered, colour::kUnknown);
  set(style, ImGuiCol_ScrollbarGrabActive, colour::kUnknown);
  set(style, ImGuiCol_NavCursor, colour::kAccent);
}

}  // namespace workbench
