// SPDX-License-Identifier: MIT
// The options of the standard (口径) in the verdict view.
#include <gtest/gtest.h>

#include "workbench/screen/null_platform.h"
#include "workbench/tables.h"

namespace app_test {
namespace {

/// Retained by the first formula, not by the third.
const std::string kRetained =
    "毕业学生人数\t940\n毕业年级三年前初一时在校学生人数\t1000\n毕业年级三年转入学生人数\t0\n"
    "毕业年级三年死亡学生人数\t2\n毕业年级三年转出学生人数\t10";

class OptionsTest : public testing::Test {
 protected:
  OptionsTest() { open({}); }

  void open(std::vector<std::pair<std::string, std::string>> options) {
    junheng::Project project;
    project.standard = "quality-2017";
    project.county = kRetained;
    project.options = std::move(options);
    screen_.app.open_table(kHeader + school("某县", "甲小学") + school("某县", "乙小学"), "某县", project);
    screen_.run();
    ASSERT_TRUE(screen_.click_tab("结论"));
    screen_.run();
  }
  const auto& chosen() { return screen_.app.project().options; }

  NullPlatform screen_{{1366, 1600}};
};

TEST_F(OptionsTest, EveryOneIsListedWithWhatIsChosenOfIt) {
  const junheng::Library library = junheng::load_library();
  const auto& options = library.standard("quality-2017")->options;
  ASSERT_GE(options.size(), 4U);
  for (const junheng::Option& option : options) {
    EXPECT_TRUE(screen_.sees(option.title.zh + "：" + option.choices[option.preset].title.zh + "（默认）"))
        << screen_.screen();
  }
  EXPECT_FALSE(screen_.sees("选此项")) << "what choices change is computed when somebody looks";
}

TEST_F(OptionsTest, AnOpenOneShowsItsSourceItsWarningsAndWhatEachChoiceChanges) {
  ASSERT_TRUE(screen_.click("三年巩固率公式：")) << screen_.screen();
  EXPECT_TRUE(screen_.sees("依据：")) << screen_.screen();
  EXPECT_TRUE(screen_.sees("可能超过100%")) << screen_.screen();
  EXPECT_TRUE(screen_.sees("选此项不改变本县的任何结论。")) << screen_.screen();
  EXPECT_TRUE(screen_.sees("Q1 三年巩固率由达标变为不达标")) << screen_.screen();
  EXPECT_EQ(screen_.count("选此项"), 2) << "the choice that is taken changes nothing";
  ASSERT_TRUE(screen_.click("三年巩固率公式："));
  EXPECT_FALSE(screen_.sees("选此项")) << "pressed again it is closed";
}

TEST_F(OptionsTest, AChoiceIsEvaluatedSaidWithTheVerdictKeptAndCanBeUndone) {
  EXPECT_NE(screen_.line_of("教育质量").find("数据不足"), std::string::npos) << screen_.screen();
  ASSERT_TRUE(screen_.click("三年巩固率公式："));
  ASSERT_TRUE(screen_.press("毕业÷初一")) << screen_.screen();
  screen_.run();
  EXPECT_NE(screen_.line_of("教育质量").find("不达标"), std::string::npos) << screen_.screen();
  EXPECT_TRUE(screen_.sees("口径：三年巩固率公式按“毕业÷初一”。")) << screen_.screen();
  EXPECT_TRUE(screen_.sees("毕业÷初一（不是默认）"));
  EXPECT_TRUE(screen_.sees("Q1 三年巩固率由不达标变为达标")) << "the list stays open, and counts from the new choice";
  ASSERT_EQ(chosen().size(), 1U);
  EXPECT_EQ(chosen()[0], (std::pair<std::string, std::string>("retention", "C")));
  EXPECT_EQ(screen_.app.undo_steps(), 1U);

  screen_.app.undo();
  screen_.run();
  EXPECT_FALSE(screen_.sees("口径：三年"));
  EXPECT_TRUE(chosen().empty());
  screen_.app.redo();
  screen_.run();
  EXPECT_TRUE(screen_.sees("口径：三年")) << screen_.screen();
}

TEST_F(OptionsTest, TheStandardsOwnChoiceIsNoDecision) {
  open({{"retention", "C"}, {"eligible", "all_teachers"}});
  EXPECT_TRUE(screen_.sees("交流轮岗比例的基数按“全部专任教师”")) << screen_.screen();
  ASSERT_TRUE(screen_.click("三年巩固率公式："));
  ASSERT_TRUE(screen_.press("毕业÷（初一+转入−转出−死亡）（默认）")) << screen_.screen();
  screen_.run();
  ASSERT_EQ(chosen().size(), 1U);
  EXPECT_EQ(chosen()[0].first, "eligible");
  const std::size_t steps = screen_.app.undo_steps();
  ASSERT_TRUE(screen_.press("毕业÷（初一+转入−转出−死亡）（默认）"));
  screen_.run();
  EXPECT_EQ(screen_.app.undo_steps(), steps) << "what is chosen already is no step";
}

TEST_F(OptionsTest, AreSaidToARoomAndInTheCopiedTable) {
  open({{"retention", "C"}});
  EXPECT_NE(screen_.app.shown_table().find("口径：三年巩固率公式按“毕业÷初一”。"), std::string::npos);
  screen_.app.go({.view = "meeting", .county = {}, .school = {}, .stage = {}, .indicator = {}});
  screen_.run();
  EXPECT_TRUE(screen_.sees("口径：三年巩固率公式按")) << screen_.screen();
}

TEST_F(OptionsTest, AreReachedByTheKeyboardWhereTheScreenIsTooLowForThem) {
  screen_.resize({1000, 420});
  screen_.run();
  ASSERT_FALSE(screen_.sees("骨干教师交流的基数"));
  ASSERT_TRUE(screen_.press("骨干教师交流的基数：交流轮岗教师（默认）"));
  screen_.run();
  ASSERT_TRUE(screen_.press("符合交流条件的教师"));
  screen_.run();
  ASSERT_EQ(chosen().size(), 1U);
  EXPECT_EQ(chosen()[0], (std::pair<std::string, std::string>("backbone_base", "eligible")));
}

TEST_F(OptionsTest, AStandardWithoutOptionsHasNoList) {
  screen_.app.set_standard("basic-2012");
  screen_.run();
  EXPECT_FALSE(screen_.sees("口径")) << screen_.screen();
}

TEST_F(OptionsTest, InEnglish) {
  screen_.app.set_language(junheng::Language::en);
  screen_.run();
  ASSERT_TRUE(screen_.click("Formula of retention: ")) << screen_.screen();
  EXPECT_TRUE(screen_.sees("Q1 Three-year retention from pass to fail")) << screen_.screen();
  ASSERT_TRUE(screen_.press("graduates / first year")) << screen_.screen();
  screen_.run();
  EXPECT_TRUE(screen_.sees("Readings chosen: Formula of retention")) << screen_.screen();
}

TEST_F(OptionsTest, WhatIsOnlyRememberedIsNotCited) {
  // Nothing built in is only remembered: a standard of one's own is, and is known to the engine alone; so the source
  // of the open option is compared with its confidence here.
  const junheng::Library library = junheng::load_library();
  for (const junheng::Option& option : library.standard("quality-2017")->options) {
    ASSERT_TRUE(screen_.click(option.title.zh + "：")) << screen_.screen();
    const bool cited = option.source.index && option.source.confidence != 'M';
    EXPECT_EQ(screen_.sees("没有可以引用的出处"), !cited) << option.id;
  }
}

}  // namespace
}  // namespace app_test
