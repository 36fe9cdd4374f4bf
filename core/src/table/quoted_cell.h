// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace junheng {

/// A cell that begins with a quote, as it is found in a text.
struct QuotedCell {
  bool is_one =
      false;  ///< its twin stands before a delimiter, the end of a line or the end: otherwise it is a character
  bool doubled = false;    ///< doubled quotes stand in it
  std::size_t close = 0;   ///< the first quote that is not doubled; the end of the text where there is none
  std::size_t behind = 0;  ///< the delimiter or the end behind it
};

/// Looks from `open`, where the quote stands, to the first quote that is not doubled and no further. So looking from
/// every cell of a text costs no more than reading the text: whoever looks on begins behind or with another quote.
[[nodiscard]] inline QuotedCell quoted_cell(std::string_view text, std::size_t open, char delimiter) {
  QuotedCell cell;
  std::size_t at = open + 1;
  for (;;) {
    at = text.find('"', at);
    if (at == std::string_view::npos) {
      cell.close = cell.behind = text.size();
      return cell;
    }
    if (at + 1 >= text.size() || text[at + 1] != '"') break;
    cell.doubled = true;
    at += 2;
  }
  cell.close = at;
  std::size_t behind = at + 1;
  while (behind < text.size() && text[behind] == ' ')
    ++behind;
  cell.behind = behind;
  cell.is_one = behind == text.size() || text[behind] == delimiter || text[behind] == '\n' || text[behind] == '\r';
  return cell;
}

}  // namespace junheng
