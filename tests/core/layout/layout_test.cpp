// SPDX-License-Identifier: MIT
//
// What stands around, above and between the schools of a sheet, as it was met in real tables.
#include "junheng/layout.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/found.h"

using junheng::IssueCode;
using junheng::TableChoices;
using test::Found;

namespace {

using Rows = std::vector<std::string>;
const std::string kPlain = "学校名称\t学校类型\t在校生数\n甲校\t小学\t45\n乙校\t初中\t37\n";

TEST(Layout, APlainTable) {
  Found found(kPlain);
  EXPECT_EQ(found.fields(), "school type pupils");
  EXPECT_EQ(found.rows(), (Rows{"甲校|小学|45", "乙校|初中|37"}));
  EXPECT_EQ(found.kinds(), "header school school");
  EXPECT_TRUE(found.issues.empty());
}

TEST(Layout, TitlesAboveTheHeader) {
  Found found("甲县2024年学校情况统计表\t\t\n填报单位：教育局　2024年10月\t\t\n" + kPlain);
  EXPECT_EQ(found.kinds(), "title title header school school");
  EXPECT_EQ(found.fields(), "school type pupils");
}

TEST(Layout, ATitleWithCommasAboveTabs) {
  Found found("小学、初中,基本情况,2024\n" + kPlain);
  EXPECT_EQ(found.rows(), (Rows{"甲校|小学|45", "乙校|初中|37"}));
}

TEST(Layout, TwoHeaderRowsWithTheParentInItsFirstCell) {
  Found found("学校名称\t在校生数\t\t图书册数\n\t小学\t初中\t\n甲校\t45\t6\t279\n");
  EXPECT_EQ(found.fields(), "school pupils/primary pupils/middle books");
  EXPECT_EQ(found.headers(), "学校名称|在校生数 > 小学|在校生数 > 初中|图书册数");
  EXPECT_EQ(found.kinds(), "header header school");
}

TEST(Layout, TwoHeaderRowsWithTheParentRepeated) {
  Found found("学校名称\t在校生数\t在校生数\n学校名称\t小学\t初中\n甲校\t45\t6\n");
  EXPECT_EQ(found.fields(), "school pupils/primary pupils/middle");
}

TEST(Layout, ThreeHeaderRowsWithUnits) {
  Found found("学校名称\t在校生数\t\t面积\n\t小学\t初中\t教学及辅助用房\n\t人\t人\t㎡\n甲校\t45\t6\t279\n");
  EXPECT_EQ(found.fields(), "school pupils/primary pupils/middle teaching_area");
}

TEST(Layout, FourHeaderRows) {
  Found found(
      "学校名称\t在校生数\t占地面积及其他办学条件\t\n\t\t占地面积（平方米）\t\n\t\t其中\t\n\t\t绿化用地面积\t运动场地面"
      "积\n"
      "甲校\t45\t6\t279\n");
  EXPECT_EQ(found.fields(), "school pupils - sports_ground_area");
  EXPECT_EQ(found.kinds(), "header header header header school");
}

TEST(Layout, LineCodesBelowTheHeader) {
  EXPECT_EQ(Found("学校名称\t学校类型\t在校生数\t图书册数\nL1\tL2\tL3\tL4\n甲校\t小学\t45\t9\n").kinds(),
            "header codes school");
  EXPECT_EQ(Found("学校名称\t学校类型\t在校生数\t图书册数\n甲\t乙\t1\t2\n甲校\t小学\t45\t9\n").kinds(),
            "header codes school");
}

TEST(Layout, TotalsAreNoSchools) {
  EXPECT_EQ(Found(kPlain + "合计\t\t82\n总　计\t\t82\n").kinds(), "header school school total total");
  EXPECT_EQ(Found("序号\t学校名称\t在校生数\n1\t甲校\t45\n合计\t\t45\n\t小 计\t45\n").kinds(),
            "header school total total");
}

TEST(Layout, NotesBelowTheTable) {
  Found found(kPlain + "注：1.本表数据截至9月1日。\t\t\n填表人：张某　审核人：李某 0571-88880000\t\t\n");
  EXPECT_EQ(found.kinds(), "header school school note note");
  EXPECT_TRUE(found.issues.empty());
}

TEST(Layout, AnEllipsisBetweenRows) {
  EXPECT_EQ(Found("学校名称\t在校生数\n甲校\t45\n…\t…\n乙校\t37\n……\t\n").kinds(),
            "header school ellipsis school ellipsis");
}

TEST(Layout, AStageAboveItsRowsBecomesAColumn) {
  Found found("学校名称\t在校生数\n一、小学\t\n甲校\t45\n（二）初中\t\n乙校\t37\n");
  EXPECT_EQ(found.kinds(), "header group school group school");
  EXPECT_EQ(found.fields(), "school pupils stage");
  EXPECT_EQ(found.rows(), (Rows{"甲校|45|小学", "乙校|37|初中"}));
}

TEST(Layout, ATypeAboveItsRowsBecomesAColumn) {
  Found found("学校名称\t在校生数\n九年一贯制学校\t\n甲校\t45\n完全中学\t\n乙校\t37\n");
  EXPECT_EQ(found.fields(), "school pupils type");
  EXPECT_EQ(found.rows(), (Rows{"甲校|45|九年一贯制学校", "乙校|37|完全中学"}));
}

TEST(Layout, CountiesAboveTheirRowsBecomeAColumn) {
  Found found(
      "甲县\t\t\n学校名称\t学校类型\t在校生数\n甲校\t小学\t45\n乙县\t\t\n学校名称\t学校类型\t在校生数\n乙校\t小学\t37"
      "\n");
  EXPECT_EQ(found.fields(), "school type pupils county");
  EXPECT_EQ(found.rows(), (Rows{"甲校|小学|45|甲县", "乙校|小学|37|乙县"}));
}

TEST(Layout, AHeaderOnEveryPageIsOneTable) {
  Found found(kPlain + "学校名称\t学校类型\t在校生数\n丙校\t小学\t12\n");
  EXPECT_EQ(found.kinds(), "header school school header school");
  EXPECT_EQ(found.rows().size(), 3U);
  EXPECT_EQ(found.fields(), "school type pupils");
}

TEST(Layout, AStageWrittenOnceHoldsForTheRowsBelow) {
  Found found("学段\t学校名称\t在校生数\n小学\t甲校\t45\n\t乙校\t37\n\t丙校\t12\n初中\t丁校\t99\n\t戊校\t98\n");
  EXPECT_EQ(found.rows(), (Rows{"小学|甲校|45", "小学|乙校|37", "小学|丙校|12", "初中|丁校|99", "初中|戊校|98"}));
  EXPECT_EQ(found.count(IssueCode::held_down), 1U);
}

TEST(Layout, ANumberIsNeverHeldDown) {
  Found found("学校名称\t在校生数\n甲校\t45\n乙校\t\n丙校\t\n丁校\t\n");
  EXPECT_EQ(found.rows(), (Rows{"甲校|45", "乙校|", "丙校|", "丁校|"}));
}

TEST(Layout, ASchoolAColumn) {
  Found found("学校名称\t甲校\t乙校\n学校类型\t小学\t初中\n在校生数\t45\t37\n图书册数\t9\t8\n专任教师数\t3\t2\n");
  EXPECT_TRUE(found.layout.sheets.front().transposed);
  EXPECT_EQ(found.rows(), (Rows{"甲校|小学|45|9|3", "乙校|初中|37|8|2"}));
}

TEST(Layout, SheetsOfTheSameColumnsGoBelowEachOther) {
  Found found(test::sheet("一片区", "学校名称\t在校生数\n甲校\t45\n") +
              test::sheet("二片区", "在校生数\t学校名称\n37\t乙校\n"));
  EXPECT_EQ(found.rows(), (Rows{"甲校|45", "乙校|37"}));
  EXPECT_EQ(found.count(IssueCode::rows_joined), 0U);
}

TEST(Layout, TheNameOfASheetSaysTheStageThatItsRowsDoNot) {
  Found found(test::sheet("小学", "学校名称\t在校生数\n甲校\t45\n") +
              test::sheet("二、初中部", "在校生数\t学校名称\n37\t甲校\n"));
  EXPECT_EQ(found.rows(), (Rows{"甲校|45|小学", "甲校|37|初中"}));
  Found own(test::sheet("小学", "学校名称\t学段\t在校生数\n甲校\t初中\t45\n"));
  EXPECT_EQ(own.rows(), (Rows{"甲校|初中|45"})) << "what a row says of itself stands";
}

TEST(Layout, SheetsOfOtherColumnsAreJoinedByTheSchool) {
  Found found(test::sheet("学生", "学校名称\t在校生数\n甲校\t45\n乙校\t37\n") +
              test::sheet("图书", "学校\t图书册数\n乙 校\t8\n甲校\t9\n丙校\t7\n"));
  EXPECT_EQ(found.fields(), "school pupils books");
  EXPECT_EQ(found.rows(), (Rows{"甲校|45|9", "乙校|37|8", "丙校||7"}));
  EXPECT_EQ(found.count(IssueCode::rows_joined), 1U);
}

TEST(Layout, ThreeSheetsOfOneSchoolAreOneRow) {
  Found found(test::sheet("", "学校\t人数\n甲校\t45\n") + test::sheet("", "学校\t图书册数\n甲校\t9\n") +
              test::sheet("", "学校\t图书册数\t专任教师数\n甲校\t9\t3\n"));
  EXPECT_EQ(found.rows(), (Rows{"甲校|45|9|3"}));
}

TEST(Layout, TwoNumbersForOneThingStayTwoRows) {
  Found found(test::sheet("", "学校\t人数\n甲校\t45\n") + test::sheet("", "学校\t人数\t图书册数\n甲校\t46\t9\n"));
  EXPECT_EQ(found.rows(), (Rows{"甲校|45|", "甲校|46|9"}));
}

TEST(Layout, OneColumnInTwoUnits) {
  Found found(test::sheet("", "学校\t教学仪器设备值（万元）\n甲校\t1.2\n") +
              test::sheet("", "学校\t教学仪器设备值（元）\n乙校\t37\n"));
  EXPECT_EQ(found.rows(), (Rows{"甲校|1.2", "乙校|37元"}));
}

TEST(Layout, AnEditStandsInPlaceOfTheCell) {
  TableChoices choices;
  choices.edits = {{{0, 2}, 2, "46"}, {{0, 3}, 3, "新"}, {{0, 2}, 2, "47"}, {{0, 9}, 0, "x"}, {{1, 2}, 0, "x"}};
  Found found(kPlain, choices);
  EXPECT_EQ(found.rows(), (Rows{"甲校|小学|47", "乙校|初中|37|新"}));
  EXPECT_EQ(Found(kPlain).rows().front(), "甲校|小学|45") << "without it everything is as it was";
}

TEST(Layout, AnEditOfALineOfSeveralCellsLeavesTheOthers) {
  TableChoices choices;
  choices.edits = {{{0, 3}, 0, " a\tb\n\"c\" "}};
  Found found("学校名称,在校生数,备注\n\"甲,校\",45,\"他说\"\"好\"\"\"\n乙校,37,\"两\n行\"\n", choices);
  EXPECT_EQ(found.rows(), (Rows{"甲,校|45|他说\"好\"", " a\tb\n\"c\" |37|两\n行"}));
}

/// The complaint about a quote points into the text as it came, which an edit writes anew.
TEST(Layout, ComplaintsPointToWhatWasFoundAlsoAfterAnEdit) {
  TableChoices choices;
  choices.edits = {{{0, 2}, 1, "46"}};
  std::string text = "学校名称\t在校生数\n甲校\t" + std::string(3000, ' ') + "45\n\"乙校\t37\n";
  Found found(text, choices);
  ASSERT_EQ(found.count(IssueCode::unclosed_quote), 1U);
  const auto& issue = found.issues.front();
  EXPECT_EQ(found.layout.table.at({issue.begin, issue.length}).substr(0, 7), "\"乙校");
}

TEST(Layout, AnEditFarToTheRightOfARowIsNone) {
  TableChoices choices;
  choices.edits = {{{0, 2}, 19'999, "x"}};
  EXPECT_EQ(Found(kPlain, choices).rows().front(), "甲校|小学|45");
}

TEST(Layout, AColumnChosenByHand) {
  TableChoices choices;
  choices.columns = {
      {0, "school", "", ""}, {1, "pupils", "primary", ""}, {2, "equipment_value", "", "万元"}, {9, "books", "", ""}};
  Found found("学校名称\t甲类\t在校生数\n甲校\t45\t1.5\n", choices);
  EXPECT_EQ(found.fields(), "school pupils/primary equipment_value");
  EXPECT_EQ(found.layout.columns[2].match->conversion.shift, 4);
  EXPECT_EQ(found.layout.columns[1].sureness, junheng::Sureness::chosen);
}

TEST(Layout, AColumnLeftOutByHand) {
  TableChoices choices;
  choices.columns = {{2, "", "", ""}};
  EXPECT_EQ(Found(kPlain, choices).fields(), "school type -");
}

TEST(Layout, HeaderRowsChosenByHand) {
  TableChoices choices;
  choices.header_first = {0, 3};
  choices.header_last = 4;
  Found found("学校名称\t在校生数\n样例\t1\n名字\t在校生数\n\t小学\n甲校\t45\n", choices);
  EXPECT_EQ(found.kinds(), "title title header header school");
  EXPECT_EQ(found.headers(), "名字|在校生数 > 小学");
}

TEST(Layout, RowsLeftOutByHand) {
  TableChoices choices;
  choices.left_out = {{0, 3}, {0, 99}, {4, 2}};
  Found found(kPlain, choices);
  EXPECT_EQ(found.kinds(), "header school left_out");
  EXPECT_EQ(found.rows(), (Rows{"甲校|小学|45"}));
}

TEST(Layout, ALikeNameIsAskedAndNotUsed) {
  Found found("学校名称\t在校生数\t体育运动场管面积\n甲校\t45\t100\n");
  EXPECT_EQ(found.fields(), "school pupils ?sports_area");
  EXPECT_EQ(found.count(IssueCode::column_asked), 1U);
}

TEST(Layout, ALineOfWordsIsNamedInAnIssue) {
  Found found("序号\t学校名称\t在校生数\n1\t甲校\t45\n以下学校已撤并\t\t\n2\t丙校\t5\n");
  EXPECT_EQ(found.kinds(), "header school aside school");
  EXPECT_EQ(found.count(IssueCode::row_aside), 1U);
}

/// Behind it rows are measured by how wide they are: all of their cells have to be looked at.
TEST(Layout, ARowOfNothingButSpacesEndsNoTable) {
  const std::string header = "学校名称\t学校类型\t在校生数\t图书册数\t专任教师数\t班级数\t计算机台数\t备注\n";
  Found found(header + "甲校\t小学\t45\t9\t3\t1\t7\t\n\xE3\x80\x80\t\t\t\t\t\t\t\n乙校\t小学\t37\t8\t2\t1\t6\t\n");
  EXPECT_EQ(found.rows().size(), 2U);
}

// ---- shapes that only somebody hostile writes: what they cost is counted and not timed ----------------------------------

TEST(Layout, ALineOfMoreColumnsThanCanBeCountedIsRefused) {
  std::string line = "学校名称\t在校生数";
  for (int i = 0; i < 30000; ++i)
    line += "\t列";
  Found found(line + "\n" + line + "\n");
  EXPECT_EQ(found.layout.columns.size(), 0U);
  EXPECT_GE(found.count(IssueCode::input_too_big), 1U);
}

TEST(Layout, BlocksThatTogetherHaveTooManyColumnsAreRefused) {
  std::string text;
  for (int block = 0; block < 4; ++block) {
    text += "学校名称\t在校生数";
    for (int i = 0; i < 18000; ++i)
      text.append("\t列").append(std::to_string(block * 18000 + i));
    text += "\n甲校\t45\n";
  }
  Found found(text);
  EXPECT_LE(found.layout.columns.size(), junheng::kMostColumns);
  EXPECT_EQ(found.count(IssueCode::input_too_big), 1U);
}

TEST(Layout, BlocksOfOtherColumnsAreNotMostlyEmptyCells) {
  std::string text;
  for (int block = 0; block < 4000; ++block)
    text += "学校\t人数\t列" + std::to_string(block) + "\n甲" + std::to_string(block) + "\t1\t2\n";
  const std::size_t most = text.size() * 20 + (8U << 20U);
  Found found(text);
  EXPECT_LT(found.layout.table.text.size(), most);
}

TEST(Layout, MoreSheetsThanAnyWorkbookHasAreNotRead) {
  test::Tables text;
  for (int i = 0; i < 3000; ++i)
    text += test::sheet("", "学校\t人数\n甲校" + std::to_string(i) + "\t1\n");
  Found found(text);
  EXPECT_EQ(found.layout.sheets.size(), junheng::kMostSheets);
  EXPECT_EQ(found.count(IssueCode::input_too_big), 1U);
  EXPECT_EQ(junheng::sheet_line(found.layout.sheets, 1).sheet, 0U);
  const auto third = junheng::sheet_line(found.layout.sheets, found.layout.sheets[2].lines_before + 1);
  EXPECT_EQ(third.sheet, 2U);
  EXPECT_EQ(third.line, 1U);
}

/// Answers name the sheet with every school and every complaint.
TEST(Layout, TheNameOfASheetIsTextAndShort) {
  EXPECT_EQ(Found(test::sheet("甲\xE5\xA4", kPlain)).layout.sheets.front().name, "甲\xEF\xBF\xBD");
  EXPECT_LE(Found(test::sheet(std::string(100'000, 'x'), kPlain)).layout.sheets.front().name.size(), 300U);
}

TEST(Layout, ASentenceIsNotHeldDown) {
  std::string text = "学段\t学校名称\t在校生数\n" + std::string(5000, 'x') + "\t甲校\t1\n";
  for (int i = 0; i < 300; ++i)
    text += "\t乙校" + std::to_string(i) + "\t1\n";
  EXPECT_LT(Found(text).layout.table.text.size(), 4 * text.size());
}

/// Every walk over a cell with doubled quotes writes it once more behind the text.
TEST(Layout, UnquotedCopiesAreNotKeptByEveryWalk) {
  std::string text = "学段\t学校名称\t在校生数\n小学\t甲\t1\n";
  for (int i = 0; i < 500; ++i)
    text += "\t\"" + std::string(200, '"') + "\"\t1\n";
  EXPECT_LT(Found(text).layout.table.text.size(), 3 * text.size());
}

}  // namespace
