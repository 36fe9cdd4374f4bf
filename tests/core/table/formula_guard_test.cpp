// SPDX-License-Identifier: MIT
//
// The apostrophe that keeps a text from being computed is no part of it, wherever the text stands; every other one is.
#include "table/formula_guard.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "junheng/record.h"
#include "junheng/table.h"
#include "support/outcome.h"
#include "table/table_writer.h"

namespace {

using Cells = std::vector<std::string>;

Cells read_one(const std::string& text) {
  junheng::Issues issues;
  const junheng::Table table = junheng::read_records(text, issues);
  return junheng::record_cells(table, table.rows() - 1);
}

TEST(FormulaGuard, IsTheFirstApostropheBeforeWhatIsComputed) {
  const std::vector<std::pair<std::string, std::string>> cells = {
      {"'=1+1", "=1+1"},
      {"'+86-23", "+86-23"},
      {"'-松柏", "-松柏"},
      {"'@SUM(A1)", "@SUM(A1)"},
      {"'＝1+1", "＝1+1"},
      {"'＋松柏", "＋松柏"},
      {"'－松柏", "－松柏"},
      {"'＠松柏", "＠松柏"},
      {"'﹦松柏", "﹦松柏"},
      {"'=cmd|'/c calc'!A0", "=cmd|'/c calc'!A0"},
      {"'\u200b=1+1", "\u200b=1+1"},
      {"'\u3000=1+1", "\u3000=1+1"},
      {"'\u1160=1+1", "\u1160=1+1"},
      {"'\U000E0041=1+1", "\U000E0041=1+1"},
      {"' \x01=1+1", " \x01=1+1"},
      {"''=1+1", "'=1+1"},  // a text that begins with an apostrophe itself
      {"'松柏小学", "'松柏小学"},
      {"'", "'"},
      {"''", "''"},
      {"'12", "'12"},
      {"'=", "="},
      {"松'=1", "松'=1"},
      {"'\u2212松柏", "'\u2212松柏"},  // a minus of typesetting is none of spreadsheets
  };
  for (const auto& [written, meant] : cells) {
    EXPECT_EQ(read_one("甲\t乙\t丙\nx\t" + written + "\ty\n"), (Cells{"x", meant, "y"})) << written;
    EXPECT_EQ(read_one("甲,乙,丙\nx,\"" + written + "\",y\n"), (Cells{"x", meant, "y"})) << written;
    if (written.find('\x01') != std::string::npos) continue;  // no page has such a character
    EXPECT_EQ(read_one("<table><tr><td>x</td><td>" + written + "</td><td>y</td></tr></table>").at(1), meant) << written;
  }
  EXPECT_EQ(read_one("甲,乙\nx,\"'\t松柏\"\n").at(1), "\t松柏");
  EXPECT_EQ(read_one("甲,乙\nx,\"'=\"\"松柏\"\"\"\n").at(1), "松柏") << "as if it stood there without one";
}

TEST(FormulaGuard, WriterGivesOneToWhatWouldLoseIt) {
  for (const std::string text : {"'=1+1", "''-x", "'\tx", "'x", "'", "' +1"}) {
    junheng::TableWriter writer;
    writer.row({"a", text, "b"}, 1);
    const junheng::Table table = writer.take();
    EXPECT_EQ(junheng::record_cells(table, 0), (Cells{"a", text, "b"})) << text;
  }
}

TEST(FormulaGuard, NumbersAndNamesAreReadWithoutIt) {
  const test::Outcome outcome("学校名称\t在校生数\t专任教师数\n'=1+1小学\t'-300\t'+20\n");
  ASSERT_EQ(outcome.result.roster.school.size(), 1U);
  EXPECT_EQ(outcome.result.table.at(outcome.result.roster.school[0]), "=1+1小学");
}

}  // namespace
