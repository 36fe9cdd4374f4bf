// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "junheng/balance.h"

namespace {

/// 0.1 · 3 ÷ 3 is not 0.1 in doubles; the coefficient of one school is zero all the same.
TEST(SingleUnit, LiesOnItsOwnMean) {
  for (const double value : {0.1, 0.7, 4.35, 1.0 / 3, 2.675}) {
    for (const std::uint32_t pupils : {3U, 7U, 49U, 1013U}) {
      const auto spread = junheng::spread_of(std::vector<double>{value}, std::vector<std::uint32_t>{pupils});
      EXPECT_EQ(spread.deviation, 0.0) << value << " of " << pupils;
      EXPECT_EQ(spread.cv, 0.0) << value << " of " << pupils;
    }
  }
}

}  // namespace
