// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <vector>

#include "support/files.h"
#include "workbench/screen/null_platform.h"
#include "workbench/tables.h"

namespace app_test {
namespace {

TEST(WhatIfView, InASmallWindowWhatBeginsAScenarioIsSaidToItsEnd) {
  NullPlatform screen({683, 330});
  screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
  screen.app.set_language(junheng::Language::en);
  screen.app.go({.view = "what-if", .county = {}, .school = {}, .stage = {}, .indicator = {}});
  screen.run();
  EXPECT_TRUE(screen.sees("stay as they are.")) << screen.screen();
}

TEST(WhatIfView, WhatBeginsAScenarioStandsInTheLineOfItsButton) {
  NullPlatform screen({1366, 768});
  screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
  screen.app.go({.view = "what-if", .county = {}, .school = {}, .stage = {}, .indicator = {}});
  screen.run();
  const Seen* const button = screen.find("新建方案");
  const Seen* const hint = screen.find("选一所学校");
  ASSERT_NE(button, nullptr) << screen.screen();
  ASSERT_NE(hint, nullptr) << screen.screen();
  EXPECT_NEAR(button->centre().y, hint->centre().y, 1.5F);
}

const std::string kTable = kHeader + school("某县", "甲小学", "60") + school("某县", "乙小学", "40") +
                           school("某县", "丙中学", "60", "初级中学");

void open_what_if(NullPlatform& screen) {
  screen.app.open_table(kTable, "test.tsv");
  screen.run();
  ASSERT_TRUE(screen.click_tab("假设"));
}

const junheng::Scenario& scenario(const NullPlatform& screen) {
  return screen.app.project().scenarios.front();
}

TEST(WhatIfView, ANumberIsAssumedAndComparedWithTheRealOne) {
  NullPlatform screen({1600, 768});  // titles on one line
  open_what_if(screen);
  const std::string real = screen.app.result_json(junheng::Detail::full);
  ASSERT_TRUE(screen.click("乙小学"));
  ASSERT_TRUE(screen.type("scenario:degree_teachers/", "50")) << screen.screen();
  EXPECT_TRUE(screen.sees("方案 1")) << "the first change begins a scenario";
  EXPECT_TRUE(screen.sees("40 → 50")) << screen.screen();
  EXPECT_TRUE(screen.sees("4.00")) << "of the school: " << screen.screen();
  EXPECT_TRUE(screen.sees("5.00")) << screen.screen();
  EXPECT_TRUE(screen.sees("0.2000")) << "of the county";
  EXPECT_TRUE(screen.sees("0.0909"));
  EXPECT_EQ(screen.app.result_json(junheng::Detail::full), real) << "the real data stay as they are";
  screen.app.undo();
  screen.run();
  EXPECT_TRUE(screen.app.project().scenarios.empty());
}

/// A value that stays below its threshold is not shown as if it had reached it, before or after.
TEST(WhatIfView, NumbersBesideALimitAreNotRoundedAcrossIt) {
  std::string short_of_it = school("某县", "乙小学", "40");
  short_of_it.replace(short_of_it.find("\t6000\t"), 6, "\t4499.6\t");
  NullPlatform screen;
  screen.app.open_table(kHeader + school("某县", "甲小学", "60") + short_of_it, "test.tsv");
  screen.run();
  ASSERT_TRUE(screen.click_tab("假设"));
  ASSERT_TRUE(screen.click("乙小学"));
  ASSERT_TRUE(screen.type("scenario:teaching_area/", "4499.96")) << screen.screen();
  const std::string line = screen.line_of("小学 · 教学及辅助用房");
  EXPECT_NE(line.find("4.4996"), std::string::npos) << line;
  EXPECT_NE(line.find("4.49996"), std::string::npos) << line;
}

TEST(WhatIfView, TheLeastChangeThatPassesIsOneDoorAway) {
  NullPlatform screen;
  screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
  screen.app.go({.view = "what-if", .county = {}, .school = {}, .stage = {}, .indicator = {}});
  screen.run();
  static_cast<void>(screen.app.take_requests());
  ASSERT_TRUE(screen.press("算出最少要改什么才能达标")) << screen.screen();
  const std::vector<workbench::Request> asked = screen.app.take_requests();
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked.front().kind, workbench::Request::Kind::view);
  EXPECT_EQ(asked.front().argument, "plan");
}

TEST(WhatIfView, ANumberStandsBesideTheUnitOfItsColumn) {
  NullPlatform screen;
  for (const char* unit : {"万元", "元"}) {
    const std::string header = std::string("学校名称\t学校类型\t在校生数\t教学仪器设备值(") + unit + ")\n";
    screen.app.open_table(header + "甲小学\t小学\t1000\t300\n", "x");
    screen.app.go({.view = "what-if", .county = {}, .school = {}, .stage = {}, .indicator = {}});
    screen.run();
    ASSERT_TRUE(screen.click("甲小学"));
    EXPECT_TRUE(screen.hears(std::string("教学仪器设备值（") + unit + "）")) << screen.screen();
  }
}

TEST(WhatIfView, UnitsAreEnglishInEnglish) {
  NullPlatform screen;
  screen.app.open_table("学校名称\t学校类型\t在校生数\t教学仪器设备值(万元)\n甲小学\t小学\t1000\t300\n", "x");
  screen.app.set_language(junheng::Language::en);
  screen.app.go({.view = "what-if", .county = {}, .school = {}, .stage = {}, .indicator = {}});
  screen.run();
  ASSERT_TRUE(screen.click("甲小学"));
  EXPECT_TRUE(screen.hears("Teaching equipment (10,000 yuan)")) << screen.screen();
  EXPECT_FALSE(screen.sees("万元")) << screen.screen();
}

TEST(WhatIfView, NoNumberIsCutInANarrowWindow) {
  for (const auto language : junheng::kLanguages) {
    for (const ImVec2 window : {ImVec2(1366, 1400), ImVec2(1024, 1400), ImVec2(683, 3000)}) {
      NullPlatform screen(window);
      screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
      screen.app.set_language(language);
      screen.app.go({.view = "what-if", .county = {}, .school = {}, .stage = {}, .indicator = {}});
      screen.run();
      ASSERT_TRUE(screen.click("示例二小"));
      ASSERT_TRUE(screen.type("scenario:degree_teachers/primary", "150")) << screen.screen();
      EXPECT_TRUE(screen.sees("0.1198")) << window.x << screen.screen();
      EXPECT_GE(screen.count(language == junheng::Language::zh ? "不达标" : "fail"), 3) << "before, after, in the bar";
      bool moves = false;
      for (const workbench::Node& node : screen.app.nodes())
        moves =
            moves || (node.words == (language == junheng::Language::zh ? "调动" : "Move") && node.high.x < window.x);
      EXPECT_TRUE(moves) << window.x << screen.screen();
      for (const workbench::TextField& field : screen.app.text_fields()) {
        EXPECT_GT(field.width, 60) << field.id << window.x;
        EXPECT_LE(field.x + field.width, window.x) << field.id;
      }
    }
  }
}

TEST(WhatIfView, TeachersMoveBetweenTwoSchools) {
  NullPlatform screen;
  open_what_if(screen);
  ASSERT_TRUE(screen.click("甲小学"));
  ASSERT_TRUE(screen.click("在校生数"));
  // The list of fields: the one to move is chosen in it.
  for (const workbench::Node& node : screen.app.nodes()) {
    if (node.words == "在校生数" && node.role == workbench::Node::Role::opener) {
      screen.app.press(node.id);
      break;
    }
  }
  screen.run();
  ASSERT_TRUE(screen.click_on_top("高于规定学历教师数")) << screen.screen();
  ASSERT_TRUE(screen.press("调到……"));
  ASSERT_TRUE(screen.click_on_top("乙小学"));
  ASSERT_TRUE(screen.type("move-count", "70"));
  EXPECT_TRUE(screen.sees("调不动")) << "more than there are";
  ASSERT_TRUE(screen.type("move-count", "5"));
  ASSERT_TRUE(screen.press("调动"));
  EXPECT_TRUE(screen.sees("60 → 55")) << screen.screen();
  EXPECT_TRUE(screen.sees("40 → 45"));
}

TEST(WhatIfView, ASchoolIsClosedOpenedAgainAndAnotherAdded) {
  NullPlatform screen;
  open_what_if(screen);
  ASSERT_TRUE(screen.click("乙小学"));
  ASSERT_TRUE(screen.press("撤并这所学校"));
  EXPECT_TRUE(screen.sees("撤并：乙小学"));
  EXPECT_NE(screen.line_of("小学 · 达标").find("2 / 2"), std::string::npos) << screen.line_of("小学 · 达标");
  EXPECT_NE(screen.line_of("小学 · 达标").find("1 / 1"), std::string::npos);
  ASSERT_TRUE(screen.press("不撤并"));
  EXPECT_TRUE(scenario(screen).changes.empty());

  screen.app.set_text("new-school", "丁小学");
  screen.run();
  ASSERT_TRUE(screen.press("新增"));
  EXPECT_TRUE(screen.sees("新增学校：丁小学")) << screen.screen();
  for (const auto& [field, value] : {std::pair("type/", "小学"), {"county/", "某县"}, {"pupils/", "1000"}})
    ASSERT_TRUE(screen.type("scenario:" + std::string(field), value)) << field << screen.screen();
  EXPECT_NE(screen.line_of("小学 · 达标").find("2 / 3"), std::string::npos) << screen.line_of("小学 · 达标");
  ASSERT_TRUE(screen.press("撤销此改"));
  EXPECT_TRUE(scenario(screen).changes.empty()) << "with the school goes what was said of it";
}

TEST(WhatIfView, ScenariosAreNamedComparedAndDropped) {
  NullPlatform screen;
  open_what_if(screen);
  ASSERT_TRUE(screen.click("乙小学"));
  ASSERT_TRUE(screen.type("scenario:degree_teachers/", "50"));
  ASSERT_TRUE(screen.type("scenario-name", "补教师"));
  EXPECT_TRUE(screen.sees("补教师"));
  ASSERT_TRUE(screen.press("新建方案"));
  EXPECT_TRUE(screen.sees("还没有变化"));
  EXPECT_TRUE(screen.sees("方案 2"));
  ASSERT_TRUE(screen.press("补教师"));
  EXPECT_TRUE(screen.sees("40 → 50"));
  ASSERT_TRUE(screen.press("删除方案"));
  EXPECT_EQ(screen.app.project().scenarios.size(), 1U);
  EXPECT_FALSE(screen.sees("补教师"));
}

/// Of dozens of changes, as of a plan, nobody scrolls to what they come to.
TEST(WhatIfView, WhatTheChangesComeToStandsAboveThem) {
  NullPlatform screen({1366, 768});
  open_what_if(screen);
  ASSERT_TRUE(screen.click("乙小学"));
  for (const char* field : {"degree_teachers", "backbone_teachers", "sports_arts_teachers", "teaching_area",
                            "indoor_sports_area", "sports_area", "equipment_value", "multimedia_rooms"})
    static_cast<void>(screen.type("scenario:" + std::string(field) + "/", "70"));
  ASSERT_GE(scenario(screen).changes.size(), 5U) << screen.screen();
  EXPECT_TRUE(screen.sees("0.0769")) << "of the county: " << screen.screen();
  EXPECT_FALSE(screen.sees("40 → 70")) << "the changes are what one scrolls to: " << screen.screen();
}

TEST(WhatIfView, WhatStaysTheSameIsNotListed) {
  NullPlatform screen({1600, 768});
  open_what_if(screen);
  ASSERT_TRUE(screen.click("乙小学"));
  ASSERT_TRUE(screen.type("scenario:degree_teachers/", "50"));
  EXPECT_TRUE(screen.line_of("小学 · 高于规定学历教师") != "") << screen.screen();
  EXPECT_FALSE(screen.sees("小学 · 教学及辅助用房")) << screen.screen();
  EXPECT_FALSE(screen.sees("初中 ·")) << screen.screen();
}

TEST(WhatIfView, AllChangesAreTakenBackAtOnce) {
  NullPlatform screen;
  open_what_if(screen);
  ASSERT_TRUE(screen.click("乙小学"));
  ASSERT_TRUE(screen.type("scenario:degree_teachers/", "50"));
  EXPECT_FALSE(screen.press("全部撤销")) << "of one there is a button already";
  ASSERT_TRUE(screen.type("scenario:backbone_teachers/", "30"));
  ASSERT_TRUE(screen.press("全部撤销")) << screen.screen();
  EXPECT_TRUE(scenario(screen).changes.empty());
  screen.app.undo();
  screen.run();
  EXPECT_EQ(scenario(screen).changes.size(), 2U);
}

TEST(WhatIfView, TheCardOfASchoolLeadsHere) {
  NullPlatform screen;
  screen.app.open_table(kTable, "test.tsv");
  screen.run();
  ASSERT_TRUE(screen.click("乙小学"));
  ASSERT_TRUE(screen.press("假设变化……")) << screen.screen();
  EXPECT_NE(screen.field("scenario:degree_teachers/"), nullptr);
}

}  // namespace
}  // namespace app_test
