// SPDX-License-Identifier: MIT
// Which issue a remark answers, and that the answer to a request has it beside its issue.
#include "junheng/remark.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "support/outcome.h"

namespace {

using junheng::Issue;
using junheng::IssueCode;
using junheng::Remark;

/// Suspicious books in row 2 (experience), and more key teachers than teachers everywhere (logic).
std::string suspicious() {
  std::string text = "学校名称\t在校生数\t图书册数\t专任教师数\t骨干教师数\n";
  for (const char* row :
       {"甲小学\t100\t9000", "乙小学\t100\t300", "丙小学\t100\t300", "丁小学\t100\t300", "戊小学\t100\t300"})
    text += std::string(row) + "\t20\t25\n";
  return text;
}

const Issue* issue_of(const junheng::Evaluation& result, IssueCode code) {
  const auto found =
      std::find_if(result.issues.begin(), result.issues.end(), [&](const Issue& one) { return one.code == code; });
  return found == result.issues.end() ? nullptr : &*found;
}

TEST(Remarks, AnswerTheIssueOfTheirCodeLineAndIndicator) {
  const junheng::Evaluation result =
      junheng::evaluate(suspicious(), *test::library().standard("basic-2012"), test::library().vocabulary);
  const Issue* const outlier = issue_of(result, IssueCode::outlier);
  ASSERT_NE(outlier, nullptr);
  const Remark key = remark_key(result, *outlier);
  EXPECT_EQ(key.code, "outlier");
  EXPECT_EQ(key.row, 2U);
  EXPECT_EQ(key.indicator, "books");
  EXPECT_EQ(remark_of(result, *outlier, {{"outlier", 2, "books", "捐赠"}}), "捐赠");
  EXPECT_EQ(remark_of(result, *outlier, {{"outlier", 3, "books", "捐赠"}}), "");
  EXPECT_EQ(remark_of(result, *outlier, {{"outlier", 2, "", "捐赠"}}), "") << "an indicator has to be named";
  EXPECT_EQ(remark_of(result, *outlier, {{"outlier", 2, "computers", "捐赠"}}), "");
  EXPECT_EQ(remark_of(result, *outlier, {}), "");
}

TEST(Remarks, OfALaterTableCountItsLinesFromThere) {
  // The same schools twice: the books that stand out are in row 2 of the second table, line 9 of all: each table ends on a line of its own.
  const test::Tables first("学校名称\t在校生数\t图书册数\n子小学\t100\t300\n丑小学\t100\t300\n\n\n寅小学\t100\t300\n");
  const junheng::Evaluation result = test::Outcome(first + test::sheet("第二张", suspicious()), test::basic()).result;
  const Issue* const outlier = issue_of(result, IssueCode::outlier);
  ASSERT_NE(outlier, nullptr);
  EXPECT_EQ(remark_key(result, *outlier).row, 9U);
  EXPECT_EQ(remark_of(result, *outlier, {{"outlier", 9, "books", "捐赠"}}), "捐赠");
  EXPECT_EQ(remark_of(result, *outlier, {{"outlier", 2, "books", "捐赠", 1}}), "捐赠");
  EXPECT_EQ(remark_of(result, *outlier, {{"outlier", 9, "books", "捐赠", 1}}), "");
  EXPECT_EQ(remark_of(result, *outlier, {{"outlier", 2, "books", "捐赠"}}), "");
  EXPECT_EQ(remark_of(result, *outlier, {{"outlier", 2, "books", "捐赠", 2}}), "") << "no such table";
  EXPECT_EQ(remark_of(result, *outlier, {{"outlier", 2, "books", "捐赠", 0xFFFFFFFF}}), "");
}

TEST(Remarks, WhatMustBeRightCannotBeTalkedAway) {
  const junheng::Evaluation result =
      junheng::evaluate(suspicious(), *test::library().standard("basic-2012"), test::library().vocabulary);
  const Issue* const logic = issue_of(result, IssueCode::part_over_whole);
  ASSERT_NE(logic, nullptr);
  Remark remark = remark_key(result, *logic);
  remark.text = "没有错";
  EXPECT_EQ(remark_of(result, *logic, {remark}), "");
}

TEST(Remarks, ComeBackWithTheAnswerAsDoesTheEncoding) {
  const std::string request = R"({"standard": "basic-2012", "encoding": "gb18030",)"
                              R"( "remarks": [{"code": "outlier", "row": 2, "indicator": "books", "text": "捐赠"}]})";
  const std::string answer = junheng::answer(suspicious(), request, test::library());
  EXPECT_NE(answer.find(R"("remark":"捐赠")"), std::string::npos);
  EXPECT_NE(answer.find(R"("remark":null)"), std::string::npos);
  EXPECT_TRUE(answer.ends_with(R"("encoding":"gb18030"})")) << answer.substr(answer.size() - 40);
  const std::string plain = junheng::answer("", R"({"standard": "none"})", test::library());
  EXPECT_NE(plain.find(R"("remark":null)"), std::string::npos);
  EXPECT_NE(plain.find(R"("encoding":null})"), std::string::npos);
}

}  // namespace
