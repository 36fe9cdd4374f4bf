// SPDX-License-Identifier: MIT
//
// The short ways for cells as nearly all are give what the long ways give.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "junheng/cell.h"
#include "junheng/record.h"
#include "support/random.h"
#include "table/cell.h"
#include "table/html_reader.h"

namespace {

std::string random_text(test::Random& random, const std::string_view* pieces, std::size_t count, std::uint64_t most) {
  std::string text;
  for (std::uint64_t left = random.below(most + 1); left > 0; --left)
    text += pieces[random.index(count)];
  return text;
}

struct FirstCell {
  junheng::Table& table;
  junheng::Span cell;
  junheng::NumberCell read;
  junheng::CellReader rest;  // the general way, past it
};

template <std::size_t count, typename Look>
void with_first_cells(std::uint64_t seed, int rounds, const std::array<std::string_view, count>& pieces,
                      std::uint64_t most, Look look) {
  const junheng::Vocabulary vocabulary;
  test::Random random(seed);
  for (int round = 0; round < rounds; ++round) {
    junheng::Issues issues;
    junheng::Table table = junheng::read_records(random_text(random, pieces.data(), count, most), issues, '\t');
    if (table.rows() == 0) continue;
    junheng::CellReader general(table, 0);
    junheng::Span cell;
    ASSERT_TRUE(general.next(cell));
    look(random, FirstCell{table, cell, junheng::read_number_cell(table.at(cell), vocabulary), general});
  }
}

TEST(PlainCells, ANumberIsTheSameByEitherWay) {
  constexpr std::array<std::string_view, 22> kPieces = {"0",        "1",  "2", "7",  "9",  "30", "500", "12345",
                                                        ".",        ".5", "0", ",",  "\t", "\t", "\n",  "\"3",
                                                        "99999999", " ",  "-", "人", "%",  "="};
  std::size_t taken = 0;
  with_first_cells(16, 100'000, kPieces, 6, [&](test::Random& random, FirstCell first) {
    junheng::Table& table = first.table;
    const bool fraction = random.one_in(2);
    junheng::CellReader quick(table, 0);
    junheng::Decimal number;
    if (!quick.next_plain(number, fraction)) {
      junheng::Span again;
      ASSERT_TRUE(quick.next(again)) << table.text;
      EXPECT_EQ(table.at(again), table.at(first.cell));
    } else {
      ++taken;
      EXPECT_EQ(first.read.state, junheng::CellState::number) << table.text;
      EXPECT_FALSE(first.read.problem || first.read.percent || first.read.currency) << table.text;
      EXPECT_EQ(first.read.value, number) << table.text;
      EXPECT_TRUE(fraction || number.scale == 0) << table.text;
    }
    junheng::Span one;
    junheng::Span other;
    while (first.rest.next(one)) {
      ASSERT_TRUE(quick.next(other)) << table.text;
      EXPECT_EQ(table.at(one), table.at(other)) << table.text;
    }
    EXPECT_FALSE(quick.next(other)) << table.text;
  });
  EXPECT_GT(taken, 10'000U);
}

TEST(PlainCells, ANumberWhosePointIsMovedIsTheConvertedOne) {
  constexpr std::array<std::string_view, 8> kPieces = {"0", "1", "25", "300", ".", ".5", "40", "99999"};
  std::size_t taken = 0;
  with_first_cells(18, 20'000, kPieces, 4, [&](test::Random& random, const FirstCell& first) {
    const auto shift = static_cast<int>(random.below(9));
    junheng::CellReader quick(first.table, 0);
    junheng::Decimal number;
    if (!quick.next_plain(number, true, shift)) return;
    ++taken;
    EXPECT_EQ(junheng::shifted(first.read.value, shift), number) << first.table.text << " by " << shift;
  });
  EXPECT_GT(taken, 5'000U);
}

TEST(PlainCells, CellsThatAreSkippedAreThoseThatAreRead) {
  constexpr std::array<std::string_view, 14> kPieces = {"甲校", "1", "\t", "\t\t", ",",  "\"",       "\"a\t\"",
                                                        "\"\"", " ", "\n", "\r\n", "\v", "12345678", "一二三四五"};
  test::Random random(19);
  for (int round = 0; round < 50'000; ++round) {
    const char delimiter = random.one_in(3) ? ',' : '\t';
    junheng::Issues issues;
    junheng::Table table =
        junheng::read_records(random_text(random, kPieces.data(), kPieces.size(), 12), issues, delimiter);
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const std::size_t past = random.index(6);
      junheng::CellReader skipping(table, row);
      junheng::CellReader reading(table, row);
      junheng::Span one;
      junheng::Span other;
      bool there = true;
      for (std::size_t i = 0; i < past && there; ++i)
        there = reading.next(one);
      ASSERT_EQ(skipping.skip(past), there) << table.text;
      while (there && reading.next(one)) {
        ASSERT_TRUE(skipping.next(other)) << table.text;
        EXPECT_EQ(table.at(one), table.at(other)) << table.text;
      }
      EXPECT_FALSE(there && skipping.next(other)) << table.text;
    }
  }
}

TEST(PlainCells, ACellThatIsWrittenAsTheOneAboveIsTheSame) {
  constexpr std::array<std::string_view, 18> kPieces = {"小学",   "小学", "初中", "\t", "\t",   "\t",
                                                        ",",      ",",    " ",    "\"", "\"\"", "=",
                                                        "=\"7\"", "'=1",  "\n",   "\n", "\r\n", "\v"};
  test::Random random(20);
  std::size_t same = 0;
  for (int round = 0; round < 100'000; ++round) {
    const char delimiter = random.one_in(3) ? ',' : '\t';
    junheng::Issues issues;
    junheng::Table table =
        junheng::read_records(random_text(random, kPieces.data(), kPieces.size(), 14), issues, delimiter);
    for (std::size_t row = 0; row + 1 < table.rows(); ++row) {
      junheng::CellReader above(table, row);
      junheng::CellReader quick(table, row + 1);
      junheng::CellReader general(table, row + 1);
      junheng::Span cell;
      junheng::Span read;
      while (above.next(cell) && general.next(read)) {
        const bool taken = quick.take_same(cell);
        if (taken) EXPECT_EQ(table.at(cell), table.at(read)) << table.text;
        same += taken ? 1U : 0U;
        junheng::Span other;
        if (!taken) ASSERT_TRUE(quick.next(other)) << table.text;
        if (!taken) EXPECT_EQ(table.at(other), table.at(read)) << table.text;
      }
    }
  }
  EXPECT_GT(same, 1'000U);
}

TEST(PlainCells, ACellOfAPageIsTheSameByEitherWay) {
  constexpr std::array<std::string_view, 26> kPieces = {
      "甲",    "小学", "300",         " ",         "  ",          "\n",       "\t",   "\xC2\xA0",  "\xE3\x80\x80",
      "&amp;", "&",    "\"",          "",          "é",           "<b>",      "</b>", "<",         "<br>",
      "</td>", "<td>", "<td hidden>", "</tr><tr>", "<table><tr>", "</table>", "x",    "<rt>y</rt>"};
  test::Random random(17);
  for (int round = 0; round < 50'000; ++round) {
    std::string quick = "<table>";
    std::string general = quick;
    for (std::uint64_t row = random.below(4); row > 0; --row) {
      quick += "<tr>";
      general += "<tr>";
      for (std::uint64_t cell = random.below(5); cell > 0; --cell) {
        const std::string text = random_text(random, kPieces.data(), kPieces.size(), 4);
        quick += "<td>" + text + "</td>";
        general += "<td >" + text + "</td>";
      }
    }
    const junheng::HtmlTables read = junheng::read_html(quick);
    ASSERT_EQ(read.rows, junheng::read_html(general).rows) << quick;
  }
}

}  // namespace
