// SPDX-License-Identifier: MIT
#pragma once

#include "junheng/fill.h"
#include "junheng/words.h"

namespace junheng {

/// The text of a key, or of a key that ends in the id of what happened, filled in.
[[nodiscard]] std::string filled(const Words& words, const char* key, Filling filling);
[[nodiscard]] std::string filled(const Words& words, const char* group, std::string_view id, Filling filling);

/// Puts the next one to a list, behind what stands between two of them.
void join(std::string& list, std::string_view between, std::string_view next);
[[nodiscard]] std::string_view comma(const Words& words);
[[nodiscard]] std::string_view semicolon(const Words& words);
[[nodiscard]] std::string stage_text(const Words& words, std::uint8_t stage);  ///< empty for none

}  // namespace junheng
