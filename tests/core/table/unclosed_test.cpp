// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "junheng/record.h"
#include "junheng/table.h"
#include "support/found.h"

namespace {

/// A quote that is never closed is a character, in the row it stands in as people see it too, and from there on.
TEST(Unclosed, AQuoteStaysInItsCell) {
  junheng::Issues issues;
  const junheng::Table table = junheng::read_records(
      "学校名称\t在校生数\t备注\n\"甲小学\"\t300\t\"好\"\n乙小学\t200\t\"未完\n丙小学\t100\t又\n", issues);
  ASSERT_EQ(table.rows(), 4U);
  EXPECT_EQ(junheng::record_cells(table, 1), (std::vector<std::string>{"甲小学", "300", "好"}));
  EXPECT_EQ(junheng::record_cells(table, 2), (std::vector<std::string>{"乙小学", "200", "\"未完"}));
  EXPECT_EQ(junheng::record_cells(table, 3), (std::vector<std::string>{"丙小学", "100", "又"}));
}

/// Nor does it hide what parts the cells of all lines below it.
TEST(Unclosed, AQuoteInATitleHidesNoDelimiter) {
  for (const std::string by : {",", ";", "\t"}) {
    const test::Found found("\"某县表\n学校名称" + by + "在校生数" + by + "图书册数\n甲" + by + "45" + by + "300\n");
    EXPECT_EQ(found.fields(), "school pupils books") << by;
  }
}

}  // namespace
