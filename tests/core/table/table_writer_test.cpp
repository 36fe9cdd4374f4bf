// SPDX-License-Identifier: MIT
// A table that the core itself writes (blocks put together, transposed tables, what-if) reads as the cells it was made
// of.
#include "table/table_writer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "junheng/record.h"
#include "support/random.h"

using junheng::Table;
using junheng::TableWriter;

namespace {

using Cells = std::vector<std::string>;

Table written(const std::vector<Cells>& rows) {
  TableWriter writer;
  writer.columns({"甲", "乙"});
  std::uint32_t line = 2;
  for (const Cells& row : rows)
    writer.row(row, line++);
  return writer.take();
}

TEST(TableWriter, ColumnsAreTheSpansOfTheHeader) {
  TableWriter writer;
  writer.columns({"学校名称", "", "在校生数"});
  const Table table = writer.take();
  ASSERT_EQ(table.columns.size(), 3U);
  EXPECT_EQ(table.at(table.columns[0]), "学校名称");
  EXPECT_EQ(table.at(table.columns[1]), "");
  EXPECT_EQ(table.at(table.columns[2]), "在校生数");
  EXPECT_EQ(table.rows(), 0U);
  EXPECT_EQ(table.text_end, table.text.size());
}

TEST(TableWriter, RowsKeepTheLinesTheyStoodOn) {
  TableWriter writer;
  writer.columns({"甲"});
  writer.row({"a"}, 7);
  writer.begin_row(3);
  writer.cell("b");
  writer.cell("c");
  writer.end_row();
  const Table table = writer.take();
  ASSERT_EQ(table.rows(), 2U);
  EXPECT_EQ(table.records[0].line, 7U);
  EXPECT_EQ(table.records[1].line, 3U);
  EXPECT_EQ(junheng::record_cells(table, 1), (Cells{"b", "c"}));
}

TEST(TableWriter, OnlyCellsThatNeedThemHaveQuotes) {
  EXPECT_FALSE(written({{"45", "a\"b", "it's", "", "1,5"}}).has_quotes);
  for (const char* cell : {"a\tb", "a\nb", "a\rb", "\"", "\"a\"", " a", "a ", " "}) {
    const Table table = written({{"x", cell, "y"}});
    EXPECT_TRUE(table.has_quotes) << cell;
    EXPECT_EQ(junheng::record_cells(table, 0), (Cells{"x", cell, "y"})) << cell;
  }
}

TEST(TableWriter, WhatIsWrittenIsReadAsTheSameCells) {
  test::Random random(23);
  const std::vector<std::string> pieces = {"\"", "\t", "\n", "\r", " ", "a", "学", "　", ",", "'", "45", "\"\""};
  for (int i = 0; i < 3000; ++i) {
    std::vector<Cells> rows(1 + random.index(4));
    for (Cells& row : rows) {
      row.resize(1 + random.index(4));
      for (std::string& cell : row) {
        for (std::size_t n = random.index(5); n > 0; --n)
          cell += pieces[random.index(pieces.size())];
      }
    }
    const Table table = written(rows);
    ASSERT_EQ(table.rows(), rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row)
      ASSERT_EQ(junheng::record_cells(table, row), rows[row]) << "case " << i << ":\n" << table.text;
  }
}

}  // namespace
