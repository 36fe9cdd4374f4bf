// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "workbench/screen/null_platform.h"
#include "workbench/tables.h"

namespace app_test {
namespace {

/// Row 60 of 100 has a word where a number belongs; row 102 has no known type and is left out.
std::string table_with_issues() {
  std::string text = kHeader;
  for (int row = 2; row <= 101; ++row) {
    const std::string county = row < 50 ? "甲县" : "乙县";
    text += school(county, "第" + std::to_string(row) + "行小学", row == 60 ? "l20" : "50");
  }
  return text + school("乙县", "无名学堂", "50", "");
}

void open(NullPlatform& screen) {
  screen.app.open_table(table_with_issues(), "test.tsv");
  screen.run();
}

TEST(IssuesView, ListsEveryIssueWithItsRow) {
  NullPlatform screen;
  open(screen);
  EXPECT_TRUE(screen.sees("待处理问题")) << screen.screen();
  ASSERT_TRUE(screen.click("待处理问题"));
  EXPECT_TRUE(screen.sees("“l20”不是数")) << screen.screen();
  EXPECT_TRUE(screen.sees("第 60 行"));
  EXPECT_TRUE(screen.sees("无名学堂"));
}

TEST(IssuesView, AClickGoesToItsCell) {
  NullPlatform screen;
  open(screen);
  EXPECT_FALSE(screen.sees("第60行小学"));
  ASSERT_TRUE(screen.click_tab("问题"));
  ASSERT_TRUE(screen.click("“l20”不是数"));
  EXPECT_TRUE(screen.sees("第60行小学")) << "scrolled into sight\n" << screen.screen();
  EXPECT_TRUE(screen.sees("“l20”不是数")) << "beside the cell";
  ASSERT_TRUE(screen.press("改这一格"));
  EXPECT_EQ(screen.field("cell-edit")->value, "l20");
  EXPECT_FALSE(screen.app.wants_frame());
}

TEST(IssuesView, AClickGoesToARowThatIsNotEvaluated) {
  NullPlatform screen;
  open(screen);
  ASSERT_TRUE(screen.click_tab("问题"));
  ASSERT_TRUE(screen.click("“无名学堂”"));
  EXPECT_NE(screen.line_of("无名学堂").find("102"), std::string::npos) << screen.screen();
}

TEST(IssuesView, FiltersBySeverity) {
  NullPlatform screen;
  open(screen);
  ASSERT_TRUE(screen.click_tab("问题"));
  ASSERT_TRUE(screen.click("说明"));
  EXPECT_FALSE(screen.sees("“l20”不是数"));
  ASSERT_TRUE(screen.click("需更正"));
  EXPECT_TRUE(screen.sees("“l20”不是数"));
}

TEST(IssuesView, AHundredThousandIssuesScroll) {
  NullPlatform screen;
  std::string text = kHeader;
  for (int row = 0; row < 100000; ++row)
    text += school("甲县", "校" + std::to_string(row) + "小学", "x");
  screen.app.open_table(std::move(text), "test.tsv");
  screen.run();
  ASSERT_TRUE(screen.click_tab("问题"));
  EXPECT_TRUE(screen.sees("第 2 行"));
  EXPECT_LT(screen.vertices(), 20000);
  screen.wheel({600, 500}, -1000000);
  EXPECT_TRUE(screen.sees("第 100001 行")) << screen.screen();
}

}  // namespace
}  // namespace app_test
