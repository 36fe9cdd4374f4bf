// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "junheng/terms.h"

using junheng::Verdict;
using junheng::worse;

/// What nearly meets a threshold is worse than what meets it, and better than what is not known.
TEST(Worse, NearStandsBetween) {
  EXPECT_EQ(worse(Verdict::near, Verdict::pass), Verdict::near);
  EXPECT_EQ(worse(Verdict::pass, Verdict::near), Verdict::near);
  EXPECT_EQ(worse(Verdict::none, Verdict::near), Verdict::near);
  EXPECT_EQ(worse(Verdict::near, Verdict::unknown), Verdict::unknown);
  EXPECT_EQ(worse(Verdict::fail, Verdict::near), Verdict::fail);
}
