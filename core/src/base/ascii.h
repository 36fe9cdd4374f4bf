// SPDX-License-Identifier: MIT
#pragma once

namespace junheng {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr bool is_newline(char c) {
  return c == '\n' || c == '\r';
}

}  // namespace junheng
