// SPDX-License-Identifier: MIT
//
// Words and years beside names of columns: which of several columns for one field counts, and what is asked.
#include "layout/header_columns.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>

#include "support/found.h"
#include "support/outcome.h"

using junheng::IssueCode;
using junheng::QuestionKind;
using junheng::Stage;
using test::Found;
using test::Outcome;

namespace {

struct Header {
  const char* text;
  const char* fields;  ///< "?" in front of what is not used

  friend void PrintTo(const Header& header, std::ostream* out) { *out << header.text; }
};

class OneCounts : public testing::TestWithParam<Header> {};

TEST_P(OneCounts, OfColumnsForOneField) {
  Found found(std::string(GetParam().text) +
              "青山小学\t小学\t300\t11\t12\t13\t14\n柳河小学\t小学\t200\t21\t22\t23\t24\n");
  EXPECT_EQ(found.fields(), GetParam().fields);
  EXPECT_EQ(found.rows().size(), 2U);
  EXPECT_TRUE(found.layout.questions.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Words, OneCounts,
    testing::Values(
        Header{"学校名称\t学校类型\t在校生数\t图书册数\t图书册数\t计算机台数\t计算机台数\n学校名称\t学校类型\t在校生数"
               "\t应配\t实"
               "有\t应配\t实有\n",
               "school type pupils ?books books ?computers computers"},
        // A plain copy has the text of a merged cell once.
        Header{"学校名称\t学校类型\t在校生数\t图书册数\t\t计算机台数\t\n\t\t\t应配\t实有\t应配\t实有\n",
               "school type pupils ?books books ?computers computers"},
        Header{"学校名称\t学校类型\t在校生数\t图书册数\t\t计算机台数\t\n\t\t\t实有\t应配\t现有\t缺口\n",
               "school type pupils books ?books computers ?computers"},
        Header{"学校名称\t学校类型\t在校生数\t图书册数\t\t计算机台数\t\n\t\t\t标准值\t实际值\t需要\t已有\n",
               "school type pupils ?books books ?computers computers"},
        Header{"学校名称\t学校类型\t在校生数\t图书册数\t\t计算机台数\t\n\t\t\t上年\t本年\t去年\t今年\n",
               "school type pupils ?books books ?computers computers"},
        Header{"学校名称\t学校类型\t在校生数\t图书册数\t\t计算机台数\t\n\t\t\t达标数\t实有数\t计划\t完成\n",
               "school type pupils ?books books ?computers computers"},
        Header{"学校名称\t学校类型\t在校生数\t图书册数\t\t计算机台数\t\n\t\t\t需配备\t已配备\t已购\t待购\n",
               "school type pupils ?books books computers ?computers"},
        Header{"学校名称\t学校类型\t在校生数\t图书册数\t\t计算机台数\t\n\t\t\t总数\t生均\t总台数\t百生\n",
               "school type pupils books per_books computers per_computers"},
        Header{"学校名称\t学校类型\t在校生数\t图书（册）\t\t计算机\t\n\t\t\t应配册数\t实有册数\t应配(台)\t实有(台)\n",
               "school type pupils ?books books ?computers computers"},
        // The words above the names.
        Header{"学校名称\t学校类型\t在校生数\t应配\t\t实有\t\n\t\t\t图书册数\t计算机台数\t图书册数\t计算机台数\n",
               "school type pupils ?books ?computers books computers"},
        // In one row.
        Header{"学校名称\t学校类型\t在校生数\t应配图书册数\t实有图书册数\t计算机应配台数\t计算机实有台数\n",
               "school type pupils ?books books ?computers computers"},
        Header{"学校名称\t学校类型\t在校生数\t图书册数（应配）\t图书册数（实有）\t计算机台数-应有\t计算机台数-现有\n",
               "school type pupils ?books books ?computers computers"},
        Header{"学校名称\t学校类型\t现有学生数\t图书册数\t应配图书册数\t计算机台数（标准）\t计算机台数\n",
               "school type pupils books ?books ?computers computers"},
        // Nobody can tell which is what there is.
        Header{"学校名称\t学校类型\t在校生数\t图书册数\t\t计算机台数\t\n\t\t\t甲库\t乙库\t总数\t实有\n",
               "school type pupils ?books ?books ?computers ?computers"},
        Header{"学校名称\t学校类型\t在校生数\t应配图书册数\t图书缺口\t计算机台数\t生均图书册数\n",
               "school type pupils ?books ?books computers per_books"},
        // Names that are known as they stand keep their words.
        Header{"学校名称\t学校类型\t在校生数\t高于规定学历教师数\t每百名学生拥有计算机台数\t上一年度公用经费预算总额\t"
               "生均图书册数\n",
               "school type pupils degree_teachers per_computers public_budget per_books"}));

constexpr const char* kRows = "青山小学\t小学\t300\t330\t3000\t6600\n柳河小学\t小学\t200\t180\t2600\t5400\n";

class AsksWhichYear : public testing::TestWithParam<const char*> {};

TEST_P(AsksWhichYear, AndTakesNone) {
  Found open(std::string(GetParam()) + kRows);
  EXPECT_EQ(open.fields(), "school type ?pupils ?pupils ?books ?books");
  const auto asked = std::find_if(open.layout.questions.begin(), open.layout.questions.end(),
                                  [](const junheng::Question& one) { return one.kind == QuestionKind::year; });
  ASSERT_NE(asked, open.layout.questions.end());
  const junheng::Question& question = *asked;
  ASSERT_EQ(question.options.size(), 2U);
  EXPECT_EQ(question.proposed, "2023");
  EXPECT_EQ(question.options.front().sample, "在校生数：青山小学 330、柳河小学 180");
  EXPECT_EQ(open.count(IssueCode::question_open), 1U);
  junheng::TableChoices choices;
  choices.answers.push_back({QuestionKind::year, {}, "2023"});
  Found newer(std::string(GetParam()) + kRows, choices);
  EXPECT_EQ(newer.fields(), "school type ?pupils pupils ?books books");
  EXPECT_EQ(newer.count(IssueCode::question_open), 0U);
  EXPECT_EQ(newer.count(IssueCode::column_other_year), 2U);
  choices.answers.front().option = "2022";
  Found older(std::string(GetParam()) + kRows, choices);
  EXPECT_EQ(older.fields(), "school type pupils ?pupils books ?books");
}

INSTANTIATE_TEST_SUITE_P(
    Headers, AsksWhichYear,
    testing::Values(
        "学校名称\t学校类型\t在校生数\t\t图书册数\t\n\t\t2022年\t2023年\t2022年\t2023年\n",
        "学校名称\t学校类型\t在校生数\t\t图书册数\t\n\t\t2022\t2023\t2022\t2023\n",
        "学校名称\t学校类型\t在校生数\t在校生数\t图书册数\t图书册数\n学校名称\t学校类型\t2022学年\t2023学年\t2022学年\t"
        "2023学年\n",
        "学校名称\t学校类型\t2022年在校生数\t2023年在校生数\t2022年图书册数\t2023年图书册数\n",
        "学校名称\t学校类型\t在校生数（2022年）\t在校生数（2023年）\t图书册数（2022年）\t图书册数（2023年）\n",
        "学校名称\t学校类型\t2022-2023学年在校生数\t2023-2024学年在校生数\t2022-2023学年图书册数\t2023-2024学年图书册"
        "数\n",
        "学校名称\t学校类型\t在校生数\t\t图书册数\t\n\t\t2022—2023学年度\t2023—2024学年度\t2022—2023学年度\t2023—"
        "2024学年度\n",
        "学校名称\t学校类型\t2022秋在校生数\t2023秋在校生数\t2022秋图书册数\t2023秋图书册数\n",
        "某县学校情况\n学校名称\t学校类型\t在校生数2022\t在校生数2023\t图书册数2022\t图书册数2023\n"));

TEST(YearsAbove, NamesAreAskedForOnce) {
  const std::string text =
      "学校名称\t学校类型\t2022年\t\t2023年\t\n\t\t在校生数\t图书册数\t在校生数\t图书册数\n"
      "青山小学\t小学\t300\t3000\t330\t6600\n柳河小学\t小学\t200\t2600\t180\t5400\n";
  const Outcome open(text, test::basic());
  EXPECT_EQ(open.result.questions.size(), 1U);
  EXPECT_EQ(open.issues(IssueCode::no_pupils_column), 1U);
  junheng::Request request;
  request.reading.answers.push_back({QuestionKind::year, {}, "2023"});
  const Outcome newer(text, request, test::basic());
  const junheng::Balance books = newer.balance(Stage::primary, "books");
  EXPECT_DOUBLE_EQ(books.spread.mean, 12000.0 / 510);
}

TEST(YearsAbove, MergedAndRepeated) {
  Found open(
      "学校名称\t学校类型\t2022年\t2022年\t2023年\t2023年\n学校名称\t学校类型\t在校生数\t图书册数\t在校生数\t图书册数\n"
      "青山小学\t小学\t300\t3000\t330\t6600\n");
  EXPECT_EQ(open.layout.questions.size(), 1U);
  EXPECT_EQ(open.fields(), "school type ?pupils ?books ?pupils ?books");
}

TEST(YearsAbove, OnATableThatStandsOnEnd) {
  Found open(
      "学校名称\t青山小学\t柳河小学\n学校类型\t小学\t小学\n2022年在校生数\t300\t200\n2023年在校生数\t330\t180\n"
      "2022年图书册数\t3000\t2600\n2023年图书册数\t6600\t5400\n");
  EXPECT_TRUE(open.layout.sheets.front().transposed);
  ASSERT_EQ(open.layout.questions.size(), 1U);
  EXPECT_EQ(open.layout.questions.front().options.front().sample, "在校生数：青山小学 330、柳河小学 180");
}

/// The one that names no year is the one of the table.
TEST(YearsAbove, BesideAColumnWithoutAYearOthersAreAside) {
  Found found("学校名称\t学校类型\t2022年在校生数\t在校生数\t图书册数\n青山小学\t小学\t300\t330\t6600\n");
  EXPECT_EQ(found.fields(), "school type ?pupils pupils books");
  EXPECT_EQ(found.count(IssueCode::column_other_year), 1U);
  EXPECT_TRUE(found.layout.questions.empty());
}

TEST(YearsAbove, OneYearIsNoQuestion) {
  Found found(
      "学校名称\t学校类型\t2023年在校生数\t2023年图书册数\t2022年公用经费预算总额\n青山小学\t小学\t330\t6600\t9\n");
  EXPECT_EQ(found.fields(), "school type pupils books public_budget");
  EXPECT_TRUE(found.layout.questions.empty());
}

TEST(OneCounts, WhatAPersonChoseCounts) {
  junheng::TableChoices choices;
  choices.columns.push_back({2, "books", "", ""});
  Found found("学校名称\t在校生数\t应配图书册数\t实有图书册数\n青山小学\t300\t6000\t3100\n", choices);
  EXPECT_EQ(found.fields(), "school pupils books -");
}

}  // namespace
