// SPDX-License-Identifier: MIT
#include "layout/years.h"

#include <gtest/gtest.h>

#include <string>

using junheng::BareYear;
using junheng::find_year;
using junheng::year_in;
using junheng::Years;

namespace {

std::string year(const char* text, BareYear bare = BareYear::no) {
  const auto found = year_in(text, bare);
  return found ? found->id() : "";
}

TEST(Years, AreReadAsPeopleWriteThem) {
  for (const char* text : {"2023年",     "2023学年",         "2023 学年度",
                           "2023年度",   "2023学年小学情况", "２０２３年",
                           "二〇二三年", "二零二三学年",     "2023-2024学年度",
                           "2023—2024",  "2023年—2024年",    "2023–24学年",
                           "23-24学年",  "2023秋",           "2023年秋季",
                           "2023.9",     "2023-09",          "甲县2023年小学统计表",
                           "（2023年）", "2023學年度",       "2023至2024学年第一学期"}) {
    EXPECT_EQ(year(text), "2023") << text;
  }
  EXPECT_EQ(year("2023春"), "2023春");
  EXPECT_EQ(year("2023年春季学期"), "2023春");
}

TEST(Years, OtherNumbersAreNone) {
  for (const char* text :
       {"", "9年一贯制", "九年一贯制学校", "45人", "2023", "2023人", "12023年", "2010年及之前规划并建成", "2016年以后",
        "2020-2023年", "A2023年", "0888-1234567", "20231年", "第2023号", "六年级", "1923年", "1:17"}) {
    EXPECT_EQ(year(text), "") << text;
  }
}

TEST(Years, FourDigitsAloneOnlyWhereYearsAreExpected) {
  EXPECT_EQ(year("2022", BareYear::yes), "2022");
  EXPECT_EQ(year("小学2022", BareYear::yes), "2022");
  EXPECT_EQ(year("2022 (2)", BareYear::yes), "2022");
  EXPECT_EQ(year("Sheet1", BareYear::yes), "");
  EXPECT_EQ(year("12022", BareYear::yes), "");
  EXPECT_EQ(year("2022.55", BareYear::yes), "");
}

TEST(Years, TheBytesThatSayIt) {
  const std::string text = "在校生数（2022-2023 学年度）";
  const auto found = find_year(text);
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(text.substr(found->begin, found->length), "2022-2023 学年度");
}

TEST(Years, AreAskedOnceWithTheNewestProposed) {
  Years open{junheng::TableChoices{}};
  std::vector<junheng::Question> questions;
  junheng::Issues issues;
  open.add({2022}, "a");
  open.ask(questions, issues);
  EXPECT_TRUE(questions.empty());
  open.add({2023}, "b");
  open.add({2022}, "c");
  open.add({2023, true}, "");
  open.ask(questions, issues);
  ASSERT_EQ(questions.size(), 1U);
  ASSERT_EQ(questions[0].options.size(), 3U);
  EXPECT_EQ(questions[0].options[1].id, "2023春");
  EXPECT_EQ(questions[0].options[2].sample, "a");
  EXPECT_EQ(questions[0].proposed, "2023");
  EXPECT_EQ(questions[0].answer, "");
  ASSERT_EQ(issues.size(), 1U);
  EXPECT_EQ(issues[0].code, junheng::IssueCode::question_open);
}

TEST(Years, WhatAPersonChoseHolds) {
  junheng::TableChoices choices;
  choices.answers.push_back({junheng::QuestionKind::year, {}, "2022"});
  Years years(choices);
  years.add({2022}, "");
  years.add({2023}, "");
  EXPECT_TRUE(years.is_chosen({2022}));
  EXPECT_FALSE(years.is_chosen({2023}));
  std::vector<junheng::Question> questions;
  junheng::Issues issues;
  years.ask(questions, issues);
  EXPECT_EQ(questions.at(0).answer, "2022");
  EXPECT_TRUE(issues.empty());
}

}  // namespace
