// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>

#include "support/found.h"

using junheng::IssueCode;
using test::Found;

namespace {

std::string header_of(std::size_t columns) {
  std::string line = "学校名称\t在校生数";
  for (std::size_t i = 2; i < columns; ++i)
    line.append("\t列").append(std::to_string(i));
  return line + "\n";
}

/// 20,000 columns are read, one more is none that is known.
TEST(Widest, AsManyColumnsAsAreCountedAndNoMore) {
  Found widest(header_of(20'000) + "甲\t45\n");
  EXPECT_EQ(widest.layout.columns.size(), 20'000U);
  EXPECT_EQ(widest.count(IssueCode::input_too_big), 0U);
  Found wider(header_of(20'001) + "甲\t45\n");
  EXPECT_EQ(wider.layout.columns.size(), 0U);
  EXPECT_EQ(wider.count(IssueCode::input_too_big), 1U);
}

}  // namespace
