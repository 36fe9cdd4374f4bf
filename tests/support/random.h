// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace test {

/// splitmix64, written out: the distributions of <random> give other numbers with another library, and a failing
/// case must be the same case natively and in wasm.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

  /// 0 … bound-1. The remainder's bias is far below anything a test could see.
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }

  /// The same for an index: 32 bits of the draw, so that a 32-bit size_t gives the same numbers.
  std::size_t index(std::size_t bound) {
    const std::size_t draw = static_cast<std::uint32_t>(next() >> 32U);
    return draw % bound;
  }

  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
  }

  bool one_in(std::uint64_t n) { return below(n) == 0; }

  template <typename T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) {
      std::swap(items[i - 1], items[index(i)]);
    }
  }

 private:
  std::uint64_t state_;
};

}  // namespace test
