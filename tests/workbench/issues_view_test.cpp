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
  ASSERT_TRUE(screen.click_tab("问题")) << screen.screen();
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
  ASSERT_TRUE(screen.click("100000 处同样的问题")) << screen.screen();
  EXPECT_TRUE(screen.sees("第 2 行"));
  EXPECT_LT(screen.vertices(), 20000);
  screen.wheel({600, 500}, -1000000);
  EXPECT_TRUE(screen.sees("第 100001 行")) << screen.screen();
}

TEST(IssuesView, ATotalThatDiffersIsNotSaidToHaveToBeCorrected) {
  NullPlatform screen;
  screen.app.open_table(kHeader + school("某县", "甲小学") + school("某县", "乙小学") +
                            "某县\t合计\t\t2000\t100\t40\t40\t12000\t0\t18000\t6000000\t61\n",
                        "test.tsv");
  screen.run();
  ASSERT_TRUE(screen.click_tab("问题"));
  EXPECT_TRUE(screen.sees("合计行不符 1 处（合计行不参加计算，不影响结果）")) << screen.screen();
  EXPECT_FALSE(screen.sees("必须改正")) << screen.screen();
}

TEST(IssuesView, NotesAreNothingToBeDone) {
  NullPlatform screen;
  open(screen);
  ASSERT_TRUE(screen.click_tab("问题"));
  EXPECT_TRUE(screen.hears("待处理问题 2")) << screen.screen();
  EXPECT_EQ(screen.count("待处理 2"), 1) << "the same count in the list\n" << screen.screen();
}

/// The wanted columns under other names.
std::string table_with_own_names() {
  std::string header = kHeader;
  const auto rename = [&](std::string_view from, std::string_view to) {
    header.replace(header.find(from), from.size(), to);
  };
  rename("体育运动场馆面积", "馆面积");
  rename("县级以上骨干教师数", "骨干");
  return header + school("甲县", "甲小学") + school("甲县", "乙小学") + school("甲县", "丙小学");
}

TEST(IssuesView, AnUnusedColumnIsOfferedOnTheEntryAndTakenByOnePress) {
  NullPlatform screen;
  screen.app.open_table(table_with_own_names(), "test.tsv");
  screen.run();
  ASSERT_TRUE(screen.click_tab("问题"));
  EXPECT_TRUE(screen.sees("“馆面积”就是“体育运动场馆面积”？")) << screen.screen();
  EXPECT_TRUE(screen.sees("9000")) << "its values beside it";
  ASSERT_TRUE(screen.press("“骨干”就是“县级以上骨干教师数”？")) << screen.screen();
  EXPECT_FALSE(screen.sees("骨干")) << "taken, and nothing more to be said of it\n" << screen.screen();
  ASSERT_EQ(screen.app.project().reading.columns.size(), 1U);
  EXPECT_EQ(screen.app.project().reading.columns.front().field, "backbone_teachers");
  screen.app.undo();
  screen.run();
  EXPECT_TRUE(screen.sees("“骨干”就是")) << screen.screen();
}

TEST(IssuesView, WhatOneMistakeHasMadeIsOneEntryThatOpens) {
  NullPlatform screen;
  std::string text = kHeader + school("甲县", "缺人小学", "l20");
  for (int i = 0; i < 23; ++i)
    text += school("甲县", "第" + std::to_string(i) + "小学", "l" + std::to_string(i));
  screen.app.open_table(std::move(text), "test.tsv");
  screen.run();
  ASSERT_TRUE(screen.click_tab("问题"));
  EXPECT_TRUE(screen.sees("24 处同样的问题")) << screen.screen();
  EXPECT_FALSE(screen.sees("第 9 行")) << screen.screen();
  ASSERT_TRUE(screen.click("24 处同样的问题"));
  EXPECT_TRUE(screen.sees("第 9 行")) << screen.screen();
  ASSERT_TRUE(screen.click("24 处同样的问题"));
  EXPECT_FALSE(screen.sees("第 9 行")) << screen.screen();
}

TEST(IssuesView, APupilNumberThatIsWrongForAllIndicatorsIsOneEntry) {
  NullPlatform screen;
  std::string text = kHeader;
  for (int i = 0; i < 12; ++i)
    text += school("甲县", "第" + std::to_string(i) + "小学", std::to_string(50 + i));
  text += school("甲县", "多人小学", "50", "小学", "13650");
  screen.app.open_table(std::move(text), "test.tsv");
  screen.run();
  ASSERT_TRUE(screen.click_tab("问题"));
  EXPECT_TRUE(screen.sees("请先核对学生数 13650")) << screen.screen();
  EXPECT_EQ(screen.count("多人小学"), 1) << screen.screen();
}

}  // namespace
}  // namespace app_test
