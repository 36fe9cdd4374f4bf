// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>

#include "support/found.h"

using junheng::IssueCode;
using test::Found;

namespace {

/// A table of many columns with one school, and below it one of many schools with two columns.
std::string wide_above_long(int columns, int schools) {
  std::string header = "学校\t人数";
  std::string row = "甲\t1";
  for (int i = 0; i < columns; ++i) {
    // Short ones: what is longer is compared with every known name.
    header += "\t列";
    for (const int letter : {i / 676, i / 26 % 26, i % 26})
      header.push_back(static_cast<char>('a' + letter));
    row += "\t2";
  }
  std::string text = header + "\n" + row + "\n\n学校\t人数\n";
  for (int i = 0; i < schools; ++i)
    text += "乙" + std::to_string(i) + "\t1\n";
  return text;
}

/// Each school of the second has every column of the first, empty: read while that is little, refused where a few bytes
/// would make millions of cells.
TEST(MostlyEmpty, TablesOfOtherColumnsAreReadUpToABound) {
  Found few(wide_above_long(300, 1000));
  EXPECT_EQ(few.layout.columns.size(), 302U);
  EXPECT_EQ(few.count(IssueCode::input_too_big), 0U);
  Found many(wide_above_long(700, 8500));  // 6 million cells of 80 KB
  EXPECT_EQ(many.layout.columns.size(), 0U);
  EXPECT_EQ(many.count(IssueCode::input_too_big), 1U);
}

}  // namespace
