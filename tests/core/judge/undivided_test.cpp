// SPDX-License-Identifier: MIT
//
// A number that a school of several stages has only once, where each stage needs its own: named once for each cause, with
// the columns that would say it.
#include <gtest/gtest.h>

#include <string>

#include "junheng/insight.h"
#include "junheng/sentence.h"
#include "support/outcome.h"

using junheng::IssueCode;
using test::Outcome;

namespace {

std::string said(const Outcome& outcome, const junheng::Words& words = test::library().zh) {
  std::string text;
  for (const junheng::Issue& issue : outcome.result.issues) {
    if (issue.code == IssueCode::not_divided) text += sentence(words, issue, outcome.result) + "\n";
  }
  return text;
}

std::string rows(const std::string& columns, const std::string& cells, const char* type = "九年一贯制") {
  return "学校名称\t学校类型\t" + columns + "\n甲\t" + type + "\t" + cells + "\n";
}

TEST(Undivided, PupilsOfASchoolOfSeveralStagesAreAskedForByStage) {
  const Outcome outcome(rows("学生\t图书册数", "1876\t9000"));
  EXPECT_EQ(said(outcome), "第 2 行“甲”：在校生数 1876 不能分到小学、初中；请分列填：小学在校生数、初中在校生数。\n");
  EXPECT_EQ(
      said(outcome, test::library().en),
      "Line 2, “甲”: 1876 (Pupils) cannot be divided among its stages (Primary, Middle school); fill in columns of "
      "their own: Pupils (Primary), Pupils (Middle school).\n");
  const auto issue = outcome.issue(IssueCode::not_divided);
  ASSERT_TRUE(issue.has_value());
  EXPECT_EQ(outcome.found(*issue), "1876");
  EXPECT_EQ(junheng::severity_of(issue->code), junheng::Severity::error);
  EXPECT_EQ(column_of(outcome.result, *issue), std::uint16_t{2}) << "leads to its cell";
}

TEST(Undivided, EverySetOfStagesNamesItsOwn) {
  EXPECT_EQ(said(Outcome(rows("在校生数\t图书册数", "900\t9000", "完全中学"))),
            "第 2 行“甲”：在校生数 900 不能分到初中、高中；请分列填：初中在校生数、高中在校生数。\n");
  EXPECT_EQ(
      said(Outcome(rows("在校生数\t图书册数", "900\t9000", "十二年一贯制"))),
      "第 2 行“甲”：在校生数 900 不能分到小学、初中、高中；请分列填：小学在校生数、初中在校生数、高中在校生数。\n");
  EXPECT_EQ(said(Outcome(rows("在校生数\t图书册数", "900\t9000", "小学"))), "");
}

TEST(Undivided, AStageThatHasItsNumberIsNotAskedFor) {
  EXPECT_EQ(said(Outcome(rows("在校生数\t小学在校生数\t图书册数", "1876\t1000\t9000"))),
            "第 2 行“甲”：在校生数 1876 不能分到初中；请分列填：初中在校生数。\n");
  EXPECT_EQ(said(Outcome(rows("在校生数\t小学在校生数\t初中在校生数\t图书册数", "1876\t1000\t876\t9000"))), "")
      << "what the school has as a whole is divided by the shares of its stages";
}

/// The senior pupils are missing for the share alone: where each stage has its own numbers, nothing waits for them.
TEST(Undivided, WhatNoShareIsNeededForIsNotAskedFor) {
  const auto of = [](const char* books) {
    return Outcome(
        std::string("学校名称\t学校类型\t在校生数\t初中在校生数\t") + books + "\n甲\t完全中学\t900\t400\t9000\n",
        test::basic());
  };
  EXPECT_EQ(said(of("图书册数")), "第 2 行“甲”：在校生数 900 不能分到高中；请分列填：高中在校生数。\n");
  const Outcome complete(
      "学校名称\t学校类型\t在校生数\t初中在校生数\t初中每百名学生拥有计算机台数\n甲\t完全中学\t900\t400\t9\n");
  EXPECT_EQ(complete.issues(IssueCode::not_divided), 1U) << "other indicators have no column and no value";
}

TEST(Undivided, ABlankIsNoNumber) {
  EXPECT_EQ(said(Outcome(rows("在校生数\t图书册数", "\t9000"))), "");
}

/// The largest class of a school: 48 is above the limit of one stage and below that of the other, 44 above none.
TEST(Undivided, WhatACheckAsksOfEachStageIsNamedToo) {
  const auto of = [](const char* largest) {
    return said(Outcome(rows("小学在校生数\t初中在校生数\t最大班额", std::string("1000\t876\t") + largest)));
  };
  EXPECT_EQ(of("48"), "第 2 行“甲”：最大班额 48 不能分到小学、初中；请分列填：小学最大班额、初中最大班额。\n");
  EXPECT_EQ(of("44"), "");
  EXPECT_EQ(of("66"), "");
}

TEST(Undivided, EachCauseIsNamedOnce) {
  const Outcome outcome(rows("在校生数\t最大班额\t图书册数\t计算机台数", "1876\t48\t9000\t300"));
  EXPECT_EQ(outcome.issues(IssueCode::not_divided), 2U) << said(outcome);
}

}  // namespace
