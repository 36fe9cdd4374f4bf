// SPDX-License-Identifier: MIT
#include "junheng/table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "junheng/record.h"
#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Issues;
using junheng::Table;

namespace {

struct Read {
  Issues issues;
  Table table;

  explicit Read(std::string text) : table(junheng::read_table(std::move(text), issues)) {}

  [[nodiscard]] std::vector<std::string> header() const {
    std::vector<std::string> cells;
    for (const auto& span : table.columns)
      cells.emplace_back(table.at(span));
    return cells;
  }

  std::vector<std::string> row(std::size_t index) {
    std::vector<std::string> cells;
    junheng::CellReader reader(table, index);
    junheng::Span span;
    while (reader.next(span))
      cells.emplace_back(table.at(span));
    return cells;
  }

  [[nodiscard]] std::vector<std::uint32_t> lines() const {
    std::vector<std::uint32_t> all;
    for (std::size_t i = 0; i < table.rows(); ++i)
      all.push_back(table.records[i].line);
    return all;
  }

  [[nodiscard]] bool only(IssueCode code) const { return issues.size() == 1 && issues[0].code == code; }
};

using Cells = std::vector<std::string>;
using Lines = std::vector<std::uint32_t>;

TEST(Table, WhatIsShownOfAnUnclosedQuoteEndsWithACharacter) {
  for (int before = 0; before < 3; ++before) {
    const Read read("学校\t人数\n\"" + std::string(static_cast<std::size_t>(before), 'x') +
                    "均衡均衡均衡均衡均衡\t1\n");
    ASSERT_TRUE(read.only(IssueCode::unclosed_quote));
    const std::string_view shown = read.table.at({read.issues[0].begin, read.issues[0].length});
    EXPECT_EQ((shown.size() - 1 - static_cast<std::size_t>(before)) % 3, 0U) << shown;
  }
}

/// How a text begins is looked at, and a character may stand across where that ends.
TEST(Table, ALongFirstCellIsNotCutWithinACharacter) {
  for (std::size_t before = 0; before < 4; ++before) {
    std::string name(before, 'x');
    while (name.size() < 5000)
      name += "均";
    EXPECT_EQ(Read(name + "\t人数\n甲\t1\n").header(), (std::vector<std::string>{name, "人数"}));
  }
}

TEST(Table, TabSeparated) {
  Read read("学校\t人数\n甲\t1\n乙\t2\n");
  EXPECT_EQ(read.header(), (Cells{"学校", "人数"}));
  ASSERT_EQ(read.table.rows(), 2U);
  EXPECT_EQ(read.row(0), (Cells{"甲", "1"}));
  EXPECT_EQ(read.row(1), (Cells{"乙", "2"}));
  EXPECT_EQ(read.lines(), (Lines{2, 3}));
  EXPECT_TRUE(read.issues.empty());
}

TEST(Table, CommaSeparated) {
  Read read("学校,人数,备注\n甲,\"1,234\",\n乙,2,\"a, b\"\n");
  EXPECT_EQ(read.table.delimiter, ',');
  EXPECT_EQ(read.header(), (Cells{"学校", "人数", "备注"}));
  ASSERT_EQ(read.table.rows(), 2U);
  EXPECT_EQ(read.row(0), (Cells{"甲", "1,234", ""}));
  EXPECT_EQ(read.row(1), (Cells{"乙", "2", "a, b"}));
}

TEST(Table, ACommaInAHeaderOfTabsIsNoDelimiter) {
  Read read("学校\t体育、艺术(音乐,美术)\n甲\t1,234\n");
  EXPECT_EQ(read.table.delimiter, '\t');
  ASSERT_EQ(read.table.rows(), 1U);
  EXPECT_EQ(read.row(0), (Cells{"甲", "1,234"}));
}

TEST(Table, LineEndsAndByteOrderMark) {
  for (const char* text : {"a\tb\n1\t2\n3\t4\n", "a\tb\r\n1\t2\r\n3\t4\r\n", "a\tb\n1\t2\n3\t4",
                           "\xEF\xBB\xBF"
                           "a\tb\r\n1\t2\r\n3\t4",
                           "a,b\r\n1,2\r\n3,4"}) {
    Read read(text);
    EXPECT_EQ(read.header(), (Cells{"a", "b"})) << text;
    ASSERT_EQ(read.table.rows(), 2U) << text;
    EXPECT_EQ(read.row(0), (Cells{"1", "2"})) << text;
    EXPECT_EQ(read.row(1), (Cells{"3", "4"})) << text;
    EXPECT_EQ(read.lines(), (Lines{2, 3})) << text;
  }
}

TEST(Table, EmptyLinesAreNoRowsButAreCounted) {
  Read read("\n\na\tb\n\n1\t2\n \n\t\n3\t4\n\n");
  EXPECT_EQ(read.header(), (Cells{"a", "b"}));
  ASSERT_GE(read.table.rows(), 2U);
  EXPECT_EQ(read.row(0), (Cells{"1", "2"}));
  EXPECT_EQ(read.table.records[0].line, 5U);
  EXPECT_EQ(read.row(read.table.rows() - 1), (Cells{"3", "4"}));
  EXPECT_EQ(read.table.records[read.table.rows() - 1].line, 8U);
}

TEST(Table, QuotedLineBreaksStayInTheCellAndTheRowIsWhereItStarts) {
  Read read("学校\t备注\n\"甲\n小学\"\tx\n乙\t\"1\r\n2\r\n3\"\n丙\ty\n");
  ASSERT_EQ(read.table.rows(), 3U);
  EXPECT_EQ(read.row(0), (Cells{"甲\n小学", "x"}));
  EXPECT_EQ(read.row(1), (Cells{"乙", "1\r\n2\r\n3"}));
  EXPECT_EQ(read.row(2), (Cells{"丙", "y"}));
  EXPECT_EQ(read.lines(), (Lines{2, 4, 7}));
}

TEST(Table, ALineBreakInTheHeader) {
  Read read("学校\t\"在校\n生数\"\n甲\t1\n");
  EXPECT_EQ(read.header(), (Cells{"学校", "在校\n生数"}));
  EXPECT_EQ(read.lines(), (Lines{3}));
}

TEST(Table, DoubledQuotesAreOneQuote) {
  Read read("a\tb\tc\n\"say \"\"hi\"\"\"\t\"\"\"\"\t\"\"\n");
  ASSERT_EQ(read.table.rows(), 1U);
  EXPECT_EQ(read.row(0), (Cells{"say \"hi\"", "\"", ""}));
  EXPECT_EQ(read.row(0), (Cells{"say \"hi\"", "\"", ""})) << "reading a row twice gives the same";
}

TEST(Table, AQuoteInsideACellIsACharacter) {
  Read read("a\tb\n5\" pipe\tx\ny\tz\"\n");
  ASSERT_EQ(read.table.rows(), 2U);
  EXPECT_EQ(read.row(0), (Cells{"5\" pipe", "x"}));
  EXPECT_EQ(read.row(1), (Cells{"y", "z\""}));
}

TEST(Table, WhiteSpaceAroundCellsIsTakenOff) {
  Read read("a\tb\tc\n 1 \t  x y  \t  \n");
  ASSERT_EQ(read.table.rows(), 1U);
  EXPECT_EQ(read.row(0), (Cells{"1", "x y", ""}));
}

TEST(Table, RowsKeepTheirOwnLength) {
  Read read("a\tb\tc\n1\n1\t2\t3\t4\n\t\t3\n");
  ASSERT_EQ(read.table.rows(), 3U);
  EXPECT_EQ(read.row(0), (Cells{"1"}));
  EXPECT_EQ(read.row(1), (Cells{"1", "2", "3", "4"}));
  EXPECT_EQ(read.row(2), (Cells{"", "", "3"}));
}

TEST(Table, NothingToReadIsSaid) {
  for (const char* text : {"", "\n", " \r\n\t\n", "\x1A", "\x1A\r\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n"}) {
    const Read read(text);
    EXPECT_TRUE(read.table.columns.empty());
    EXPECT_TRUE(read.only(IssueCode::empty_input)) << test::issue_names(read.issues);
    EXPECT_EQ(read.table.rows(), 0U);
  }
}

TEST(Table, NulBytesAndBytesThatAreNotUtf8AreNotText) {
  using namespace std::string_literals;
  for (const std::string& text :
       {"a\tb\n1\0\t2\n"s, "\0x"s, "a\tb\n1\t\xFF\n"s, "a\tb\n\xC3\t1\n"s, "a\tb\n1\t\xE5\xAD"s,
        "a\tb\n\xED\xA0\x80\t1\n"s,  // a lone surrogate
        "a\tb\n\xC0\x80\t1\n"s,      // NUL in two bytes
        "a\tb\n\xF5\x80\x80\x80\t1\n"s}) {
    const Read read(text);
    EXPECT_TRUE(read.table.columns.empty());
    EXPECT_TRUE(read.only(IssueCode::not_text)) << test::issue_names(read.issues);
  }
}

TEST(Table, NotTextIsFoundOnItsLine) {
  const Read read("a\tb\n1\t2\n3\t\xFF\n");
  ASSERT_TRUE(read.only(IssueCode::not_text));
  EXPECT_EQ(read.issues[0].line, 3U);
}

TEST(Table, OfALongTextWhatIsDamagedFurtherOnIsNamedAndAllElseIsRead) {
  std::string text = "学校\t备注\n";
  while (text.size() < 40'000)
    text += "第一小学\t好\n";
  const auto good = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
  text += "甲\xE5\xAD\t1\n乙\t\xFF\n丙\t2\n\xE5";
  const Read read(text);
  EXPECT_EQ(read.table.rows(), good - 1 + 4);
  std::vector<std::string> found;
  for (const auto& issue : read.issues) {
    EXPECT_EQ(issue.code, IssueCode::damaged_character);
    found.push_back(std::to_string(issue.line - good) + std::string(read.table.at({issue.begin, issue.length})));
  }
  EXPECT_EQ(found, (Cells{"1甲\uFFFD", "2\uFFFD", "4\uFFFD"}));
  EXPECT_TRUE(Read(text + std::string(10'000, '\xFF')).only(IssueCode::not_text)) << "more than an eighth is damaged";
  std::string nul = text.substr(0, 40'000);
  nul += '\0';
  EXPECT_TRUE(Read(nul + "\xFF\n").only(IssueCode::not_text)) << "a NUL is of no text";
}

TEST(Table, ADamagedCharacterIsNamedWithItsCellOnceALine) {
  const Read read("学校\t备注\n甲\t好\n乙\t借用\uFFFD\uFFFD\n\uFFFD\t2\n\"丙\uFFFD\n丁\"\t3\n");
  ASSERT_EQ(test::issue_names(read.issues), "damaged_character@3 damaged_character@4 damaged_character@5 ");
  ASSERT_EQ(read.table.rows(), 4U) << "every row is read";
  EXPECT_EQ(read.table.at({read.issues[0].begin, read.issues[0].length}), "借用\uFFFD\uFFFD");
  EXPECT_EQ(read.table.at({read.issues[1].begin, read.issues[1].length}), "\uFFFD");
}

TEST(Table, ADamagedCharacterInALongCellIsShownWithWhatStandsAroundIt) {
  std::string text = "学校\t备注\n甲\t";
  for (int i = 0; i < 100; ++i)
    text += "校";
  text += "\uFFFD\n";
  const Read read(text);
  ASSERT_EQ(test::issue_names(read.issues), "damaged_character@2 ");
  EXPECT_EQ(read.table.at({read.issues[0].begin, read.issues[0].length}), "校校校校校校校校\uFFFD");
}

TEST(Table, RareCharactersAreText) {
  Read read("a\tb\n𠮷田\t㎡≤Ⅲ〔〕\n");
  ASSERT_EQ(read.table.rows(), 1U);
  EXPECT_EQ(read.row(0), (Cells{"𠮷田", "㎡≤Ⅲ〔〕"}));
}

TEST(Table, AQuoteThatIsNeverClosedIsFoundWhereItOpens) {
  Read read("学校\t人数\n甲\t1\n\"乙\t2\n丙\t3\n");
  ASSERT_EQ(test::issue_names(read.issues), "unclosed_quote@3 ");
  ASSERT_EQ(read.table.rows(), 3U) << "the quote is a character then, and every line is read";
  EXPECT_EQ(read.row(0), (Cells{"甲", "1"}));
  EXPECT_EQ(read.row(1), (Cells{"\"乙", "2"}));
  EXPECT_EQ(read.row(2), (Cells{"丙", "3"}));
}

TEST(Table, AQuoteThatIsNotClosedBeforeADelimiterIsACharacter) {
  Read read("学校\t人数\n\"英才\"学校\t1\n\"英才\"第二学校\t2\n\"\t3\n\"甲\" \t4\n");
  ASSERT_EQ(read.table.rows(), 4U);
  EXPECT_EQ(read.row(0), (Cells{"\"英才\"学校", "1"}));
  EXPECT_EQ(read.row(1), (Cells{"\"英才\"第二学校", "2"}));
  EXPECT_EQ(read.row(2), (Cells{"\"", "3"}));
  EXPECT_EQ(read.row(3), (Cells{"甲", "4"})) << "spaces behind it are none of the cell";
  EXPECT_EQ(test::issue_names(read.issues), "unclosed_quote@4 ");
}

/// A quote at the beginning of one name, and another at the end of a cell below: nothing between them is one cell.
TEST(Table, TwoQuotesThatDoNotBelongTogetherTakeNoRowsWithThem) {
  Read read("学校\t类型\t备注\n\"希望小学\t小学\t好\n柳溪小学\t小学\t屏幕55\"\n桃园小学\t小学\t好\n");
  ASSERT_EQ(read.table.rows(), 3U);
  EXPECT_EQ(read.row(0), (Cells{"\"希望小学", "小学", "好"}));
  EXPECT_EQ(read.row(1), (Cells{"柳溪小学", "小学", "屏幕55\""}));
  EXPECT_EQ(test::issue_names(read.issues), "unclosed_quote@2 ");
}

TEST(Table, ACellOfSeveralLinesWithDelimitersIsStillOne) {
  Read read("学校,备注,人数\n甲,\"一楼,二楼\n三楼,四楼\",1\n\"乙, 东校区\",好,\"1,245\"\n");
  ASSERT_EQ(read.table.rows(), 2U);
  EXPECT_EQ(read.row(0), (Cells{"甲", "一楼,二楼\n三楼,四楼", "1"}));
  EXPECT_EQ(read.row(1), (Cells{"乙, 东校区", "好", "1,245"}));
}

TEST(Table, ByteOrderMarksAreNoCharacters) {
  const std::string mark = "\xEF\xBB\xBF";
  Read read(mark + mark + "\"学校\",\"人数\"\n\"甲\",\"1\"\n" + mark + "\"乙\",\"2\"\n" + "丙" + mark + ",3\n");
  EXPECT_EQ(read.header(), (Cells{"学校", "人数"}));
  ASSERT_EQ(read.table.rows(), 3U);
  EXPECT_EQ(read.row(1), (Cells{"乙", "2"}));
  EXPECT_EQ(read.row(2), (Cells{"丙", "3"}));
}

TEST(Table, MarksAtTheEndOfAFileAreNoRow) {
  using namespace std::string_literals;
  for (const std::string& end : {"\x1A"s, "\r\n\x1A"s, "\n\x1A\r\n"s, "\n\0\0\0"s, "\n\x1A\0\0"s, "\0\n"s, "\x04"s}) {
    Read read("学校\t人数\n甲\t1" + end);
    ASSERT_EQ(read.table.rows(), 1U);
    EXPECT_EQ(read.row(0), (Cells{"甲", "1"}));
    EXPECT_TRUE(read.issues.empty());
  }
  Read inside("学校\t人数\n甲\x1A乙\t1\n");
  EXPECT_EQ(inside.row(0), (Cells{"甲\x1A乙", "1"})) << "anywhere else it is data";
}

TEST(Table, ControlCharactersAreData) {
  for (char c = 1; c < ' '; ++c) {
    if (c == '\t' || c == '\n' || c == '\r') continue;
    Read read(std::string("学校\t人数\n甲") + c + "小学\t1\n乙\t2\n");
    ASSERT_EQ(read.table.rows(), 2U) << static_cast<int>(c);
    EXPECT_EQ(read.row(0), (Cells{std::string("甲") + c + "小学", "1"})) << static_cast<int>(c);
  }
}

TEST(Table, RareLineEndsEndLinesOnlyWhereThereAreNoOthers) {
  for (const std::string end : {"\xE2\x80\xA8", "\xE2\x80\xA9", "\xC2\x85", "\r"}) {
    Read alone("学校\t人数" + end + "甲\t1" + end + "乙\t2");
    ASSERT_EQ(alone.table.rows(), 2U);
    EXPECT_EQ(alone.row(1), (Cells{"乙", "2"}));
    if (end == "\r") continue;
    Read within("学校\t人数\n甲" + end + "乙\t1\n");
    ASSERT_EQ(within.table.rows(), 1U);
    EXPECT_EQ(within.row(0), (Cells{"甲" + end + "乙", "1"}));
  }
}

TEST(Table, OfAPageTheyEndNothing) {
  Issues issues;
  // One in a tag would make a table of what is none.
  const Table page = read_records("<table\xC2\x85><table><tr><td>\xE7\x94\xB2<td>3</table>", issues);
  ASSERT_EQ(page.rows(), 1U);
  EXPECT_EQ(record_cells(page, 0), (std::vector<std::string>{"\xE7\x94\xB2", "3"}));
  const Table cell = read_records(
      "<table><tr><td>a\xE2\x80\xA8"
      "b<td>3</table>",
      issues);
  ASSERT_EQ(cell.rows(), 1U);
  EXPECT_EQ(record_cells(cell, 0).back(), "3");
}

TEST(Table, FormulasThatOnlyKeepATextOrANumber) {
  Read read(
      "a,b,c,d,e,f\n=\"松柏小学\",=\"300\",=300,=1+2,=\"a\"&\"b\",=A1\n\"=\"\"007\"\"\",=-5,\"=300\",=,=\"\",="
      "\"引\"\"号\"\n");
  ASSERT_EQ(read.table.rows(), 2U);
  EXPECT_EQ(read.row(0), (Cells{"松柏小学", "300", "300", "=1+2", "=\"a\"&\"b\"", "=A1"}));
  EXPECT_EQ(read.row(1), (Cells{"007", "-5", "300", "=", "", "引\"号"}));
}

TEST(Table, NothingOfTheTextIsChanged) {
  const std::string text = "学校\t备注\r\n\"a \"\"b\"\"\"\t １２ \r\n";
  const Read read(text);
  EXPECT_EQ(std::string_view(read.table.text).substr(0, read.table.text_end), text);
}

}  // namespace
