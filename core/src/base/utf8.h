// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace junheng {

inline constexpr std::string_view kOrderMark = "\xEF\xBB\xBF";
inline constexpr std::string_view kReplacement =
    "\xEF\xBF\xBD";  ///< what programs put in place of bytes that are no text

/// What bytes are, found in one pass over them.
struct TextLook {
  std::size_t length = 0;    ///< of the text at their start: valid UTF-8 without a NUL
  bool order_mark = false;   ///< it has one, at its start or elsewhere
  bool replacement = false;  ///< it has U+FFFD
};
[[nodiscard]] TextLook look_at_text(std::string_view bytes);

/// Length of the valid UTF-8 at the start of `text`: text.size() where all of it is valid (RFC 3629: no surrogates,
/// no overlong forms).
[[nodiscard]] std::size_t valid_utf8_length(std::string_view text);

/// The text with U+FFFD in place of what is no UTF-8, as a browser's TextDecoder writes it.
[[nodiscard]] std::string valid_utf8(std::string_view bytes);
/// The same of a text that has some damage; nothing where more than an eighth of it is: that is none.
[[nodiscard]] std::optional<std::string> mended_utf8(std::string_view bytes);

/// Takes one code point off the front of valid UTF-8.
[[nodiscard]] char32_t take_code_point(std::string_view& text);

/// Where the code point that byte `at` belongs to begins; the end of the text where it is shorter.
[[nodiscard]] std::size_t start_of_point(std::string_view text, std::size_t at);

/// The last code point that is no space, half-width; 0 where there is none.
[[nodiscard]] char32_t last_code_point(std::string_view text);

void append_code_point(std::string& text, char32_t point);

/// Space in any of its forms: ASCII, no-break, ideographic, zero width, byte order mark.
[[nodiscard]] bool is_space(char32_t point);

/// Marks that nobody sees: of direction, of joining, soft hyphens, byte order marks, selectors of variants. Names are
/// compared and numbers read without them.
[[nodiscard]] bool is_invisible(char32_t point);

/// A control character, C0 or C1: of no text.
[[nodiscard]] bool is_control(char32_t point);

/// The half-width twin of a full-width letter, digit or sign; any other code point as it is.
[[nodiscard]] char32_t half_width(char32_t point);

/// Without white space (in any form) at both ends.
[[nodiscard]] std::string_view trimmed_of_any_space(std::string_view text);
[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
  // Nearly all texts begin and end with what its bytes alone tell to be no space: ASCII, and three bytes of Chinese.
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const auto solid = [](unsigned char one) { return one > ' ' && one < 0x7F; };
  const auto chinese = [](unsigned char first) { return first >= 0xE4 && first <= 0xE9; };
  if (text.empty()) return text;
  const std::size_t last = text.size() - 1;
  if ((solid(byte(0)) || chinese(byte(0))) && (solid(byte(last)) || (last >= 2 && chinese(byte(last - 2)))))
    return text;
  return trimmed_of_any_space(text);
}

}  // namespace junheng
