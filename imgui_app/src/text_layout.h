// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include <string_view>

/// Text broken into lines as Chinese is: between any two characters, except before closing and after opening marks.
/// (ImGui breaks at spaces alone, which leaves Chinese paragraphs ragged.)
namespace workbench {

/// Takes the next line of at most `width` from the front of `rest`, in the current font.
[[nodiscard]] std::string_view take_line(std::string_view& rest, float width);

[[nodiscard]] float text_width(std::string_view text);
[[nodiscard]] int count_lines(std::string_view text, float width);

/// From one line of a paragraph to the next: Chinese wants more air than the letters of the font take.
[[nodiscard]] float line_pitch();

enum class Align : unsigned char { left, right };

/// Draws the text into the column of `width` at the cursor and moves the cursor below it. With `max_lines` the rest
/// is cut off behind "…"; returns whether that happened.
bool put_wrapped(std::string_view text, float width, ImU32 ink, Align align = Align::left, int max_lines = 0);

/// One line at the cursor, cut off behind "…" where it is wider than `width`; returns whether that happened.
bool put_line(std::string_view text, float width, ImU32 ink, Align align = Align::left);

}  // namespace workbench
