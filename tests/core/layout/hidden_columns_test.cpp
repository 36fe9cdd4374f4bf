// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>

#include "support/found.h"
#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Stage;
using test::Found;
using test::Outcome;

namespace {

std::string page(const std::string& columns, const std::string& head) {
  return "<table>" + columns + "<tr><td>学校名称<td>学校类型<td>" + head +
         "<tr><td>松柏小学<td>小学<td>300<td>1<td>6000<tr><td>柳溪小学<td>小学<td>200<td>2<td>3000</table>";
}

TEST(HiddenColumns, NeverWinOverShownOnes) {
  for (const std::string columns : {"<col><col><col><col hidden>", "<col span=3><col style='display: none'>"}) {
    const Outcome outcome(page(columns, "在校生数<td>图书册数<td>图书册数"), test::basic());
    EXPECT_NEAR(outcome.value("松柏小学", Stage::primary, "books"), 20, 1e-9) << columns;
    ASSERT_TRUE(outcome.issue(IssueCode::hidden_columns).has_value());
    EXPECT_EQ(outcome.found(*outcome.issue(IssueCode::hidden_columns)), "图书册数");
    EXPECT_EQ(outcome.issues(IssueCode::column_twice), 0U);
  }
}

TEST(HiddenColumns, AreReadAndSaidWhereNoOtherSaysTheSame) {
  const Outcome outcome(page("<col><col><col><col><col hidden>", "在校生数<td>班级数<td>图书册数"), test::basic());
  EXPECT_NEAR(outcome.value("松柏小学", Stage::primary, "books"), 20, 1e-9);
  EXPECT_EQ(outcome.issues(IssueCode::hidden_columns), 1U);
}

TEST(HiddenColumns, OfTwoThatAreHiddenTheFirstIsUsedAsEverywhere) {
  const Outcome outcome(page("<col><col><col><col hidden span=2>", "在校生数<td>图书册数<td>图书册数"), test::basic());
  EXPECT_EQ(outcome.issues(IssueCode::hidden_columns), 1U);
  EXPECT_EQ(outcome.issues(IssueCode::column_twice), 1U);
}

TEST(HiddenColumns, AreThoseOfTheirOwnSheet) {
  const std::string first = page("<col><col><col><col hidden>", "在校生数<td>图书册数<td>图书册数");
  const Outcome outcome(test::sheet("一", "学校名称\t学校类型\t在校生数\t图书册数\n竹林小学\t小学\t100\t900\n") +
                            test::sheet("二", first),
                        test::basic());
  EXPECT_NEAR(outcome.value("竹林小学", Stage::primary, "books"), 9, 1e-9);
  EXPECT_NEAR(outcome.value("柳溪小学", Stage::primary, "books"), 15, 1e-9);
  EXPECT_EQ(outcome.found(*outcome.issue(IssueCode::hidden_columns)), "图书册数");
}

TEST(HiddenColumns, ClassesAndScreenReadersHideNothing) {
  const std::string rows =
      "<table><tr><td>学校名称<td>学校类型<td>在校生数<td>图书册数<tr "
      "aria-hidden='false'><td>松柏小学<td>小学<td>300<td>6000"
      "<tr style='overflow:hidden'><td>柳溪小学<td>小学<td>200<td>3000"
      "<tr class='hidden-xs'><td>桃园小学<td>小学<td>500<td>12500</table>";
  const Outcome outcome(rows, test::basic());
  EXPECT_EQ(outcome.result.split.units.size(), 3U);
  EXPECT_EQ(outcome.issues(IssueCode::hidden_rows), 0U);
}

}  // namespace
