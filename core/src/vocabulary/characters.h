// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "base/utf8.h"

namespace junheng {

/// The characters of a text, a bit for each and several characters to a bit: a text that lacks one of the bits of
/// another does not have it in it. Names are short, so that few bits are set.
inline std::uint64_t characters_of(std::string_view text) {
  constexpr unsigned kBits = 6;
  std::uint64_t characters = 0;
  while (!text.empty()) {
    const char32_t point = take_code_point(text);
    characters |= std::uint64_t{1} << ((point ^ point >> kBits) & ((1U << kBits) - 1));
  }
  return characters;
}

}  // namespace junheng
