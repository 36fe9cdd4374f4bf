// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace junheng {

/// Takes the character reference at the start of `rest` (which begins with '&') off it and adds what it stands for to
/// `text`. False where it is none: then nothing is changed.
[[nodiscard]] bool take_reference(std::string_view& rest, std::string& text);

}  // namespace junheng
