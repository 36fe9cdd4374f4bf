// SPDX-License-Identifier: MIT
#include "kit/theme.h"

#include <array>

#include "kit/surface.h"

namespace workbench {
namespace {

/// Text as large as on the public pages: the size browsers use.
constexpr float kTextSize = 16;

constexpr ImU32 rgb(unsigned value) {
  return IM_COL32(value >> 16U & 0xFFU, value >> 8U & 0xFFU, value & 0xFFU, 0xFF);
}

constexpr Palette kLight = {
    .page = rgb(0xF4F6F8),
    .paper = rgb(0xFFFFFF),
    .head = rgb(0xEEF1F4),
    .line = rgb(0xDDE2E8),
    .strong_line = rgb(0x7C8794),
    .ink = rgb(0x1B2430),
    .quiet = rgb(0x4E5A68),
    .accent = rgb(0x1A549C),
    .accent_hover = rgb(0x14437E),
    .accent_soft = rgb(0xE3ECF7),
    .on_accent = rgb(0xFFFFFF),
    .hover = rgb(0xECF1F7),
    .pass = rgb(0x006B58),
    .fail = rgb(0xB03215),
    .near = rgb(0x765800),
    .unknown = rgb(0x555E69),
    .fail_soft = rgb(0xFCEBE6),
    .near_soft = rgb(0xFBF4DC),
    .unknown_soft = rgb(0xECEEF1),
};
constexpr Palette kDark = {
    .page = rgb(0x14181D),
    .paper = rgb(0x1C2229),
    .head = rgb(0x262E37),
    .line = rgb(0x36404B),
    .strong_line = rgb(0x7A8694),
    .ink = rgb(0xE8ECF1),
    .quiet = rgb(0xB3BDC9),
    .accent = rgb(0x8CB8F0),
    .accent_hover = rgb(0xAFCEF6),
    .accent_soft = rgb(0x26384F),
    .on_accent = rgb(0x10151B),
    .hover = rgb(0x2A333D),
    .pass = rgb(0x4CCBB0),
    .fail = rgb(0xFF9A80),
    .near = rgb(0xE6C35C),
    .unknown = rgb(0xB3BDC9),
    .fail_soft = rgb(0x45231C),
    .near_soft = rgb(0x3B3215),
    .unknown_soft = rgb(0x2B333C),
};
constexpr Palette kContrast = {
    .page = rgb(0x000000),
    .paper = rgb(0x000000),
    .head = rgb(0x000000),
    .line = rgb(0xFFFFFF),
    .strong_line = rgb(0xFFFFFF),
    .ink = rgb(0xFFFFFF),
    .quiet = rgb(0xFFFFFF),
    .accent = rgb(0xFFFF00),
    .accent_hover = rgb(0xFFFFFF),
    .accent_soft = rgb(0x00285A),
    .on_accent = rgb(0x000000),
    .hover = rgb(0x303030),
    .pass = rgb(0x5CFFDC),
    .fail = rgb(0xFFB39E),
    .near = rgb(0xFFE060),
    .unknown = rgb(0xFFFFFF),
    .fail_soft = rgb(0x500000),
    .near_soft = rgb(0x3A3000),
    .unknown_soft = rgb(0x202020),
};
constexpr std::array kPalettes = {kLight, kDark, kContrast};

void set(ImGuiStyle& style, ImGuiCol index, ImU32 value) {
  style.Colors[index] = ImGui::ColorConvertU32ToFloat4(value);
}

}  // namespace

const Palette& colour() {
  const Palette* const own = surface().palette;
  return own == nullptr ? kLight : *own;
}

void apply_colours(ImGuiStyle& style, Theme theme) {
  const Palette& palette = kPalettes[static_cast<std::size_t>(theme)];
  surface().palette = &palette;
  if (theme == Theme::light) {
    ImGui::StyleColorsLight(&style);
  } else {
    ImGui::StyleColorsDark(&style);
  }
  set(style, ImGuiCol_Text, colour().ink);
  set(style, ImGuiCol_TextDisabled, colour().quiet);
  set(style, ImGuiCol_WindowBg, colour().page);
  set(style, ImGuiCol_ChildBg, kNoColour);
  set(style, ImGuiCol_PopupBg, colour().paper);
  set(style, ImGuiCol_Border, colour().line);
  set(style, ImGuiCol_FrameBg, colour().paper);
  set(style, ImGuiCol_FrameBgHovered, colour().hover);
  set(style, ImGuiCol_FrameBgActive, colour().accent_soft);
  set(style, ImGuiCol_Button, colour().paper);
  set(style, ImGuiCol_ButtonHovered, colour().hover);
  set(style, ImGuiCol_ButtonActive, colour().accent_soft);
  set(style, ImGuiCol_Header, colour().accent_soft);
  set(style, ImGuiCol_HeaderHovered, colour().hover);
  set(style, ImGuiCol_HeaderActive, colour().accent_soft);
  set(style, ImGuiCol_TableHeaderBg, colour().head);
  set(style, ImGuiCol_TableBorderLight, colour().line);
  set(style, ImGuiCol_TableBorderStrong, colour().line);
  set(style, ImGuiCol_TableRowBg, colour().paper);
  set(style, ImGuiCol_TableRowBgAlt, colour().paper);
  set(style, ImGuiCol_ScrollbarBg, kNoColour);
  set(style, ImGuiCol_ScrollbarGrab, colour().strong_line);
  set(style, ImGuiCol_ScrollbarGrabHovered, colour().unknown);
  set(style, ImGuiCol_ScrollbarGrabActive, colour().unknown);
  set(style, ImGuiCol_NavCursor, colour().accent);
}

void apply_theme(ImGuiStyle& style) {
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
}

}  // namespace workbench
