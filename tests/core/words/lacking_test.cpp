// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>

#include "support/outcome.h"

using test::Outcome;

namespace {

bool says(const Outcome& outcome, const char* text) {
  return outcome.json().find(text) != std::string::npos;
}

/// Three of the numbers that are missing are named; that there are more is said, and only where there are.
TEST(Lacking, MoreThanThreeNumbersAreSaidToBeMore) {
  const auto four = Outcome::of_facts("三年前初中一年级在校生数\t4023");
  EXPECT_TRUE(says(four, "（缺本届毕业学生人数、毕业年级三年转入学生数、毕业年级三年死亡学生数等）"));
  EXPECT_TRUE(says(four, "Died within three years, …)"));
  const auto three = Outcome::of_facts("三年前初中一年级在校生数\t4023\n毕业年级三年转入学生数\t158");
  EXPECT_TRUE(says(three, "（缺本届毕业学生人数、毕业年级三年死亡学生数、毕业年级三年转出学生数）"));
  EXPECT_TRUE(says(three, "Moved out within three years)"));
}

}  // namespace
