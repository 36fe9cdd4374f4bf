// SPDX-License-Identifier: MIT
//
// Cells of a column of numbers as clerks fill them in: what is sure is read, and the rest is named for what it is.

#include <gtest/gtest.h>

#include <string>

#include "support/outcome.h"
#include "table/field_cell.h"

using junheng::CellState;
using junheng::IssueCode;

namespace {

/// The number in the field's own unit, "blank", "mark", or the complaint.
std::string read(std::string_view cell, std::string_view field_id) {
  const auto& vocabulary = test::library().vocabulary;
  const auto& field = vocabulary.fields[vocabulary.field(field_id).value()];
  const junheng::NumberCell number = junheng::read_field_cell(cell, field, vocabulary);
  if (number.problem) return std::string(junheng::id_of(*number.problem));
  if (number.state == CellState::blank) return "blank";
  if (number.state == CellState::mark) return "mark";
  return junheng::to_text(number.conversion ? converted(number.value, *number.conversion).value() : number.value);
}

TEST(FieldCell, AUnitInTheCellIsConverted) {
  EXPECT_EQ(read("1200㎡", "teaching_area"), "1200");
  EXPECT_EQ(read("1,200 平方米", "teaching_area"), "1200");
  EXPECT_EQ(read("1200m²", "teaching_area"), "1200");
  EXPECT_EQ(read("14.65万㎡", "teaching_area"), "146500");
  EXPECT_EQ(read("3.5亿元", "equipment_value"), "350000000");
  EXPECT_EQ(read("1.2万元", "equipment_value"), "12000");
  EXPECT_EQ(read("45人", "pupils"), "45");
}

TEST(FieldCell, AUnitOfAnotherMeasureIsNotRead) {
  EXPECT_EQ(read("1200元", "teaching_area"), "not_a_number");
  EXPECT_EQ(read("45台", "pupils"), "not_a_number");
}

TEST(FieldCell, PercentOnlyWhereItIsMeant) {
  EXPECT_EQ(read("29 %", "pupils"), "percent_unexpected");
  EXPECT_EQ(read("29%", "teaching_area"), "percent_unexpected");
}

TEST(FieldCell, WhatIsNotExactIsNotTaken) {
  EXPECT_EQ(read("约45", "pupils"), "not_exact");
  EXPECT_EQ(read("45人以上", "pupils"), "not_exact");
  EXPECT_EQ(read("45左右", "pupils"), "not_exact");
}

TEST(FieldCell, DatesAreNamed) {
  for (const char* date : {"2024-09-01", "2024/9/1", "2024.9.1", "2024年9月", "9月1日"})
    EXPECT_EQ(read(date, "pupils"), "date_found") << date;
}

TEST(FieldCell, NumbersGrownTogetherAreNamed) {
  EXPECT_EQ(read("0.0670.0370.179", "teaching_area"), "glued_numbers");
  EXPECT_EQ(read("45\v46", "pupils"), "not_a_number");
}

TEST(FieldCell, ARatioIsNoNumberOfPupils) {
  EXPECT_EQ(read("1:17", "pupils"), "time_found");
}

TEST(FieldCell, ATimeIsNamedAndNeverANumber) {
  for (const char* time : {"2:15", "2：15", "02:15", "2:15:00", "1:7.5", "0:0"})
    EXPECT_EQ(read(time, "pupils"), "time_found") << time;
  for (const char* other : {"2:", ":15", "2:x", "甲:1"})
    EXPECT_EQ(read(other, "pupils"), "not_a_number") << other;
}

TEST(FieldCell, ATimeIsNoRatioEither) {
  for (const auto& field : test::library().vocabulary.fields) {
    if (!field.ratio) continue;
    EXPECT_EQ(read("1:07", field.id), "time_found") << field.id;
    EXPECT_EQ(read("2:15:00", field.id), "time_found") << field.id;
    EXPECT_EQ(read("1:0.5", field.id), "0.5") << field.id;
  }
}

TEST(FieldCell, WhatASpreadsheetShowsInsteadOfANumber) {
  for (const char* narrow : {"##", "####", "＃＃＃", "##########"})
    EXPECT_EQ(read(narrow, "pupils"), "too_narrow") << narrow;
  for (const char* error : {"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#n/a",
                            "#GETTING_DATA", "Err:502"})
    EXPECT_EQ(read(error, "pupils"), "formula_error") << error;
  for (const char* other : {"#", "#1", "#5!", "=1+2", "=A1"})
    EXPECT_EQ(read(other, "pupils"), "not_a_number") << other;
}

TEST(FieldCell, Currency) {
  for (const char* cell : {"¥600,000", "￥600,000", "¥ 600000", "￥600000.00", "¥600,000元", "600,000元"})
    EXPECT_EQ(read(cell, "equipment_value"), "600000") << cell;
  EXPECT_EQ(read("-¥300", "equipment_value"), "-300");
  EXPECT_EQ(read("¥-300", "equipment_value"), "-300");
  for (const char* zero : {"¥ -", "￥-", "¥ - ", "¥—", "￥ –"})
    EXPECT_EQ(read(zero, "equipment_value"), "0") << zero;
  for (const char* mark : {"-", "—", " - "})
    EXPECT_NE(read(mark, "equipment_value"), "not_a_number") << mark;
  EXPECT_EQ(read("-", "equipment_value"), "mark") << "a dash alone says that there is no number";
  EXPECT_EQ(read("¥300", "pupils"), "not_a_number") << "pupils are no money";
  EXPECT_EQ(read("¥¥3", "equipment_value"), "not_a_number");
}

TEST(FieldCell, ZeroAsAccountsWriteIt) {
  EXPECT_EQ(read(" -   ", "books"), "0");
  EXPECT_EQ(read(" - ", "books"), "0");
  EXPECT_EQ(read("-", "books"), "mark");
  EXPECT_EQ(read("- ", "books"), "mark");
}

TEST(FieldCell, NegativeAsAccountsWriteIt) {
  for (const char* cell : {"(300)", "（300）", "300-", "(1,300)"})
    EXPECT_EQ(read(cell, "books"), std::string(cell) == "(1,300)" ? "-1300" : "-300") << cell;
  for (const char* cell : {"()", "(-3)", "-3-", "(3", "3)", "--3", "(甲)"})
    EXPECT_EQ(read(cell, "books"), "not_a_number") << cell;
}

TEST(FieldCell, ThousandsOfOtherCountries) {
  for (const char* cell : {"1'234'567", "1’234’567",
                           "1\xE2\x80\xAF"
                           "234\xE2\x80\xAF"
                           "567",
                           "1，234，567"})
    EXPECT_EQ(read(cell, "books"), "1234567") << cell;
  EXPECT_EQ(read("1'23", "books"), "not_a_number");
}

TEST(FieldCell, InvisibleMarksAreNoPartOfANumber) {
  for (const char* mark :
       {"\xE2\x80\x8B", "\xE2\x80\x8E", "\xE2\x80\xAD", "\xE2\x81\xA0", "\xEF\xBB\xBF", "\xC2\xAD", "\xEF\xB8\x8F"}) {
    EXPECT_EQ(read(std::string("30") + mark + "0", "books"), "300");
    EXPECT_EQ(read(mark + std::string("300") + mark, "books"), "300");
  }
}

TEST(FieldCell, ARatioReadsTheSameBothWays) {
  const auto& vocabulary = test::library().vocabulary;
  std::size_t ratios = 0;
  for (const junheng::Field& field : vocabulary.fields) {
    if (!field.ratio) continue;
    ++ratios;
    EXPECT_EQ(read("1:16", field.id), "0.0625") << field.id;
    EXPECT_EQ(read("16:1", field.id), "0.0625") << field.id;
    EXPECT_EQ(read("1：16", field.id), "0.0625") << field.id;
    EXPECT_EQ(read("4:5", field.id), "0.8") << field.id << ": no zeros behind it";
    EXPECT_EQ(read("1:1", field.id), "1") << field.id;
    EXPECT_EQ(read("1:0", field.id), "not_a_number") << field.id;
  }
  EXPECT_GT(ratios, 0U);
}

TEST(FieldCell, SpreadsheetMarksAreNoPartOfTheNumber) {
  EXPECT_EQ(read("'45", "pupils"), "45");
  EXPECT_EQ(read("１，２３４", "pupils"), "1234");
  EXPECT_EQ(read("\xC2\xA0"
                 "45\xE3\x80\x80",
                 "pupils"),
            "45");
}

TEST(FieldCell, BlankIsNeverZero) {
  for (const char* blank : {"", " ", "\xE3\x80\x80", "\v"})
    EXPECT_EQ(read(blank, "pupils"), "blank");
  for (const char* mark : {"—", "无", "/", "N/A"})
    EXPECT_EQ(read(mark, "pupils"), "mark");
  EXPECT_EQ(read("0", "pupils"), "0");
}

TEST(FieldCell, AUnitAloneIsNoNumber) {
  EXPECT_EQ(read("㎡", "teaching_area"), "not_a_number");
  EXPECT_EQ(read("万元", "equipment_value"), "not_a_number");
}

}  // namespace
