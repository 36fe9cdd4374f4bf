// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace junheng {

/// What is put in for {name}: pairs of name and text.
using Filling = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The text with its {names} filled in; a name without a filling stays as it is, so that a test can see it.
[[nodiscard]] std::string filled(std::string_view text, Filling filling);

}  // namespace junheng
