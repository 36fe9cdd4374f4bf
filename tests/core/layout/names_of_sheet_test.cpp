// SPDX-License-Identifier: MIT
//
// A stage and a county that stand in the name of a sheet, of a file or in a title, and nowhere in the rows.
#include "layout/names_of_sheet.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/found.h"
#include "support/outcome.h"

using junheng::IssueCode;
using junheng::QuestionKind;
using test::Found;
using test::Outcome;
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

const std::string kOfCounty = "学校名称\t学校类型\t在校生数\n青山小学\t小学\t300\n柳河小学\t小学\t200\n";

std::string only_county(const test::Tables& tables, const junheng::Request& request = {}) {
  const Outcome outcome(tables, request, test::basic());
  if (outcome.result.counties.size() != 1) return std::to_string(outcome.result.counties.size()) + " counties";
  return std::string(outcome.result.table.at(outcome.result.roster.counties.front().name));
}

TEST(CountyOfNames, OfTheOnlyOneIsUsedWhereNoColumnSaysIt) {
  EXPECT_EQ(only_county("云岭县2023年小学基本情况\t\t\n" + kOfCounty), "云岭县");
  EXPECT_EQ(only_county(test::sheet("云岭县_小学", kOfCounty)), "云岭县");
  EXPECT_EQ(only_county(test::sheet("云岭县小学.csv", kOfCounty)), "云岭县");
  EXPECT_EQ(only_county("云岭县\t\t\n" + kOfCounty), "云岭县");
  EXPECT_EQ(only_county(kOfCounty), "");
  // Nobody's name.
  for (const char* const some : {"某县", "某某区", "××县", "XX市"})
    EXPECT_EQ(only_county(some + ("2023年小学基本情况\t\t\n" + kOfCounty)), "") << some;
  EXPECT_EQ(only_county("云岭县小学\t\t\t\n学校名称\t区县\t学校类型\t在校生数\n青山小学\t松江区\t小学\t300\n"),
            "松江区");
}

TEST(CountyOfNames, IsSaidAndCanBeCorrected) {
  const std::string table = "云岭县2023年小学基本情况\t\t\n" + kOfCounty;
  const Outcome outcome(table, test::basic());
  EXPECT_EQ(outcome.issues(IssueCode::county_from_title), 1U);
  const auto is_county = [](const junheng::Question& one) { return one.kind == QuestionKind::county; };
  const auto& questions = outcome.result.questions;
  const auto asked = std::find_if(questions.begin(), questions.end(), is_county);
  ASSERT_NE(asked, questions.end());
  EXPECT_EQ(asked->answer, "named");
  EXPECT_EQ(asked->options[0].sample, "云岭县2023年小学基本情况");
  EXPECT_FALSE(junheng::is_open(questions));
  junheng::Request request;
  request.reading.answers = {{QuestionKind::county, {}, "none"}};
  EXPECT_EQ(only_county(table, request), "");
  const Outcome corrected(table, request, test::basic());
  EXPECT_EQ(corrected.issues(IssueCode::county_from_title), 0U);
  const auto still = std::find_if(corrected.result.questions.begin(), corrected.result.questions.end(), is_county);
  ASSERT_NE(still, corrected.result.questions.end()) << "it can be taken back";
  EXPECT_EQ(still->answer, "none");
}

TEST(CountyOfNames, BesideATableThatHasTheColumn) {
  const std::string other = "学校名称\t区县\t学校类型\t在校生数\n云河小学\t松江区\t小学\t50\n";
  const Outcome outcome(test::sheet("云岭县", kOfCounty) + test::sheet("其他", other), test::basic());
  EXPECT_EQ(outcome.result.counties.size(), 2U);
  EXPECT_NE(outcome.county("云岭县"), test::kNowhere);
}

}  // namespace
