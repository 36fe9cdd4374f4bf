// SPDX-License-Identifier: MIT
//
// What stands above and below the names of columns: a stage over texts, units in brackets.
#include <gtest/gtest.h>

#include "layout/row_look.h"
#include "support/found.h"
#include "support/outcome.h"

using test::Found;

namespace {

/// 小学 above a text says nothing else about it; above a number without stages it does.
TEST(BesideNames, AStageAboveATextLeavesItWhatItIs) {
  EXPECT_EQ(Found("学校\t小学\t小学\t初中\n学校名称\t学校类型\t在校生数\t在校生数\n甲\t九年一贯制\t45\t46\n").fields(),
            "school type pupils/primary pupils/middle");
}

/// A row of units has no number, also where its brackets are full-width.
TEST(BesideNames, UnitsInBracketsAreNoNumbers) {
  Found found("学校名称\t在校生数\t图书册数\n\t（人）\t（册）\n甲\t45\t300\n");
  EXPECT_EQ(found.kinds(), "header header school");
  const auto& words = test::library().vocabulary;
  for (const char* unit : {"（人）", "（册）", "（万元）", "（㎡）", "（）"})
    EXPECT_FALSE(junheng::is_numeric(unit, words)) << unit;
  for (const char* number : {"25人", "３００册", "1.5万元", "4500㎡"})
    EXPECT_TRUE(junheng::is_numeric(number, words)) << number;
}

}  // namespace
