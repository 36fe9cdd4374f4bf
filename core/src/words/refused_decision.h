// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "junheng/words.h"

namespace junheng {

/// What would be accepted at a path such as "reading.edits[3].column".
[[nodiscard]] std::string accepted_decision(const Words& words, std::string_view path);
/// The sentence of an issue whose text refused_text() of junheng/layout.h made.
[[nodiscard]] std::string refused_sentence(const Words& words, std::string_view text);

}  // namespace junheng
