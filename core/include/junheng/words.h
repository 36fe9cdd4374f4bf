// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "junheng/terms.h"

namespace junheng {

/// The sentences of one language, from core/words/zh.json or en.json: key to text with {places}.
struct Words {
  Language language = Language::zh;
  std::map<std::string, std::string, std::less<>> texts;
  bool schools_unnamed = false;  ///< for a room that is not to read names: schools are numbers

  [[nodiscard]] std::string_view text(std::string_view key) const;  ///< the key itself where there is no text
  [[nodiscard]] std::string_view text(const char* key) const;
};

/// `packed`: what cmake/embed.cmake puts in of such a file.
[[nodiscard]] Words load_words(std::string_view packed, Language language);

}  // namespace junheng
