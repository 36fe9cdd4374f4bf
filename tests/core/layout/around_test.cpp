// SPDX-License-Identifier: MIT
//
// What stands around and between tables: other tables, many titles, remarks in the middle, one county in every title.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "support/found.h"

using junheng::IssueCode;
using test::Found;

namespace {

using Rows = std::vector<std::string>;

const std::string kWide = "学校名称\t学校类型\t在校生数\t图书册数\t专任教师数\t计算机台数\n";
const std::string kFirst = "甲校\t小学\t45\t9\t3\t7\n";
const std::string kSecond = "乙校\t初中\t37\t8\t2\t6\n";
const Rows kBoth = {"甲校|小学|45|9|3|7", "乙校|初中|37|8|2|6"};

struct Around {
  const char* what;
  std::string text;
  Rows rows;
  const char* kinds;

  friend void PrintTo(const Around& one, std::ostream* out) { *out << one.what; }
};

class AroundTables : public testing::TestWithParam<Around> {};

TEST_P(AroundTables, OnlySchoolsAreSchools) {
  Found found(GetParam().text);
  EXPECT_EQ(found.rows(), GetParam().rows);
  EXPECT_EQ(found.kinds(), GetParam().kinds);
}

INSTANTIATE_TEST_SUITE_P(
    Each, AroundTables,
    testing::Values(Around{"an empty line ends no table", kWide + kFirst + "\n" + kSecond, kBoth,
                           "header school school"},
                    Around{"a narrow table of something else below a row of spaces",
                           kWide + kFirst + kSecond + "\xE3\x80\x80\t\t\t\t\t\n初一\t120\n初二\t130\n", kBoth,
                           "header school school blank other_table other_table"},
                    Around{"half as wide is as wide as a school with gaps",
                           kWide + kFirst + "\n乙校\t初中\t37\n",
                           {"甲校|小学|45|9|3|7", "乙校|初中|37"},
                           "header school school"},
                    Around{"a narrow row without an empty line is a school",
                           kWide + kFirst + "乙校\t37\n",
                           {"甲校|小学|45|9|3|7", "乙校|37"},
                           "header school school"},
                    Around{"a remark between schools", kWide + kFirst + "注：以下为民办学校\n" + kSecond, kBoth,
                           "header school note school"},
                    Around{"dots between schools", kWide + kFirst + "……\t……\t……\n" + kSecond, kBoth,
                           "header school ellipsis school"},
                    Around{"codes below the header", kWide + "甲\t乙\t1\t2\t3\t4\n" + kFirst + kSecond, kBoth,
                           "header codes school school"},
                    Around{"a total above the schools",
                           kWide + "合计\t\t82\t17\t5\t13\n" + kFirst + kSecond,
                           {"合计||82|17|5|13", kBoth[0], kBoth[1]},
                           "header total school school"},
                    Around{"a school without any number",
                           kWide + kFirst + "丙校\t小学\t\t\t\t\n" + kSecond,
                           {kBoth[0], "丙校|小学||||", kBoth[1]},
                           "header school school school"},
                    Around{"a school with nothing but its name",
                           kWide + kFirst + "丙校\n" + kSecond,
                           {kBoth[0], "丙校", kBoth[1]},
                           "header school school school"}),
    [](const auto& info) { return "Case" + std::to_string(info.index); });

TEST(AroundTable, AsManyTitlesAsAnyoneWrites) {
  for (const int titles : {1, 59, 60, 61, 130}) {
    std::string text;
    for (int i = 0; i < titles; ++i)
      text += "说明文字第" + std::to_string(i) + "行\n";
    Found found(text + kWide + kFirst + kSecond);
    EXPECT_EQ(found.rows(), kBoth) << titles;
    EXPECT_EQ(found.fields(), "school type pupils books full_time_teachers computers") << titles;
  }
}

TEST(AroundTable, OneCountyInEveryTitleIsNoColumn) {
  Found once("甲县2024年学校情况\n" + kWide + kFirst + kSecond);
  EXPECT_EQ(once.fields(), "school type pupils books full_time_teachers computers");
  Found twice("甲县\n" + kWide + kFirst + "甲县\n" + kWide + kSecond);
  EXPECT_EQ(twice.fields(), "school type pupils books full_time_teachers computers");
  EXPECT_EQ(twice.rows(), kBoth);
  Found two("甲县\n" + kWide + kFirst + "乙县\n" + kWide + kSecond);
  EXPECT_EQ(two.fields(), "school type pupils books full_time_teachers computers county");
}

/// A county that the table names itself is not written a second time.
TEST(AroundTable, AColumnOfCountiesCountsBeforeTitles) {
  const std::string header = "区县\t学校名称\t学校类型\t在校生数\n";
  Found found("甲县\n" + header + "丙县\t甲校\t小学\t45\n乙县\n" + header + "丁县\t乙校\t初中\t37\n");
  EXPECT_EQ(found.fields(), "county school type pupils");
  EXPECT_EQ(found.rows(), (Rows{"丙县|甲校|小学|45", "丁县|乙校|初中|37"}));
}

/// Pupils by stage say the stages themselves: a line above a block adds no column of stages then.
TEST(AroundTable, AStageAboveColumnsOfStagesIsNoColumn) {
  Found found("学校名称\t在校生数(小学)\t在校生数(初中)\n小学\t\t\n甲校\t45\t\n初中\t\t\n乙校\t\t37\n");
  EXPECT_EQ(found.fields(), "school pupils/primary pupils/middle");
  EXPECT_EQ(found.rows(), (Rows{"甲校|45|", "乙校||37"}));
}

/// A column without a name is not its neighbour's, unless a name below says that the neighbour is its parent.
TEST(AroundTable, AColumnWithoutANameHasNone) {
  EXPECT_EQ(Found("学校名称\t\t在校生数\n甲校\t红\t45\n").fields(), "school - pupils");
  EXPECT_EQ(Found("学校名称\t在校生数\t\t\t图书册数\n\t小学\t初中\t\t\n甲校\t45\t6\t红\t279\n").fields(),
            "school pupils/primary pupils/middle - books");
}

/// Spreadsheets write an empty row as nothing but what parts cells. It is no row, and nothing ends with it.
TEST(AroundTable, ALineOfCommasOrTabsIsAnEmptyLine) {
  for (const char* const mark : {"\t", ",", ";"}) {
    std::string text = kWide + kFirst + "\t\t\t\t\t\n乙校\t37\n";
    for (std::size_t at = text.find('\t'); at != std::string::npos; at = text.find('\t', at + 1))
      text.replace(at, 1, mark);
    Found found(text);
    EXPECT_EQ(found.kinds(), "header school school") << mark;
    EXPECT_EQ(found.rows(), (Rows{kBoth[0], "乙校|37"})) << mark;
  }
}

}  // namespace
