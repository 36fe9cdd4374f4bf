// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace junheng {

/// Takes a number from the front of built-in data: seven bits a byte, the lowest first; the highest bit says that more
/// follow. Precondition: one stands there.
inline std::uint32_t take_packed_number(std::string_view& bytes) {
  std::uint32_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= (byte & 0x7FU) << shift;
    if (byte < 0x80) return number;
  }
}

}  // namespace junheng
