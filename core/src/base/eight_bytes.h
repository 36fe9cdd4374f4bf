// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace junheng {

inline constexpr std::size_t kEight = 8;
/// Line breaks and the tab are below it, and nearly nothing else.
inline constexpr char kControls = '\x0E';

/// Eight bytes of a text, looked at together (SIMD within a register). The places of a byte are a number in which the
/// highest bit of each of them is set, the first of the text lowest.
class EightBytes {
 public:
  /// Precondition: as many can be read.
  explicit EightBytes(const char* at) {
    std::memcpy(&bytes_, at, sizeof bytes_);
    if constexpr (std::endian::native == std::endian::big) bytes_ = __builtin_bswap64(bytes_);
  }

  /// Those that are NUL or no ASCII. Behind a NUL the next may be found with it.
  [[nodiscard]] std::uint64_t no_ascii_text() const { return ((bytes_ - kOnes) | bytes_) & kHighs; }

  [[nodiscard]] std::uint64_t equal_to(char byte) const {
    const std::uint64_t differing = bytes_ ^ kOnes * static_cast<unsigned char>(byte);
    // Without a carry from byte to byte, so that none beside an equal one is found with it.
    return ~(((differing & ~kHighs) + ~kHighs) | differing | ~kHighs);
  }

  /// Those below `most`, which is at most 0x80.
  [[nodiscard]] std::uint64_t below(char most) const {
    return ~((bytes_ | kHighs) - kOnes * static_cast<unsigned char>(most)) & ~bytes_ & kHighs;
  }

  /// Which of the eight was found first; `found` must not be zero.
  [[nodiscard]] static int first_of(std::uint64_t found) { return std::countr_zero(found) / 8; }

  /// Bytes of Chinese at their start: characters of three bytes of which any in their place are valid, E1 to EC first.
  [[nodiscard]] int chinese() const {
    constexpr std::uint64_t kFirst = 0xC0C0F0;
    constexpr std::uint64_t kChinese = 0x8080E0;
    int length = 0;
    for (std::uint64_t rest = bytes_; (rest & kFirst) == kChinese && length < 6; rest >>= 24U, length += 3) {
      const std::uint64_t first = rest & 0xFU;
      if (first == 0 || first > 0xC) break;
    }
    return length;
  }

 private:
  static constexpr std::uint64_t kOnes = 0x0101010101010101;
  static constexpr std::uint64_t kHighs = 0x8080808080808080;
  std::uint64_t bytes_ = 0;
};

}  // namespace junheng
