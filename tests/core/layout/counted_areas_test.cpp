// SPDX-License-Identifier: MIT
//
// 教学用房 24: rooms or ㎡. The numbers of the whole column decide whether it is asked.
#include "layout/counted_areas.h"

#include <gtest/gtest.h>

#include <string>

#include "support/found.h"

using junheng::IssueCode;
using test::Found;

namespace {

std::string table(const std::string& header, const std::string& first, const std::string& second) {
  return "学校名称\t在校生数\t" + header + "\n松柏小学\t300\t" + first + "\n柳溪小学\t500\t" + second + "\n";
}

TEST(CountedAreas, SmallWholeNumbersWithoutANameOfAnAreaAreAsked) {
  for (const char* const header :
       {"教学用房", "运动场", "体育馆", "操场", "教学及辅助用房", "室内体育用房", "体育运动场馆"}) {
    Found found(table(header, "24", "31"));
    EXPECT_EQ(found.fields().substr(0, 14), "school pupils ") << header;
    EXPECT_EQ(found.fields().substr(14, 1), "?") << header;
    EXPECT_EQ(found.count(IssueCode::column_counts), 1U) << header;
    EXPECT_EQ(found.count(IssueCode::column_asked), 0U) << header << ": said once";
  }
}

TEST(CountedAreas, AHeaderThatNamesAnAreaIsBelieved) {
  for (const char* const header :
       {"教学用房面积", "教学用房（㎡）", "教学用房(平方米)", "教学用房(m2)", "运动场(亩)", "体育馆面积"}) {
    Found found(table(header, "24", "31"));
    EXPECT_EQ(found.count(IssueCode::column_counts), 0U) << header;
    EXPECT_EQ(found.fields().find('?'), std::string::npos) << header;
  }
}

TEST(CountedAreas, NumbersThatAreAreasAreTaken) {
  EXPECT_EQ(Found(table("教学用房", "2400", "3100")).fields(), "school pupils teaching_area");
  EXPECT_EQ(Found(table("教学用房", "24.5", "31")).fields(), "school pupils teaching_area") << "half a room";
  EXPECT_EQ(Found(table("体育馆", "0", "600")).fields(), "school pupils indoor_sports_area");
  EXPECT_EQ(Found(table("体育馆", "0", "0")).fields(), "school pupils indoor_sports_area") << "none of either";
  EXPECT_EQ(Found(table("教学用房", "24", "3100")).fields(), "school pupils teaching_area")
      << "one cell decides nothing";
  EXPECT_EQ(Found(table("教学用房", "24㎡", "31")).fields(), "school pupils teaching_area");
  EXPECT_EQ(Found("学校名称\t在校生数\t教学用房\n松柏教学点\t9\t60\n").fields(), "school pupils teaching_area")
      << "a room of 60 ㎡ for 9 pupils";
}

TEST(CountedAreas, ATotalIsNoSchool) {
  Found found(table("教学用房", "124", "131") + "合计\t800\t255\n");
  EXPECT_EQ(found.count(IssueCode::column_counts), 1U);
}

TEST(CountedAreas, WhatAPersonChoseCounts) {
  junheng::TableChoices choices;
  choices.columns = {{2, "teaching_area", "", ""}};
  Found found(table("教学用房", "24", "31"), choices);
  EXPECT_EQ(found.fields(), "school pupils teaching_area");
  EXPECT_EQ(found.count(IssueCode::column_counts), 0U);
}

}  // namespace
