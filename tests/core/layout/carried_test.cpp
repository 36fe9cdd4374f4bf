// SPDX-License-Identifier: MIT
//
// What a line or a cell says holds for the rows below it, and where it ends: at the next heading, county, page or sheet.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "junheng/layout.h"
#include "support/found.h"
#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Stage;
using test::Found;
using test::Outcome;

namespace {

using Rows = std::vector<std::string>;

struct Case {
  const char* what;
  std::string text;
  const char* fields;
  Rows rows;
};

class Carried : public testing::TestWithParam<Case> {};

TEST_P(Carried, EndsWhereSomethingElseIsSaid) {
  Found found(GetParam().text);
  EXPECT_EQ(found.fields(), GetParam().fields);
  EXPECT_EQ(found.rows(), GetParam().rows);
}

const std::string kHead = "学校名称\t在校生数\n";

INSTANTIATE_TEST_SUITE_P(Contexts, Carried,
                         testing::Values(Case{"a type ends where a stage is said",
                                              kHead + "九年一贯制学校\t\n甲校\t45\n初中\t\n乙校\t37\n",
                                              "school pupils stage type",
                                              {"甲校|45||九年一贯制学校", "乙校|37|初中|"}},
                                         Case{"a stage ends where a type is said",
                                              kHead + "小学\t\n甲校\t45\n完全中学\t\n乙校\t37\n",
                                              "school pupils stage type",
                                              {"甲校|45|小学|", "乙校|37||完全中学"}},
                                         Case{"a stage ends where the next county begins",
                                              "甲县\t\n" + kHead + "小学\t\n甲校\t45\n乙县\t\n" + kHead + "乙校\t37\n",
                                              "school pupils stage county",
                                              {"甲校|45|小学|甲县", "乙校|37||乙县"}},
                                         Case{"a type ends where the next county begins",
                                              "甲县\t\n" + kHead + "教学点\t\n甲校\t45\n乙县\t\n乙校\t37\n",
                                              "school pupils type county",
                                              {"甲校|45|教学点|甲县", "乙校|37||乙县"}},
                                         Case{"a county holds below a stage that is said inside it",
                                              "甲县\t\n" + kHead +
                                                  "小学\t\n甲校\t45\n初中\t\n丙校\t12\n乙县\t\n小学\t\n乙校\t37\n",
                                              "school pupils stage county",
                                              {"甲校|45|小学|甲县", "丙校|12|初中|甲县", "乙校|37|小学|乙县"}},
                                         Case{"a stage in the title of each table",
                                              "小学\t\n" + kHead + "甲校\t45\n初中\t\n" + kHead + "乙校\t37\n",
                                              "school pupils stage",
                                              {"甲校|45|小学", "乙校|37|初中"}},
                                         Case{"a header printed once more does not end it",
                                              kHead + "小学\t\n甲校\t45\n" + kHead + "丁校\t12\n初中\t\n乙校\t37\n",
                                              "school pupils stage",
                                              {"甲校|45|小学", "丁校|12|小学", "乙校|37|初中"}},
                                         Case{"a stage that no row stands below is forgotten",
                                              kHead + "小学\t\n初中\t\n乙校\t37\n",
                                              "school pupils stage",
                                              {"乙校|37|初中"}}),
                         [](const auto& info) { return "Case" + std::to_string(info.index); });

TEST(CarriedOver, AStageOfOneSheetIsNotThatOfTheNext) {
  Found found(test::sheet("甲", kHead + "小学\t\n甲校\t45\n") + test::sheet("乙", kHead + "乙校\t37\n"));
  EXPECT_EQ(found.rows(), (Rows{"甲校|45|小学", "乙校|37|"}));
}

/// A text that is written once is held down inside its own block, and the next block begins without it.
TEST(CarriedOver, ATextWrittenOnceIsNotHeldDownIntoTheNextSheet) {
  const std::string first =
      "学段\t学校名称\t在校生数\n小学\t甲校\t45\n\t乙校\t37\n\t丙校\t12\n初中\t丁校\t9\n\t戊校\t8\n";
  const std::string second = "学段\t学校名称\t在校生数\n\t己校\t7\n\t庚校\t6\n\t辛校\t5\n\t壬校\t4\n\t癸校\t3\n";
  Found found(test::sheet("甲", first) + test::sheet("乙", second));
  EXPECT_EQ(found.rows(), (Rows{"小学|甲校|45", "小学|乙校|37", "小学|丙校|12", "初中|丁校|9", "初中|戊校|8", "|己校|7",
                                "|庚校|6", "|辛校|5", "|壬校|4", "|癸校|3"}));
}

/// The stage of each row of one county decides its units; what was said before the county is of no use to it.
TEST(CarriedOver, ACountyWithoutStagesAsksForThem) {
  const Outcome outcome("甲县\t\n" + kHead + "小学\t\n甲校\t45\n乙县\t\n" + kHead + "乙校\t37\n");
  EXPECT_NE(outcome.unit("甲校", Stage::primary, outcome.county("甲县")), test::kNowhere);
  EXPECT_EQ(outcome.unit("乙校", Stage::primary, outcome.county("乙县")), test::kNowhere);
  EXPECT_EQ(outcome.issues(IssueCode::stage_unknown), 1U);
}

// ---- how high a header may be -------------------------------------------------------------------------------------------

/// A header of so many rows: parents above, the names of the columns in the last but one, units in the last.
std::string header_of(std::size_t height) {
  std::string text = "学校名称\t在校生数\t办学条件\t\n";
  for (std::size_t i = 3; i < height; ++i)
    text += "\t\t第" + std::to_string(i) + "层其中\t\n";
  return text + "\t\t教学及辅助用房面积\t图书册数\n\t人\t㎡\t册\n";
}

TEST(HeaderHeight, FiveRowsAreOneHeader) {
  for (const std::size_t height : {3U, 4U, 5U}) {
    Found found(header_of(height) + "甲校\t45\t6\t279\n");
    std::string kinds;
    for (std::size_t i = 0; i < height; ++i)
      kinds += "header ";
    EXPECT_EQ(found.kinds(), kinds + "school") << height;
    EXPECT_EQ(found.fields(), "school pupils teaching_area books") << height;
    EXPECT_EQ(found.rows(), (Rows{"甲校|45|6|279"})) << height;
  }
}

TEST(HeaderHeight, SixRowsAreNotOneHeader) {
  Found found(header_of(6) + "甲校\t45\t6\t279\n");
  EXPECT_EQ(found.kinds().rfind("header header header header header header", 0), std::string::npos);
}

/// A row of units is a part of the header, also where names that are merged stand in it once more and where a column has
/// a unit and no name.
TEST(HeaderHeight, ARowOfUnitsMayRepeatNames) {
  for (const char* const units : {"学校名称\t人\t㎡", "\t人\t㎡", "学校名称\t在校生数\t㎡"}) {
    Found found("学校名称\t在校生数\t\n" + std::string(units) + "\n甲校\t45\t9\n");
    EXPECT_EQ(found.kinds(), "header header school") << units;
    EXPECT_EQ(found.rows(), (Rows{"甲校|45|9"})) << units;
  }
}

}  // namespace
