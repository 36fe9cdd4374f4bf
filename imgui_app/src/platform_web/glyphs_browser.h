// SPDX-License-Identifier: MIT
#pragma once

struct ImFontAtlas;

namespace platform_web {

/// Adds the one font: every character is drawn by the browser with the machine's own fonts, so all of Chinese is
/// there, at any size, and not one byte of a font is shipped.
void add_browser_font(ImFontAtlas& atlas, float line_height);

/// False where two different Chinese characters come out as the same box: the machine has no Chinese font.
[[nodiscard]] bool has_chinese_font();

}  // namespace platform_web
