// SPDX-License-Identifier: MIT
//
// Products of 256 bits by their halves: one case for each carry, with the answer written down.
#include <gtest/gtest.h>

#include <cstdint>
#include <ostream>

#include "junheng/exact.h"

using junheng::U128;

namespace {

constexpr U128 kTwoTo64 = static_cast<U128>(1) << 64U;
constexpr U128 kMost = ~static_cast<U128>(0);
constexpr U128 kHalf = kTwoTo64 - 1;
constexpr U128 kHalfWord = (static_cast<U128>(1) << 32U) - 1;

constexpr auto kEqual = std::strong_ordering::equal;
constexpr auto kLess = std::strong_ordering::less;

struct Products {
  const char* what;
  U128 a, b, c, d;
  std::strong_ordering order;

  friend void PrintTo(const Products& one, std::ostream* out) { *out << one.what; }
};

class Carries : public testing::TestWithParam<Products> {};

TEST_P(Carries, AreCarried) {
  const Products& one = GetParam();
  EXPECT_TRUE(junheng::compare_products(one.a, one.b, one.c, one.d) == one.order);
  EXPECT_TRUE(junheng::compare_products(one.b, one.a, one.d, one.c) == one.order) << "factors in the other order";
  const auto turned = one.order == kEqual ? kEqual : std::strong_ordering::greater;
  EXPECT_TRUE(junheng::compare_products(one.c, one.d, one.a, one.b) == turned) << "sides in the other order";
}

INSTANTIATE_TEST_SUITE_P(
    EachHalf, Carries,
    testing::Values(
        // (2^64 − 1)² = (2^64 − 2) · 2^64 + 1
        Products{"low by low", kHalf, kHalf, 1, (kTwoTo64 - 2) * kTwoTo64 + 1, kEqual},
        Products{"low by low, one more", kHalf, kHalf, 1, (kTwoTo64 - 2) * kTwoTo64 + 2, kLess},
        // 2^64 · (2^64 + 1) = (2^64 + 1) · 2^64: the cross products by themselves
        Products{"cross by cross", kTwoTo64, kTwoTo64 + 1, kTwoTo64 + 1, kTwoTo64, kEqual},
        // (2^64 + 1)(2^64 − 1) = 2^128 − 1, one less than 2^64 · 2^64
        Products{"the middle, one below a power", kTwoTo64 + 1, kTwoTo64 - 1, kTwoTo64, kTwoTo64, kLess},
        Products{"the middle, the whole of it", kTwoTo64 + 1, kTwoTo64 - 1, 1, kMost, kEqual},
        // (2^128 − 1)² = 2^256 − 2^129 + 1: carries out of every half
        Products{"all bits", kMost, kMost, kMost, kMost, kEqual},
        Products{"all bits but one", kMost - 1, kMost, kMost, kMost, kLess},
        // With T = 2^64: (T² − 1 − T)(T + 2) = (T² − 1)(T + 1) − 2T − 1
        Products{"the middle carries", kMost - kTwoTo64, kTwoTo64 + 2, kMost, kTwoTo64 + 1, kLess},
        // (x + 1)(x − 1) = x² − 1 at x = 3 · 2^64 + 5
        Products{"squares", 3 * kTwoTo64 + 6, 3 * kTwoTo64 + 4, 3 * kTwoTo64 + 5, 3 * kTwoTo64 + 5, kLess},
        // 6 · 35 = 14 · 15 with every factor shifted by half a word
        Products{"the same product in other factors", 6 * kTwoTo64, 35 * kTwoTo64, 14 * kTwoTo64, 15 * kTwoTo64,
                 kEqual},
        Products{"only the lowest bit differs", 6 * kTwoTo64, 35 * kTwoTo64, 14 * kTwoTo64 + 1, 15 * kTwoTo64, kLess},
        // At the width of one multiplication: (2^32 − 1)², and 2^32 · 2^32 where 64 bits would leave nothing.
        Products{"half a word", kHalfWord, kHalfWord, 1, kHalfWord* kHalfWord, kEqual},
        Products{"half a word, one less", kHalfWord, kHalfWord - 1, kHalfWord, kHalfWord, kLess},
        Products{"beyond half a word", 1, 1, kHalfWord + 1, kHalfWord + 1, kLess},
        Products{"nothing by the most", 0, kMost, 1, 1, kLess},
        Products{"nothing by nothing", 0, kMost, kMost, 0, kEqual}),
    [](const auto& info) { return "Case" + std::to_string(info.index); });

}  // namespace
