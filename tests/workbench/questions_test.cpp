// SPDX-License-Identifier: MIT
// What is asked about a table stands above its issues: nothing is taken until it is answered, and an answer is a step
// like any other.
#include <gtest/gtest.h>

#include "workbench/screen/null_platform.h"
#include "workbench/tables.h"

namespace app_test {
namespace {

/// The same two schools in two years; in the later one with more pupils.
std::string two_years() {
  std::string text = "学年\t" + kHeader;
  for (const char* const year : {"2022", "2023"}) {
    for (const char* const name : {"松柏小学", "柳溪小学"})
      text += std::string(year) + "\t" + school("甲县", name, "50", "小学", year[3] == '2' ? "1000" : "1100");
  }
  return text;
}

TEST(Questions, ATableOfTwoYearsIsAskedAboutBeforeAnythingIsTaken) {
  NullPlatform screen;
  screen.app.open_table(two_years(), "test.tsv");
  screen.run();
  EXPECT_TRUE(screen.sees("按哪一年计算")) << screen.screen();
  EXPECT_TRUE(screen.sees("2023（建议）")) << screen.screen();
  ASSERT_TRUE(screen.click_tab("学校"));
  EXPECT_FALSE(screen.sees("松柏小学")) << screen.screen();
}

TEST(Questions, TheAnswerIsAStepThatCanBeTakenBack) {
  NullPlatform screen;
  screen.app.open_table(two_years(), "test.tsv");
  screen.run();
  ASSERT_TRUE(screen.click("2022"));
  ASSERT_TRUE(screen.click_tab("学校"));
  EXPECT_TRUE(screen.sees("松柏小学")) << screen.screen();
  EXPECT_TRUE(screen.sees("1000")) << screen.screen();
  EXPECT_FALSE(screen.sees("1100")) << screen.screen();
  screen.app.undo();
  screen.run();
  EXPECT_FALSE(screen.sees("松柏小学")) << screen.screen();
}

}  // namespace
}  // namespace app_test
