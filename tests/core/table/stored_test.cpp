// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>

#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Stage;
using test::Outcome;

namespace {

/// A row with 450.4 stored and one cell of this text with this number stored.
Outcome with(const std::string& shown, const std::string& stored) {
  return Outcome(
      "<table><tr><td>学校名称</td><td>学校类型</td><td>在校生数</td><td>教学及辅助用房面积(净)</td></tr>"
      "<tr><td>甲</td><td>小学</td><td>100</td><td x:num=\"" +
      stored + "\">" + shown + "</td></tr></table>");
}

double area(const Outcome& outcome) {
  return outcome.value("甲", Stage::primary, "teaching_area") * 100;
}

/// What a cell shows instead of a number is no number, whatever is stored: a format may show zero, or anything, as —.
TEST(Stored, StandsInForANumberThatIsShownRoundedAndForNothingElse) {
  EXPECT_NEAR(area(with("450", "450.4")), 450.4, 1e-9);
  EXPECT_NEAR(area(with("450", "450.6")), 450, 1e-9) << "no rounding of that";
  EXPECT_NEAR(area(with("450", "x")), 450, 1e-9);
  EXPECT_NEAR(area(with("0", "x")), 0, 1e-9);
  EXPECT_NEAR(area(with("", "0.3")), 0.3, 1e-9) << "hidden by its format";
  EXPECT_EQ(with("", "0.3").issues(IssueCode::exact_values), 0U);
  EXPECT_EQ(with("", "0.3").issues(IssueCode::unseen_values), 1U);
  EXPECT_EQ(with("450", "450.4").issues(IssueCode::unseen_values), 0U);
  for (const char* mark : {"—", "/", "-"}) {
    EXPECT_FALSE(area(with(mark, "0.3")) >= 0) << mark;
    EXPECT_EQ(with(mark, "0.3").issues(IssueCode::exact_values), 0U) << mark;
  }
}

}  // namespace
