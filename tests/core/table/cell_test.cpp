// SPDX-License-Identifier: MIT
#include "table/cell.h"

#include <gtest/gtest.h>

#include <string>

#include "support/outcome.h"

using junheng::CellState;
using junheng::Decimal;
using junheng::IssueCode;

namespace {

junheng::NumberCell read(std::string_view cell) {
  return junheng::read_number_cell(cell, test::library().vocabulary);
}

struct Good {
  const char* cell;
  Decimal value;
};

TEST(Cell, NumbersAsPeopleWriteThem) {
  const Good cells[] = {
      {"0", {0, 0}},         {"812", {812, 0}},
      {"4.50", {45, 1}},     {"-3", {-3, 0}},
      {"1,234", {1234, 0}},  {"1,234,567.5", {12345675, 1}},
      {"１２３", {123, 0}},  {"１，２３４．５", {12345, 1}},
      {"1，234", {1234, 0}}, {" 12 ", {12, 0}},
      {"1 234", {1234, 0}},  {"－5", {-5, 0}},
      {"'45", {45, 0}},      {"+7", {7, 0}},
      {"1.2E+3", {1200, 0}},
  };
  for (const Good& each : cells) {
    const auto cell = read(each.cell);
    EXPECT_EQ(cell.state, CellState::number) << each.cell;
    EXPECT_EQ(cell.value, each.value) << each.cell;
    EXPECT_FALSE(cell.problem.has_value()) << each.cell;
    EXPECT_FALSE(cell.percent) << each.cell;
  }
}

TEST(Cell, BlankMarkAndZeroAreThreeThings) {
  EXPECT_EQ(read("").state, CellState::blank);
  EXPECT_EQ(read("  ").state, CellState::blank);
  for (const char* mark : {"—", "——", "-", "--", "/", "无", "N/A", "n/a", "…", "－"}) {
    EXPECT_EQ(read(mark).state, CellState::mark) << mark;
    EXPECT_FALSE(read(mark).problem.has_value()) << mark;
  }
  EXPECT_EQ(read("0").state, CellState::number);
  EXPECT_EQ(read("0").value, (Decimal{0, 0}));
  EXPECT_EQ(read("０").state, CellState::number);
}

TEST(Cell, PercentIsKeptApart) {
  for (const char* text : {"29%", "29 %", "２９％"}) {
    const auto cell = read(text);
    EXPECT_EQ(cell.state, CellState::number) << text;
    EXPECT_TRUE(cell.percent) << text;
    EXPECT_EQ(cell.value, (Decimal{29, 0})) << text;
  }
}

TEST(Cell, WhatIsNotANumberIsSaidAndHasNoValue) {
  for (const char* text : {"l20", "O", "约120", "12人", "1.2.3", "12-15", "二十", "1e", "..", "#REF!", "#DIV/0!", "=A1",
                           "12,34,5x", "%", "１２３a", "0x1F", "NaN", "inf"}) {
    const auto cell = read(text);
    EXPECT_EQ(cell.state, CellState::unreadable) << text;
    ASSERT_TRUE(cell.problem.has_value()) << text;
    EXPECT_EQ(*cell.problem, IssueCode::not_a_number) << text;
  }
}

/// A comma can be a mark of thousands or of decimals; where it cannot be the first, nobody may guess.
TEST(Cell, ACommaThatIsNoThousandsMarkIsNotGuessed) {
  for (const char* text : {"12,34", "1,2,3", ",123", "1234,567", "1,23", "1.5,000", "1,234,", "1,,234"}) {
    EXPECT_EQ(read(text).state, CellState::unreadable) << text;
  }
}

TEST(Cell, TooLongOrTooLargeIsSaid) {
  const auto large = read("1000000000000");
  EXPECT_EQ(large.state, CellState::unreadable);
  EXPECT_EQ(large.problem, IssueCode::too_large);
  const auto fine = read("0.1234567890123456789");
  EXPECT_EQ(fine.state, CellState::unreadable);
  EXPECT_EQ(fine.problem, IssueCode::too_many_digits);
  const auto long_number = read(std::string(400, '7'));
  EXPECT_EQ(long_number.state, CellState::unreadable);
  EXPECT_TRUE(long_number.problem == IssueCode::too_large || long_number.problem == IssueCode::too_many_digits);
}

}  // namespace
