// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>

#include "support/files.h"
#include "workbench/screen/null_platform.h"
#include "workbench/tables.h"

namespace app_test {
namespace {

TEST(VerdictView, SaysTheVerdictOfEveryPartWithItsReasons) {
  NullPlatform screen({1366, 900});
  screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
  screen.run();
  ASSERT_TRUE(screen.click_tab("结论"));
  EXPECT_NE(screen.line_of("资源配置").find("不达标"), std::string::npos);
  EXPECT_TRUE(screen.sees("差异系数 0.5368，高于 0.50")) << screen.screen();
  EXPECT_NE(screen.line_of("政府保障程度").find("不达标"), std::string::npos) << "the size of its schools";
  EXPECT_TRUE(screen.sees("G4 学校规模不达标")) << screen.screen();
  for (const char* part : {"教育质量", "社会认可度", "一票否决"}) {
    EXPECT_NE(screen.line_of(part).find("数据不足"), std::string::npos) << part;
  }
  EXPECT_TRUE(screen.sees("各学段评估单元"));
}

TEST(VerdictView, APartThatPassesSaysSo) {
  NullPlatform screen;
  screen.app.open_table(kHeader + school("某县", "甲小学") + school("某县", "乙小学") +
                            school("某县", "丙中学", "60", "初级中学") + school("某县", "丁中学", "60", "初级中学"),
                        "某县");
  screen.run();
  ASSERT_TRUE(screen.click_tab("结论"));
  EXPECT_TRUE(screen.sees("某县"));
  EXPECT_TRUE(screen.sees("数据不足")) << "the parts that need other facts keep the county from passing";
}

TEST(VerdictView, AReasonOpensItsFormulaItsRuleAndLeadsToTheData) {
  NullPlatform screen;
  screen.app.open_table(kHeader + school("某县", "甲小学", "60") + school("某县", "缺人小学", "30"), "x");
  screen.run();
  ASSERT_TRUE(screen.click_tab("结论"));
  ASSERT_TRUE(screen.click("1 个评估单元不达标")) << screen.screen();
  EXPECT_TRUE(screen.sees("100 × 30 ÷ 1000")) << screen.screen();
  EXPECT_TRUE(screen.sees("依据"));
  ASSERT_TRUE(screen.click("缺人小学 · 高于规定学历教师数")) << screen.screen();
  ASSERT_NE(screen.find("30"), nullptr) << "the cell itself\n" << screen.screen();
  EXPECT_TRUE(screen.sees("原始表格"));
}

/// Two schools of the sample without a number of pupils: nothing of their stage can be computed.
std::string without_pupils() {
  std::string table = test::source_file("public/samples/sample-county.tsv");
  for (const char* pupils : {"\t2184\t", "\t2356\t"})
    table.replace(table.find(pupils), 6, "\t?\t");
  return table;
}

TEST(VerdictView, WhatSeveralIndicatorsHaveFromOneSourceNamesItOnce) {
  NullPlatform screen({1366, 1200});
  screen.app.open_table(without_pupils(), "示例");
  screen.run();
  ASSERT_TRUE(screen.click_tab("结论"));
  ASSERT_TRUE(screen.click("小学有 7 项差异系数")) << screen.screen();
  EXPECT_EQ(screen.count("依据："), 1) << screen.screen();
}

TEST(VerdictView, WideWindowsAreUsed) {
  for (const auto language : junheng::kLanguages) {
    for (const float width : {1366.F, 1920.F, 2560.F, 3840.F}) {
      NullPlatform screen({width, 3000});
      screen.app.open_table(without_pupils(), "示例");
      screen.app.set_language(language);
      screen.app.go({.view = "verdict", .county = {}, .school = {}, .stage = {}, .indicator = {}});
      screen.run();
      float right = 0;
      for (const workbench::Node& node : screen.app.nodes())
        if (node.low.y > 150 && node.high.x > right) right = node.high.x;
      EXPECT_GT(right, width * 0.93F) << width;
      EXPECT_LE(right, width);
    }
  }
}

TEST(VerdictView, NoVerdictOfAStageIsCut) {
  int whole = 0;
  for (const float width : {2560.F, 1920.F, 1366.F, 1280.F}) {
    NullPlatform screen({width, 3000});
    screen.app.open_table(without_pupils(), "示例");
    screen.app.go({.view = "verdict", .county = {}, .school = {}, .stage = {}, .indicator = {}});
    screen.run();
    const std::string word = "数据不足";
    const std::string all = screen.screen();
    int verdicts = 0;
    for (std::size_t at = all.find(word); at != std::string::npos; at = all.find(word, at + word.size()))
      ++verdicts;
    if (whole == 0) whole = verdicts;
    EXPECT_EQ(verdicts, whole) << width << all;
  }
  EXPECT_GT(whole, 5);
}

TEST(VerdictView, AReasonOpensTheColumnOfItsStage) {
  NullPlatform screen;
  // Teachers above the degree stand once for each stage, the columns of the other stage first.
  screen.app.open_table(
      "区县\t学校名称\t学校类型\t在校生数\t小学高于规定学历教师数\t初中高于规定学历教师数\n"
      "某县\t甲小学\t小学\t1000\t61\t\n某县\t乙中学\t初级中学\t1000\t\t7\n",
      "x");
  screen.run();
  ASSERT_TRUE(screen.click_tab("结论"));
  ASSERT_TRUE(screen.click("1 个评估单元不达标")) << screen.screen();
  ASSERT_TRUE(screen.click("乙中学 · 高于规定学历教师数")) << screen.screen();
  ASSERT_TRUE(screen.press("改这一格")) << screen.screen();
  EXPECT_EQ(screen.field("cell-edit")->value, "7");
}

TEST(VerdictView, ReasonsOfItemsLeadToTheirForm) {
  NullPlatform screen;
  screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
  screen.run();
  ASSERT_TRUE(screen.click_tab("结论"));
  ASSERT_TRUE(screen.click("G4 学校规模不达标"));
  ASSERT_TRUE(screen.press("去看数据")) << screen.screen();
  EXPECT_TRUE(screen.sees("G4 学校规模")) << screen.screen();
  ASSERT_TRUE(screen.click_tab("结论"));
  ASSERT_TRUE(screen.click("0.5368"));
  EXPECT_TRUE(screen.sees("CV = ")) << screen.screen();
  ASSERT_TRUE(screen.press("去看数据"));
  EXPECT_TRUE(screen.sees("小学 · 生均体育运动场馆面积"));
}

TEST(VerdictView, PublishingAndSealingAreAskedOfThePlatform) {
  NullPlatform screen;
  screen.app.open_table(kHeader + school("某县", "甲小学"), "x");
  screen.run();
  ASSERT_TRUE(screen.click_tab("结论"));
  for (const auto& [name, kind] : {std::pair("导出结果", "results"),
                                   {"发布为网页", "page"},
                                   {"发布为网站（zip）", "folder"},
                                   {"封存", "sealed"}}) {
    ASSERT_TRUE(screen.press(name)) << screen.screen();
    const auto requests = screen.app.take_requests();
    ASSERT_EQ(requests.size(), 1U);
    EXPECT_EQ(requests.front().argument, kind);
  }
  EXPECT_TRUE(screen.sees("不能悄悄改动")) << "what sealing is for";
}

TEST(VerdictView, AConditionOfEntryStandsBehindThePartsAndLeadsToItsAnswer) {
  constexpr const char* kEntry = "通过基本均衡认定满三年";
  NullPlatform screen({1366, 1200});
  const std::string table = test::source_file("public/samples/sample-county.tsv");
  screen.app.open_table(table, "示例");
  screen.run();
  ASSERT_TRUE(screen.click_tab("结论"));
  EXPECT_NE(screen.line_of(kEntry).find("数据不足"), std::string::npos) << screen.screen();
  junheng::Project project;
  project.county = R"({"facts":{"basic_balance_years":2}})";
  screen.app.open_table(table, "示例", project);
  screen.run();
  ASSERT_TRUE(screen.click_tab("结论"));
  EXPECT_NE(screen.line_of(kEntry).find("不达标"), std::string::npos) << screen.screen();
  ASSERT_TRUE(screen.click("认定以来的年数：2")) << screen.screen();
  EXPECT_TRUE(screen.sees("依据")) << screen.screen();
  ASSERT_TRUE(screen.press("去看数据"));
  ASSERT_TRUE(screen.type("fact:basic_balance_years//", "3")) << screen.screen();
  ASSERT_TRUE(screen.click_tab("结论"));
  EXPECT_EQ(screen.line_of(kEntry).find("不达标"), std::string::npos) << screen.screen();
  EXPECT_NE(screen.line_of(kEntry).find("达标"), std::string::npos);
  EXPECT_FALSE(screen.sees("认定以来的年数：2"));
  screen.app.set_standard("basic-2012");
  screen.run();
  EXPECT_FALSE(screen.sees(kEntry));
}

}  // namespace
}  // namespace app_test
