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
  EXPECT_EQ(read("1:17", "pupils"), "not_a_number");
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
