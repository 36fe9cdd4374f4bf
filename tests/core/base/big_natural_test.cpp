// SPDX-License-Identifier: MIT
#include "base/big_natural.h"

#include <gtest/gtest.h>

#include <compare>
#include <limits>
#include <vector>

#include "support/big.h"
#include "support/random.h"

using junheng::BigNatural;
using junheng::U128;

namespace {

int sign(std::strong_ordering order) {
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

TEST(BigNatural, ZeroIsTheSmallestAndChangesNoSum) {
  const BigNatural zero;
  const BigNatural one(1);
  EXPECT_EQ(zero, BigNatural(0));
  EXPECT_LT(zero, one);
  EXPECT_EQ(zero + zero, zero);
  EXPECT_EQ(one + zero, one);
  EXPECT_EQ(one * zero, zero) << "a product has no leading zeros either";
  EXPECT_EQ(zero * (one + one), zero);
}

TEST(BigNatural, CarriesGoThroughAllLimbs) {
  const BigNatural most(std::numeric_limits<U128>::max());
  const BigNatural one(1);
  const BigNatural two_to_64(U128{1} << 64U);
  EXPECT_GT(most + one, most);
  EXPECT_EQ(most + one, two_to_64 * two_to_64);
  EXPECT_EQ(most * most + most + most + one, two_to_64 * two_to_64 * two_to_64 * two_to_64);
}

TEST(BigNatural, ADifferenceBorrowsThroughAllLimbsAndHasNoLeadingZeros) {
  const BigNatural one(1);
  const BigNatural two_to_128 = BigNatural::power_of_two(128);
  EXPECT_EQ(two_to_128 - one, BigNatural(std::numeric_limits<U128>::max()));
  EXPECT_EQ(two_to_128 - two_to_128, BigNatural());
  EXPECT_EQ(two_to_128 + one - two_to_128, one);
  EXPECT_EQ(BigNatural::power_of_two(0), one);
  EXPECT_EQ(BigNatural::power_of_two(31) + BigNatural::power_of_two(31), BigNatural::power_of_two(32));
}

TEST(BigNatural, LengthCountsBeforeTheHighestLimb) {
  EXPECT_LT(BigNatural(0xFFFFFFFFU), BigNatural(0x100000000U));
  EXPECT_LT(BigNatural(0x1FFFFFFFFU), BigNatural(0x200000000U));
  EXPECT_GT(BigNatural(0x200000001U), BigNatural(0x200000000U)) << "the lowest limb decides where the others agree";
}

/// Sums and products of numbers near the edges of limbs, compared as the tests' own big numbers compare.
TEST(BigNatural, AgreesWithPlainLongArithmetic) {
  test::Random random(41);
  const auto draw = [&]() -> std::uint64_t {
    switch (random.below(4)) {
      case 0:
        return random.below(3);
      case 1:
        return 0U - random.below(3);
      case 2:
        return 0xFFFFFFFFU + random.below(3);
      default:
        return random.next();
    }
  };
  struct Pair {
    BigNatural ours;
    test::Big plain;
  };
  for (int i = 0; i < 3000; ++i) {
    std::vector<Pair> pool;
    for (int n = 0; n < 3; ++n) {
      const std::uint64_t high = draw();
      const std::uint64_t low = draw();
      pool.push_back({BigNatural(U128{high} << 64U | low), test::Big::from_parts(high, low)});
    }
    pool.push_back({pool[0].ours * pool[1].ours, pool[0].plain * pool[1].plain});
    pool.push_back({pool[3].ours * pool[2].ours + pool[1].ours, pool[3].plain * pool[2].plain + pool[1].plain});
    pool.push_back({pool[2].ours * pool[3].ours, pool[2].plain * pool[3].plain});
    for (const Pair& a : pool) {
      for (const Pair& b : pool) {
        ASSERT_EQ(sign(a.ours <=> b.ours), compare(a.plain, b.plain)) << "case " << i;
        ASSERT_EQ(a.ours == b.ours, compare(a.plain, b.plain) == 0) << "case " << i;
        ASSERT_EQ(sign((a.ours + b.ours) <=> pool[4].ours), compare(a.plain + b.plain, pool[4].plain)) << "case " << i;
      }
    }
  }
}

}  // namespace
