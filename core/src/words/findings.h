// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "junheng/words.h"

namespace junheng {

/// What is put in for {name}: two pointers and no copy, as there are dozens of sentences. Lives as long as the call.
struct Place {
  Place(const char* place, const std::string& text) : name(place), value(&text) {}

  const char* name;
  const std::string* value;
};
using Places = std::initializer_list<Place>;

/// The text with its {places} filled in.
[[nodiscard]] std::string filled(std::string_view text, const Places& places);
/// The same for the text of a key, or of a key that ends in the id of what happened.
[[nodiscard]] std::string filled(const Words& words, const char* key, const Places& places);
[[nodiscard]] std::string filled(const Words& words, const char* group, std::string_view id, const Places& places);

/// Puts the next one to a list, behind what stands between two of them.
void join(std::string& list, std::string_view between, std::string_view next);
[[nodiscard]] std::string_view comma(const Words& words);
[[nodiscard]] std::string_view semicolon(const Words& words);
[[nodiscard]] std::string stage_text(const Words& words, std::uint8_t stage);  ///< empty for none

/// Whether the way's values are shares, shown in percent.
[[nodiscard]] bool is_share(const Way& way, const Vocabulary& vocabulary);
/// The value of one subject as people read it: "27.01 %", with as many digits as its verdict needs.
[[nodiscard]] std::string value_text(const Way& way, const Judged& judged, const Vocabulary& vocabulary);
[[nodiscard]] std::string limit_text(const Way& way, const Judged& judged, const Vocabulary& vocabulary);

}  // namespace junheng
