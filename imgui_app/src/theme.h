// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

namespace workbench {

/// Colours of the light theme. Every ink has a contrast of 4.5 or more on every ground it is used on. The verdict
/// colours (blue-green, vermilion, dark yellow: after Okabe and Ito) stay apart for colour-blind eyes, and never
/// stand without their shape.
namespace colour {
inline constexpr ImU32 kPage = IM_COL32(0xF4, 0xF6, 0xF8, 0xFF);
inline constexpr ImU32 kPaper = IM_COL32(0xFF, 0xFF, 0xFF, 0xFF);
inline constexpr ImU32 kHead = IM_COL32(0xEE, 0xF1, 0xF4, 0xFF);
inline constexpr ImU32 kLine = IM_COL32(0xDD, 0xE2, 0xE8, 0xFF);
inline constexpr ImU32 kStrongLine = IM_COL32(0xA9, 0xB3, 0xBF, 0xFF);
inline constexpr ImU32 kInk = IM_COL32(0x1B, 0x24, 0x30, 0xFF);
inline constexpr ImU32 kQuiet = IM_COL32(0x4E, 0x5A, 0x68, 0xFF);
inline constexpr ImU32 kAccent = IM_COL32(0x1A, 0x54, 0x9C, 0xFF);
inline constexpr ImU32 kAccentHover = IM_COL32(0x14, 0x43, 0x7E, 0xFF);
inline constexpr ImU32 kAccentSoft = IM_COL32(0xE3, 0xEC, 0xF7, 0xFF);
inline constexpr ImU32 kHover = IM_COL32(0xEC, 0xF1, 0xF7, 0xFF);

inline constexpr ImU32 kPass = IM_COL32(0x00, 0x6B, 0x58, 0xFF);
inline constexpr ImU32 kFail = IM_COL32(0xB0, 0x32, 0x15, 0xFF);
inline constexpr ImU32 kNear = IM_COL32(0x76, 0x58, 0x00, 0xFF);
inline constexpr ImU32 kUnknown = IM_COL32(0x55, 0x5E, 0x69, 0xFF);
inline constexpr ImU32 kFailSoft = IM_COL32(0xFC, 0xEB, 0xE6, 0xFF);
inline constexpr ImU32 kNearSoft = IM_COL32(0xFB, 0xF4, 0xDC, 0xFF);
inline constexpr ImU32 kUnknownSoft = IM_COL32(0xEC, 0xEE, 0xF1, 0xFF);
inline constexpr ImU32 kNone = 0;
}  // namespace colour

/// Sizes relative to the text, so that everything grows with it.
namespace size {
inline constexpr float kSmall = 0.875F;
inline constexpr float kLarge = 1.25F;
inline constexpr float kHuge = 1.75F;
}  // namespace size

/// Once for each ImGui context.
void apply_theme(ImGuiStyle& style);

}  // namespace workbench
