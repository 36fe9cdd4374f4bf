// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/found.h"

using test::Found;

namespace {

/// Carriage returns alone, as old programs of the Mac end lines, with line feeds, and both mixed: no cell loses a
/// character, and lines are counted alike.
TEST(OldLines, EndLinesAsOthersDo) {
  for (const std::string end : {"\r", "\n", "\r\n"}) {
    for (const std::string other : {"\r", "\n", "\r\n"}) {
      Found found("学校名称\t在校生数\t图书册数" + end + "1小学\t45\t300" + other + "\"2小学\"\t46\t301" + end +
                  "甲小学\t47\t302" + end);
      const std::vector<std::string> rows = {"1小学|45|300", "2小学|46|301", "甲小学|47|302"};
      EXPECT_EQ(found.rows(), rows);
    }
  }
}

}  // namespace
