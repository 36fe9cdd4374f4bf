// SPDX-License-Identifier: MIT
//
// Rows of totals, by whichever column says so: a word for totals makes no school, no county and no complaint.
#include <gtest/gtest.h>

#include <string>

#include "junheng/roster.h"
#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Stage;
using test::Outcome;

namespace {

struct Case {
  const char* what;
  std::string text;
  std::size_t totals;
};

class TotalRows : public testing::TestWithParam<Case> {};

TEST_P(TotalRows, AreNoSchoolsAndMakeNoCounty) {
  const Outcome outcome(GetParam().text);
  std::size_t totals = 0;
  for (const auto total : outcome.result.roster.total)
    totals += total;
  EXPECT_EQ(totals, GetParam().totals);
  EXPECT_EQ(outcome.result.roster.counties.size(), 1U);
  EXPECT_EQ(outcome.result.split.units.size(), 2U);
  EXPECT_EQ(outcome.issues(IssueCode::no_school_name), 0U) << test::issue_names(outcome.result.issues);
  EXPECT_EQ(outcome.issues(IssueCode::not_a_number), 0U);
  EXPECT_EQ(outcome.issues(IssueCode::type_unknown), 0U);
}

const std::string kTwo = "甲\t小学\t100\n乙\t小学\t200\n";

INSTANTIATE_TEST_SUITE_P(
    Places, TotalRows,
    testing::Values(
        Case{"in the column of names", "学校名称\t学校类型\t在校生数\n" + kTwo + "合计\t\t300\n", 1},
        Case{"above the schools", "学校名称\t学校类型\t在校生数\n全县合计\t\t300\n" + kTwo, 1},
        Case{"in the column of serial numbers",
             "序号\t学校名称\t学校类型\t在校生数\n1\t甲\t小学\t100\n2\t乙\t小学\t200\n合计\t\t\t300\n", 1},
        Case{"in a column of numbers that nobody asks for",
             "编号\t学校名称\t学校类型\t在校生数\n3601\t甲\t小学\t100\n3602\t乙\t小学\t200\n合计\t\t\t300\n", 1},
        Case{"in the column of counties",
             "区县\t学校名称\t学校类型\t在校生数\n某县\t甲\t小学\t100\n某县\t乙\t小学\t200\n合计\t\t\t300\n", 1},
        Case{"after each block and at the end",
             "学校名称\t学校类型\t在校生数\n甲\t小学\t100\n小计\t\t100\n乙\t小学\t200\n小计\t\t200\n总计\t\t300\n", 3},
        Case{"a type that is no type", "学校名称\t学校类型\t在校生数\n" + kTwo + "合计\t各类\t300\n", 1}),
    [](const auto& info) { return "Case" + std::to_string(info.index); });

/// A word for totals in a column of serial numbers does not make a school with a name a total.
TEST(TotalRow, ASchoolWithANameIsASchool) {
  const Outcome outcome("序号\t学校名称\t学校类型\t在校生数\n1\t甲\t小学\t100\n计\t合计路小学\t小学\t200\n");
  EXPECT_EQ(outcome.result.split.units.size(), 2U);
}

/// The numbers of the county's facts are those of its schools: a total beside them does not count twice.
TEST(TotalRow, DoesNotCountInTheCoefficient) {
  const std::string schools = "学校名称\t学校类型\t在校生数\t图书册数\n甲\t小学\t100\t1000\n乙\t小学\t200\t4000\n";
  const Outcome without(schools, test::basic());
  const Outcome with(schools + "合计\t\t300\t5000\n", test::basic());
  EXPECT_EQ(with.balance(Stage::primary, "books").spread.cv, without.balance(Stage::primary, "books").spread.cv);
}

}  // namespace
