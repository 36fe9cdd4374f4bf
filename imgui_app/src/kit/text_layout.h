// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

/// Text broken into lines as Chinese is: between any two characters, except before closing and after opening marks.
/// (ImGui breaks at spaces alone, which leaves Chinese paragraphs ragged.)
namespace workbench {

/// Removes the next line of at most `width` from the front of `rest` and returns it; in the current font.
[[nodiscard]] std::string_view take_line(std::string_view& rest, float width);

[[nodiscard]] float text_width(std::string_view text);
[[nodiscard]] int count_lines(std::string_view text, float width);

/// Of what is not broken: a column narrower than this tears words apart.
[[nodiscard]] float widest_word(std::string_view text);

/// From one line of a paragraph to the next: Chinese wants more air than the letters of the font take.
[[nodiscard]] float line_pitch();

enum class Align : unsigned char { left, right };

/// Where a text that is too long loses what has no room. Names of schools differ at their ends, 东校区 and 西校区.
enum class Cut : unsigned char { end, middle };

/// As much of it as has room, with "…" where that is not all.
[[nodiscard]] std::string fitted(std::string_view text, float width, Cut cut = Cut::end);

/// Outcome of drawing a text.
struct Drawn {
  int lines = 1;
  bool cut = false;  ///< truncated with "…"
};

/// Draws at a place, without an item: for what is drawn over a button or a row.
Drawn draw_line(ImVec2 at, std::string_view text, float width, ImU32 ink, Align align = Align::left,
                Cut cut = Cut::end);
/// `max_lines` 0: as many as it takes.
Drawn draw_wrapped(ImVec2 at, std::string_view text, float width, ImU32 ink, Align align = Align::left,
                   int max_lines = 0);

/// The same as an item at the cursor. Returns true where the text was truncated.
bool put_line(std::string_view text, float width, ImU32 ink, Align align = Align::left, Cut cut = Cut::end);
bool put_wrapped(std::string_view text, float width, ImU32 ink, Align align = Align::left, int max_lines = 0);

}  // namespace workbench
