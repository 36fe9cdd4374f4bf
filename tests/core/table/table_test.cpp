// SPDX-License-Identifier: MIT
#include "junheng/table.h"

#include <gtest/gtest.h>

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
  for (const char* text : {"", "\n", " \r\n\t\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n"}) {
    const Read read(text);
    EXPECT_TRUE(read.table.columns.empty());
    EXPECT_TRUE(read.only(IssueCode::empty_input)) << test::issue_names(read.issues);
    EXPECT_EQ(read.table.rows(), 0U);
  }
}

TEST(Table, NulBytesAndBytesThatAreNotUtf8AreNotText) {
  using namespace std::string_literals;
  for (const std::string& text :
       {"a\tb\n1\0\t2\n"s, "\0"s, "a\tb\n1\t\xFF\n"s, "a\tb\n\xC3\t1\n"s, "a\tb\n1\t\xE5\xAD"s,
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

TEST(Table, NothingOfTheTextIsChanged) {
  const std::string text = "学校\t备注\r\n\"a \"\"b\"\"\"\t １２ \r\n";
  const Read read(text);
  EXPECT_EQ(std::string_view(read.table.text).substr(0, read.table.text_end), text);
}

}  // namespace
