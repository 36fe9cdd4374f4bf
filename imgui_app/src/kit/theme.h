// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include "state/platform.h"

namespace workbench {

/// Every ink has a contrast of 4.5 or more on every ground it is used on. The verdict colours (blue-green, vermilion,
/// dark yellow: after Okabe and Ito) stay apart for colour-blind eyes, and never stand without their shape.
struct Palette {
  ImU32 page, paper, head, line, strong_line;
  ImU32 ink, quiet, accent, accent_hover, accent_soft, on_accent, hover;
  ImU32 pass, fail, near, unknown;
  ImU32 fail_soft, near_soft, unknown_soft;
};
inline constexpr ImU32 kNoColour = 0;

/// Returns the palette of the theme applied to the current ImGui context.
[[nodiscard]] const Palette& colour();

/// Sizes relative to the text, so that everything grows with it.
namespace size {
inline constexpr float kSmall = 0.875F;
inline constexpr float kLarge = 1.25F;
inline constexpr float kHuge = 1.75F;
}  // namespace size

/// Sets the colours of a style; once for each ImGui context, and again when the theme changes. Keeps its sizes.
void apply_colours(ImGuiStyle& style, Theme theme);
/// Sets the sizes of a style, in CSS pixels.
void apply_theme(ImGuiStyle& style);

}  // namespace workbench
