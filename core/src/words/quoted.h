// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "junheng/words.h"

namespace junheng {

/// What somebody wrote, as a sentence quotes it: in one line without control characters, and of a long text its
/// beginning and its length. Valid UTF-8. Every name, cell and id of strangers goes through here on its way into a
/// sentence.
[[nodiscard]] std::string quoted(const Words& words, std::string_view text);

}  // namespace junheng
