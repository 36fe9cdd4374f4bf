// SPDX-License-Identifier: MIT
//
// A stage and a county that stand in the name of a sheet, of a file or in a title, and nowhere in the rows.
#include "layout/names_of_sheet.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/found.h"

using junheng::IssueCode;
using junheng::QuestionKind;
using test::Found;
using test::sheet;

namespace {

using Rows = std::vector<std::string>;
const std::string kHead = "学校名称\t在校生数\n";

std::string said(const Found& found, IssueCode code) {
  for (const auto& issue : found.issues) {
    if (issue.code == code) return std::string(found.layout.table.at({issue.begin, issue.length}));
  }
  return {};
}

TEST(NamesOfSheet, ASheetSaysTheStageOfItsRows) {
  Found found(sheet("小学", kHead + "松柏校\t45\n") + sheet("附件2 初中部", kHead + "柳溪校\t37\n"));
  EXPECT_EQ(found.rows(), (Rows{"松柏校|45|小学", "柳溪校|37|初中"}));
  EXPECT_EQ(found.count(IssueCode::stage_from_title), 2U) << "once for each sheet";
}

TEST(NamesOfSheet, SoDoesAFileAndTheSheetIsNearer) {
  Found found(sheet("Sheet1", kHead + "松柏校\t45\n", "云岭县_小学_2023.csv") +
              sheet("初中段", kHead + "柳溪校\t37\n", "小学.xlsx") +
              sheet("", kHead + "桃园校\t31\n", "附件2 初中.xlsx"));
  EXPECT_EQ(found.rows(), (Rows{"松柏校|45|小学", "柳溪校|37|初中", "桃园校|31|初中"}));
  EXPECT_EQ(said(found, IssueCode::stage_from_title), "云岭县_小学_2023");
}

TEST(NamesOfSheet, ATitleSaysTheStageOfTheTableBelow) {
  Found found("2023年云岭县初中情况表\n" + kHead + "松柏校\t45\n");
  EXPECT_EQ(found.rows(), (Rows{"松柏校|45|初中"}));
  EXPECT_EQ(said(found, IssueCode::stage_from_title), "2023年云岭县初中情况表");
  Found two("表一 小学\n" + kHead + "松柏校\t45\n\n表二 初中\n" + kHead + "柳溪校\t37\n");
  EXPECT_EQ(two.rows(), (Rows{"松柏校|45|小学", "柳溪校|37|初中"}));
}

TEST(NamesOfSheet, ALineThatIsAStageNeedsNoNote) {
  Found found("小学\n" + kHead + "松柏校\t45\n\n初中\n" + kHead + "柳溪校\t37\n");
  EXPECT_EQ(found.rows(), (Rows{"松柏校|45|小学", "柳溪校|37|初中"}));
  EXPECT_EQ(found.count(IssueCode::stage_from_title), 0U);
}

TEST(NamesOfSheet, ARemarkAboveTheHeaderIsNoTitle) {
  Found found("学校情况\n注：小学的人数含教学点\n" + kHead + "松柏校\t45\n");
  EXPECT_EQ(found.rows(), (Rows{"松柏校|45"}));
}

TEST(NamesOfSheet, TwoStagesOrNoneSayNothing) {
  for (const char* const name :
       {"中小学", "小学、初中", "义务教育学校", "松柏中学", "九年一贯制", "Sheet1", "小升初", "初高中"}) {
    Found found(sheet(name, kHead + "松柏校\t45\n"));
    EXPECT_EQ(found.count(IssueCode::stage_from_title), 0U) << name;
    EXPECT_TRUE(found.layout.questions.empty()) << name;
  }
}

TEST(NamesOfSheet, WhatARowSaysItselfCountsBeforeTheName) {
  Found found(sheet(
      "小学",
      "学校名称\t学校类型\t在校生数\n甲校\t小学\t45\n乙校\t初级中学\t37\n丙校\t\t31\n丁校\t九年一贯制学校\t29\n"));
  EXPECT_EQ(found.rows(),
            (Rows{"甲校|小学|45|小学", "乙校|初级中学|37|", "丙校||31|小学", "丁校|九年一贯制学校|29|小学"}));
  Found named(sheet("小学", kHead + "松柏小学\t45\n柳溪初级中学\t37\n桃园校初中部\t31\n"));
  EXPECT_EQ(named.rows(), (Rows{"松柏小学|45|小学", "柳溪初级中学|37|初中", "桃园校初中部|31|"}));
}

TEST(NamesOfSheet, RowsThatAllSayTheirTypeNeedNoName) {
  Found found(sheet("小学", "学校名称\t学校类型\t在校生数\n甲校\t小学\t45\n乙校\t教学点\t37\n"));
  EXPECT_EQ(found.rows(), (Rows{"甲校|小学|45", "乙校|教学点|37"}));
  EXPECT_TRUE(found.issues.empty());
  EXPECT_TRUE(found.layout.questions.empty());
}

TEST(NamesOfSheet, AColumnOfStagesIsNotTouched) {
  Found found(sheet("小学", "学校名称\t学段\t在校生数\n甲校\t初中\t45\n"));
  EXPECT_EQ(found.rows(), (Rows{"甲校|初中|45"}));
  EXPECT_EQ(found.count(IssueCode::stage_from_title), 0U);
}

TEST(NamesOfSheet, IsCorrectedByAnAnswer) {
  const auto tables = sheet("小学", kHead + "松柏校\t45\n");
  Found found(tables);
  ASSERT_EQ(found.layout.questions.size(), 1U);
  EXPECT_EQ(found.layout.questions[0].kind, QuestionKind::stage);
  EXPECT_EQ(found.layout.questions[0].answer, "primary") << "what is read is used: nothing is open";
  junheng::TableChoices choices;
  choices.answers = {{QuestionKind::stage, {0, 0}, "middle"}};
  Found middle(tables, choices);
  EXPECT_EQ(middle.rows(), (Rows{"松柏校|45|初中"}));
  EXPECT_EQ(middle.layout.questions[0].answer, "middle");
  choices.answers.front().option = "none";
  Found none(tables, choices);
  EXPECT_EQ(none.rows(), (Rows{"松柏校|45"}));
  ASSERT_EQ(none.layout.questions.size(), 1U) << "it can be taken back";
  EXPECT_EQ(none.layout.questions[0].answer, "none");
}

TEST(NamesOfSheet, ATransposedSheetIsNamedLikewise) {
  Found found(sheet(
      "小学", "学校名称\t松柏校\t柳溪校\n学校代码\tA1\tA2\n在校生数\t45\t37\n图书册数\t900\t800\n专任教师数\t3\t2\n"));
  ASSERT_TRUE(found.layout.sheets.front().transposed);
  EXPECT_EQ(found.rows(), (Rows{"松柏校|A1|45|900|3|小学", "柳溪校|A2|37|800|2|小学"}));
}

TEST(NamesOfSheet, FilesOfSeveralCountiesAreNotOne) {
  Found found(sheet("", kHead + "松柏校\t45\n", "云岭县_小学_2023.csv") +
              sheet("", kHead + "松柏校\t37\n", "小学-松原自治县.csv"));
  EXPECT_EQ(found.rows(), (Rows{"松柏校|45|小学|云岭县", "松柏校|37|小学|松原自治县"}));
  EXPECT_EQ(found.count(IssueCode::county_from_title), 2U);
}

}  // namespace
