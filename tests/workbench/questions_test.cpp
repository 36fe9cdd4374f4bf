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

/// Nothing is known of it; refused, nobody could say which row the header is.
TEST(Questions, ATableWithoutAKnownColumnIsShownWithTheRowsThatCanBeItsHeader) {
  NullPlatform screen;
  screen.app.open_table("甲乙\t丙丁\t戊己\n校\t娃娃\t书本\n松柏\t300\t6000\n柳溪\t200\t3000\n", "test.tsv");
  screen.run();
  EXPECT_TRUE(screen.sees("哪一行是表头")) << screen.screen();
  EXPECT_TRUE(screen.sees("校 | 娃娃 | 书本")) << screen.screen();
  ASSERT_TRUE(screen.click("第 2 行"));
  EXPECT_EQ(screen.app.project().reading.answers.size(), 1U);
  EXPECT_TRUE(screen.sees("哪一行是表头")) << "another row can still be chosen: " << screen.screen();
  screen.app.undo();
  screen.run();
  EXPECT_TRUE(screen.app.project().reading.answers.empty());
}

TEST(Questions, TextsAndListsWithoutNumbersAreStillRefused) {
  for (const char* const text : {"你好\n再见\n", "甲\t乙\t丙\n丁\t戊\t己\n", "项目\t数值\n甲\t3\n乙\t4\n"}) {
    NullPlatform screen;
    screen.app.open_table(text, "test.tsv");
    screen.run();
    EXPECT_FALSE(screen.sees("哪一行是表头")) << text;
    EXPECT_TRUE(screen.sees("没有认得的列名")) << screen.screen();
  }
}

TEST(Questions, TheYearThatWasNotChosenIsOfferedAsTheOneBefore) {
  NullPlatform screen;
  screen.app.open_table(two_years(), "test.tsv");
  screen.run();
  EXPECT_FALSE(screen.sees("作上一年对照")) << screen.screen();
  ASSERT_TRUE(screen.click("2023（建议）"));
  ASSERT_TRUE(screen.click_tab("问题"));
  EXPECT_TRUE(screen.sees("2022作上一年对照")) << screen.screen();
  ASSERT_TRUE(screen.click("2022作上一年对照"));
  EXPECT_EQ(screen.app.project().reading.answers.size(), 2U);
}

}  // namespace
}  // namespace app_test
