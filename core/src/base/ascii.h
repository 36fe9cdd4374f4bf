// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace junheng {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// As most cells of a table are, and no name is.
constexpr bool is_bare_number(std::string_view cell) {
  return cell.find_first_not_of("0123456789.,") == std::string_view::npos;
}

constexpr bool is_newline(char c) {
  return c == '\n' || c == '\r';
}

}  // namespace junheng
