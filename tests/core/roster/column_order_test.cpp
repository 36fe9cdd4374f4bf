// SPDX-License-Identifier: MIT
//
// Columns in any order: each text goes to its own place, whichever stands before it.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "support/outcome.h"

using junheng::Stage;
using test::Outcome;

namespace {

struct Column {
  const char* header;
  const char* first;
  const char* second;
  const char* total;
};

const std::vector<Column> kColumns = {{"序号", "1", "2", "合计"},
                                      {"省份", "某省", "某省", ""},
                                      {"区县", "甲县", "甲县", ""},
                                      {"学校名称", "育才学校", "红星学校", ""},
                                      {"学校类型", "九年一贯制学校", "完全中学", ""},
                                      {"学段", "小学", "初中", ""}};

std::string table(const std::vector<std::size_t>& order) {
  std::string text;
  const auto line = [&](auto cell, const char* pupils) {
    for (const std::size_t column : order)
      text.append(kColumns[column].*cell).append("\t");
    text.append(pupils).append("\n");
  };
  line(&Column::header, "在校生数");
  line(&Column::first, "600");
  line(&Column::second, "400");
  line(&Column::total, "1000");
  return text;
}

TEST(ColumnOrder, DoesNotMatter) {
  std::vector<std::size_t> order(kColumns.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto& types = test::library().vocabulary.types;
  do {
    const Outcome outcome(table(order));
    const auto& roster = outcome.result.roster;
    SCOPED_TRACE(table(order));
    ASSERT_EQ(roster.rows(), 3U);
    EXPECT_EQ(outcome.result.table.at(roster.school[0]), "育才学校");
    EXPECT_EQ(outcome.result.table.at(roster.school[1]), "红星学校");
    EXPECT_EQ(roster.total, (std::vector<std::uint8_t>{0, 0, 1}));
    ASSERT_EQ(roster.counties.size(), 1U);
    EXPECT_EQ(outcome.result.table.at(roster.counties[0].name), "甲县");
    EXPECT_EQ(outcome.result.table.at(roster.counties[0].province), "某省");
    EXPECT_EQ(types.at(roster.type[0]).id, "nine_year");
    EXPECT_EQ(types.at(roster.type[1]).id, "complete_secondary");
    EXPECT_EQ(roster.only_stage[0], static_cast<std::uint8_t>(Stage::primary));
    EXPECT_EQ(roster.only_stage[1], static_cast<std::uint8_t>(Stage::middle));
    EXPECT_EQ(outcome.issues(junheng::IssueCode::type_unknown), 0U);
    if (HasFailure()) break;  // one order says enough
  } while (std::next_permutation(order.begin(), order.end()));
}

}  // namespace
