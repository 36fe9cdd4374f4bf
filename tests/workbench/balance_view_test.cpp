// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/files.h"
#include "workbench/screen/null_platform.h"
#include "workbench/tables.h"

namespace app_test {
namespace {

bool holds(const std::string& line, std::string_view part) {
  return line.find(part) != std::string::npos;
}

TEST(BalanceView, ShowsEachCoefficientBesideItsLimit) {
  NullPlatform screen;
  screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
  screen.run();
  ASSERT_TRUE(screen.click_tab("均衡"));
  EXPECT_TRUE(screen.sees("小学：25 个评估单元，31245 名学生")) << screen.screen();
  EXPECT_TRUE(screen.sees("初中：9 个评估单元，12545 名学生"));
  const std::string line = screen.line_of("生均体育运动场馆面积");
  EXPECT_TRUE(holds(line, "0.5368")) << line;
  EXPECT_TRUE(holds(line, "≤ 0.50")) << line;
  EXPECT_TRUE(holds(line, "不达标")) << line;
  EXPECT_TRUE(holds(line, "示例十七小 51.0%")) << "the school that makes the difference: " << line;
  EXPECT_EQ(screen.count("≤ 0.50"), 7);
  EXPECT_EQ(screen.count("≤ 0.45"), 7);
  EXPECT_EQ(screen.count("不达标"), 2) << "one coefficient, and the county in the top bar";
}

TEST(BalanceView, HeadsAreWholeInANarrowWindow) {
  for (const float width : {1024.0F, 900.0F, 683.0F}) {
    NullPlatform screen({width, 768});
    screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
    screen.app.set_language(junheng::Language::en);
    screen.app.go({.view = "balance", .county = {}, .school = {}, .stage = {}, .indicator = {}});
    screen.run();
    EXPECT_TRUE(screen.sees("Indicator")) << screen.screen();
    EXPECT_FALSE(screen.sees("Against t…")) << width << screen.screen();
    EXPECT_EQ(screen.sees("Against"), screen.sees("limit")) << width << screen.screen();
  }
}

TEST(BalanceView, ShowsTheWorkedExampleAndNoOtherFormula) {
  NullPlatform screen;
  ASSERT_TRUE(screen.click("公开算例"));
  screen.app.open_table(test::source_file("public/samples/five-schools.tsv"), "five-schools.tsv");
  screen.run();
  ASSERT_TRUE(screen.click_tab("均衡"));
  const std::string books = screen.line_of("图书");
  EXPECT_TRUE(holds(books, "6.33")) << books;
  EXPECT_TRUE(holds(books, "3.26")) << books;
  EXPECT_TRUE(holds(books, "0.5153")) << books;
  EXPECT_TRUE(holds(books, "48.1%")) << books;
  EXPECT_FALSE(screen.sees("0.4888"));
  EXPECT_FALSE(screen.sees("0.5465"));
  const std::string composite = screen.line_of("综合差异系数");
  EXPECT_TRUE(holds(composite, "数据不足")) << "seven of eight are not known: " << composite;
}

TEST(BalanceView, AnIndicatorOpensItsSpreadAndWhatMovesIt) {
  NullPlatform screen;
  screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
  screen.run();
  ASSERT_TRUE(screen.click_tab("均衡"));
  ASSERT_TRUE(screen.press("小学 生均体育运动场馆面积")) << screen.screen();
  EXPECT_TRUE(screen.sees("小学 · 生均体育运动场馆面积"));
  screen.wheel({600, 500}, -8);
  EXPECT_TRUE(screen.sees("差异从哪里来")) << screen.screen();
  const std::string first = screen.line_of("51.0 %");
  EXPECT_TRUE(holds(first, "示例十七小")) << first;
  EXPECT_TRUE(holds(first, "−")) << "without it the coefficient falls: " << first;
  ASSERT_TRUE(screen.press("存为 SVG"));
  const auto requests = screen.app.take_requests();
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_EQ(requests.front().argument, "svg");
}

TEST(BalanceView, GroupsOfTheTableSplitTheCoefficient) {
  NullPlatform screen;
  const auto row = [](const char* name, const char* place, const char* degree) {
    return std::string("某县\t") + name + "\t小学\t1000\t" + degree + "\t20\t20\t6000\t0\t9000\t3000000\t30\t" + place +
           "\n";
  };
  std::string header = kHeader;
  header.insert(header.size() - 1, "\t城乡类型");
  screen.app.open_table(header + row("甲", "城区", "60") + row("乙", "城区", "50") + row("丙", "乡村", "45"), "x");
  screen.run();
  ASSERT_TRUE(screen.click_tab("均衡"));
  ASSERT_TRUE(screen.press("小学 每百名学生拥有高于规定学历教师数"));
  screen.wheel({600, 500}, -20);
  EXPECT_TRUE(screen.sees("组间 ")) << screen.screen();
  EXPECT_TRUE(holds(screen.line_of("城区"), "5.50")) << screen.line_of("城区");
}

}  // namespace
}  // namespace app_test
