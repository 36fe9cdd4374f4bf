// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "support/outcome.h"

using junheng::Stage;
using test::Outcome;

namespace {

/// A stage's own number and its share of the school's are added over one denominator. What does not fit in 128 bits is
/// no value, and never the rest of a division by 2^128.
TEST(BeyondBits, ASumThatDoesNotFitIsNoValue) {
  const auto value = [](const char* own, const char* whole) {
    return Outcome(
               std::string("学校名称\t学校类型\t小学在校生数\t初中在校生数\t小学专科学历教师人数\t本科学历教师人数\t"
                           "小学硕士学历教师人数\t小学博士学历教师人数\n甲\t九年一贯制\t200000000\t200000000\t") +
               own + "\t" + whole + "\t0\t0.00000000000000001\n")
        .value("甲", Stage::primary, "degree_teachers");
  };
  // 8 · 10^28 · 42 · 10^8 + 3 · 10^27 · 2 · 10^9 is 2^128 and half a hundredth more.
  EXPECT_TRUE(std::isnan(value("800000000000", "30000000000")));
  EXPECT_FALSE(std::isnan(value("800", "30")));
}

}  // namespace
