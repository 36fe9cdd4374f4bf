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

  /// No NUL is among them: below one, as beside a byte that is no ASCII, there may be a carry, which finds no fewer.
  [[nodiscard]] bool all_ascii_text() const { return (((bytes_ - kOnes) | bytes_) & kHighs) == 0; }

  [[nodiscard]] std::uint64_t equal_to(char byte) const {
    const std::uint64_t differing = bytes_ ^ kOnes * static_cast<unsigned char>(byte);
    // Without a carry from byte to byte, so that none beside an equal one is found with it.
    return ~(((differing & ~kHighs) + ~kHighs) | differing | ~kHighs);
  }

  /// Those below `most`, which is at most 0x80.
  [[nodiscard]] std::uint64_t below(char most) const {
    return ~((bytes_ | kHighs) - kOnes * static_cast<unsigned char>(most)) & ~bytes_ & kHighs;
  }

  /// How many were found.
  [[nodiscard]] static std::size_t count(std::uint64_t found) { return (found >> 7U) * kOnes >> 56U; }

  /// Which of the eight was found first; `found` must not be zero.
  [[nodiscard]] static int first_of(std::uint64_t found) { return std::countr_zero(found) / 8; }

 private:
  static constexpr std::uint64_t kOnes = 0x0101010101010101;
  static constexpr std::uint64_t kHighs = 0x8080808080808080;
  std::uint64_t bytes_ = 0;
};

}  // namespace junheng
