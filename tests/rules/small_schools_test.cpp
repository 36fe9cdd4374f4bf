// SPDX-License-Identifier: MIT
//
// Funds of small schools (G6) from the schools' table: each 小学 and 教学点 below 100 pupils has at least 100 times the
// quota per pupil that the county states.
#include <gtest/gtest.h>

#include <string>

#include "junheng/finding.h"
#include "support/outcome.h"

using junheng::Verdict;
using test::Outcome;

namespace {

constexpr const char* kHeader = "学校名称\t学校类型\t在校生数\t上一年度公用经费预算总额（元）\n";

Outcome table(const std::string& rows, const std::string& facts = "规定的小学生均公用经费标准\t1150") {
  junheng::Request request;
  request.county = facts;
  return Outcome(kHeader + rows, request);
}

std::string said(const Outcome& outcome) {
  const junheng::Item& item = *outcome.rule_of("G6");
  return junheng::finding(test::library().zh, item, item.checks[0], outcome.check("G6", "small"), outcome.result);
}

TEST(SmallSchools, AreFundedAsForAHundred) {
  EXPECT_EQ(table("甲\t小学\t60\t115000\n乙\t小学\t500\t1\n").item_verdict("G6"), Verdict::pass)
      << "1150 × 100, and 500 pupils are no small school";
  EXPECT_EQ(table("甲\t小学\t60\t114999.99\n").item_verdict("G6"), Verdict::fail);
  EXPECT_EQ(table("甲\t教学点\t20\t114999.99\n").item_verdict("G6"), Verdict::fail);
  EXPECT_EQ(table("甲\t小学\t99\t113850\n").item_verdict("G6"), Verdict::fail) << "1150 × 99";
  EXPECT_EQ(table("甲\t小学\t60\t115000\n乙\t小学\t100\t1\n").item_verdict("G6"), Verdict::pass)
      << "not fewer than 100";
  EXPECT_EQ(table("甲\t小学\t60\t115000\n乙\t初中\t60\t1\n").item_verdict("G6"), Verdict::pass) << "no 小学";
  EXPECT_EQ(table("甲\t小学\t100\t1\n").item_verdict("G6"), Verdict::unknown)
      << "that there is none is for the county to say";
  EXPECT_EQ(table("甲\t小学\t100\t1\n", "small_schools\t0\nsmall_schools_funded\t0").item_verdict("G6"), Verdict::pass);
}

TEST(SmallSchools, SayWhichAndWhy) {
  EXPECT_EQ(said(table("甲\t小学\t60\t100000\n乙\t小学\t70\t115000\n")),
            "按100名核定的比例：1 所学校不符合（甲），要求不低于 "
            "100（公用经费预算总额÷规定的小学生均公用经费标准，即按多少名学生核定）");
  EXPECT_EQ(table("甲\t小学\t60\t\n乙\t小学\t70\t115000\n").item_verdict("G6"), Verdict::unknown);
  EXPECT_NE(said(table("甲\t小学\t60\t\n乙\t小学\t70\t115000\n")).find("甲缺上一年度公用经费预算总额"),
            std::string::npos);
  EXPECT_NE(said(table("甲\t小学\t60\t1\n", "")).find("甲缺生均公用经费基准定额"), std::string::npos);
}

/// A school of which nobody knows whether it is small matters only where it would fail.
TEST(SmallSchools, OfUnknownSize) {
  EXPECT_EQ(table("甲\t小学\t\t115000\n").item_verdict("G6"), Verdict::pass);
  EXPECT_EQ(table("甲\t小学\t\t114999\n").item_verdict("G6"), Verdict::unknown);
  EXPECT_NE(said(table("甲\t小学\t\t114999\n")).find("甲缺在校生数"), std::string::npos);
}

TEST(SmallSchools, WithoutTheColumnOrWithoutPrimarySchoolsAreNotJudged) {
  junheng::Request request;
  request.county = "规定的小学生均公用经费标准\t1150";
  EXPECT_EQ(Outcome("学校名称\t学校类型\t在校生数\n甲\t小学\t60\n", request).item_verdict("G6"), Verdict::unknown);
  EXPECT_EQ(table("甲\t初中\t60\t1\n").item_verdict("G6"), Verdict::unknown);
  EXPECT_EQ(table("甲\t初中\t60\t1\n", "small_schools\t2\nsmall_schools_funded\t2").item_verdict("G6"), Verdict::pass);
}

}  // namespace
