// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>

#include "support/outcome.h"

using junheng::IssueCode;
using test::Outcome;

namespace {

std::size_t differing(const std::string& stage, const char* whole, const char* part) {
  return Outcome("学校名称\t学校类型\t在校生数\t图书册数\t" + stage + "图书册数\n甲\t十二年一贯制\t900\t" + whole +
                 "\t" + part + "\n")
      .issues(IssueCode::parts_differ);
}

/// A table may have a column for one stage alone: it is no more than the school has, whichever stage it is.
TEST(OneStage, IsNoMoreThanItsSchool) {
  for (const char* stage : {"小学", "初中", "高中"}) {
    EXPECT_EQ(differing(stage, "4000", "5000"), 1U) << stage;
    EXPECT_EQ(differing(stage, "4000", "4000"), 0U) << stage;
    EXPECT_EQ(differing(stage, "4000", "3000"), 0U) << stage << ": the rest is the others'";
  }
}

}  // namespace
