// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace junheng {

/// What parts the cells of a text: tab, comma, semicolon or bar; a space stands for runs of them.
struct Delimiter {
  char best = '\t';
  char other = '\0';      ///< with which it is as good a table, or nearly; 0: there is none
  std::size_t begin = 0;  ///< behind a first line `sep=;`, which says it for Excel
};

/// The one that makes the best table of the beginning of the text: most rows with as many cells as the header, which
/// has different names, and columns in which either numbers stand or words. How often it occurs counts for nothing.
[[nodiscard]] Delimiter delimiter_of(std::string_view text);

}  // namespace junheng
