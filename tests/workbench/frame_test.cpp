// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/files.h"
#include "workbench/screen/null_platform.h"
#include "workbench/tables.h"

namespace app_test {
namespace {

constexpr const char* kTabs[] = {"开始", "学校", "均衡", "结论", "问题"};

void open(NullPlatform& screen, std::string table) {
  screen.app.open_table(std::move(table), "test.tsv");
  screen.run();
}

TEST(Frame, OneBarSaysCountyVerdictViewsAndStandard) {
  NullPlatform screen;
  open(screen, test::source_file("public/samples/sample-county.tsv"));
  const std::string bar = screen.line_of("保障与质量");
  for (const char* words : {"示例区", "不达标", "开始", "问题", "县域义务教育", "会议模式", "English"})
    EXPECT_NE(bar.find(words), std::string::npos) << words << " in " << bar;
  const Seen* const search = screen.find("全部学段");
  ASSERT_NE(search, nullptr);
  EXPECT_LE(search->low.y, 70) << "the content begins below one row";
}

TEST(Frame, TheTabOfIssuesSaysHowManyWait) {
  NullPlatform screen;
  open(screen, kHeader + school("甲县", "一小学", "abc") + school("甲县", "二小学"));
  ASSERT_TRUE(screen.press("待处理问题 1")) << screen.screen();
  EXPECT_TRUE(screen.sees("待处理 1"));
  EXPECT_TRUE(screen.sees("abc"));
}

TEST(Frame, WithoutIssuesItIsSaidWhatIsMissingBesideTheTable) {
  NullPlatform screen;
  open(screen, test::source_file("public/samples/sample-county.tsv"));
  ASSERT_TRUE(screen.press("问题"));
  EXPECT_TRUE(screen.sees("表格没有问题；还缺 30 项材料")) << screen.screen();
  ASSERT_TRUE(screen.press("填写保障与质量"));
  EXPECT_EQ(screen.app.address().view, "facts");
}

TEST(Frame, LanguageChangesAtOnceAndKeepsTheNumbers) {
  NullPlatform screen;
  open(screen, test::source_file("public/samples/sample-county.tsv"));
  const std::uint64_t before = screen.app.revision();
  ASSERT_TRUE(screen.click("English"));
  EXPECT_GT(screen.app.revision(), before);
  EXPECT_TRUE(screen.sees("Schools"));
  EXPECT_FALSE(screen.sees("显示 34"));
  EXPECT_TRUE(screen.sees("34 of 34 shown"));
  EXPECT_TRUE(screen.sees("4.26"));
  ASSERT_TRUE(screen.click("中文"));
  EXPECT_TRUE(screen.sees("显示 34 / 34"));
}

TEST(Frame, AnotherStandardEvaluatesTheSameTableAgain) {
  NullPlatform screen;
  open(screen, test::source_file("public/samples/sample-county.tsv"));
  const std::uint64_t before = screen.app.revision();
  ASSERT_TRUE(screen.click("县域义务教育优质均衡发展督导评估"));
  ASSERT_TRUE(screen.click("（基本均衡）"));
  EXPECT_GT(screen.app.revision(), before);
  EXPECT_NE(screen.app.result_json(junheng::Detail::summary).find("basic-2012"), std::string::npos);
  ASSERT_TRUE(screen.click_tab("均衡"));
  EXPECT_TRUE(screen.sees("综合差异系数")) << screen.screen();
}

TEST(Frame, TablesThatCannotBeReadLeaveTheStandardAsItWas) {
  NullPlatform screen;
  open(screen, test::source_file("public/samples/sample-county.tsv"));
  const auto open_by = [&](std::string table, std::string standard) {
    std::vector<junheng::SourceText> sources(1);
    sources.front().text = std::move(table);
    junheng::Project project;
    project.standard = std::move(standard);
    screen.app.open_tables(std::move(sources), "test.tsv", std::move(project));
    return screen.app.result_json(junheng::Detail::summary).find("basic-2012") != std::string::npos;
  };
  EXPECT_FALSE(open_by("别的", "basic-2012"));
  // A change of the same work shows by which one it is evaluated.
  ASSERT_TRUE(screen.click_tab("数据"));
  EXPECT_FALSE(open_by(test::source_file("public/samples/sample-county.tsv"), ""));
  EXPECT_TRUE(open_by(test::source_file("public/samples/sample-county.tsv"), "basic-2012"));
}

TEST(Frame, TablesOpenedInStepsAreOnTheScreenBehindTheLastOne) {
  const std::string county = test::source_file("public/samples/sample-county.tsv");
  NullPlatform at_once;
  open(at_once, county);
  NullPlatform screen;
  open(screen, "学校名称\t学校类型\t在校生数\t图书册数\n松柏小学\t小学\t300\t6000\n");
  const std::string before = screen.screen();
  const std::uint64_t revision = screen.app.revision();
  const auto begin = [&](std::string table) {
    std::vector<junheng::SourceText> sources(1);
    sources.front().text = std::move(table);
    screen.app.begin_tables(std::move(sources), "test.tsv");
  };
  begin(county);
  unsigned steps = 1;
  for (; screen.app.advance_opening(); ++steps) {
    screen.run();
    EXPECT_EQ(screen.screen(), before);
    EXPECT_EQ(screen.app.revision(), revision);
  }
  EXPECT_EQ(steps, junheng::Evaluating::kStages);
  screen.app.show_opening();
  EXPECT_GT(screen.app.revision(), revision);
  const auto full = [](const NullPlatform& one) { return one.app.result_json(junheng::Detail::full); };
  EXPECT_EQ(full(screen), full(at_once));
  EXPECT_FALSE(screen.app.advance_opening()) << "nothing is being opened";

  begin("别的");
  EXPECT_TRUE(screen.app.advance_opening());
  screen.app.stop_opening();
  EXPECT_FALSE(screen.app.advance_opening());
  screen.app.show_opening();
  EXPECT_EQ(full(screen), full(at_once));
  begin("别的");
  open(screen, county);
  EXPECT_FALSE(screen.app.advance_opening()) << "what was opened last is what is shown";
}

/// So many schools that a change is not evaluated within one frame.
std::string large_table() {
  constexpr int kSchools = 2500;
  std::string table = kHeader;
  for (int i = 0; i < kSchools; ++i)
    table += school("甲县", "第" + std::to_string(i) + "小学");
  return table;
}

junheng::Project with_edit(const NullPlatform& screen, std::string text) {
  junheng::Project project = screen.app.project();
  project.reading.edits.push_back({{0, 2}, 4, std::move(text)});
  return project;
}

TEST(Frame, AChangeOfALargeTableIsEvaluatedInStepsBetweenFrames) {
  const std::string table = large_table();
  NullPlatform screen;
  open(screen, table);
  const std::string before = screen.app.result_json(junheng::Detail::full);
  const std::uint64_t revision = screen.app.revision();
  screen.app.change_project(with_edit(screen, "7"));
  unsigned frames = 0;
  do {
    EXPECT_EQ(screen.app.result_json(junheng::Detail::full), before) << frames;
    EXPECT_EQ(screen.app.revision(), revision) << "nothing to follow yet";
    screen.frame();
    ++frames;
  } while (screen.app.revision() == revision && frames < 50);
  EXPECT_EQ(frames, junheng::Evaluating::kStages + 1) << "and one that shows it";
  EXPECT_NE(screen.app.result_json(junheng::Detail::full), before);

  NullPlatform at_once;
  open(at_once, table);
  at_once.app.change_project(with_edit(at_once, "7"));
  at_once.app.settle();
  EXPECT_EQ(screen.app.result_json(junheng::Detail::full), at_once.app.result_json(junheng::Detail::full));
}

TEST(Frame, TheLastChangeOfALargeTableCountsHoweverSoonTheyCome) {
  NullPlatform screen;
  open(screen, large_table());
  const std::string before = screen.app.result_json(junheng::Detail::full);
  screen.app.change_project(with_edit(screen, "7"));
  screen.frame();
  screen.app.set_standard("basic-2012");
  screen.frame();
  screen.app.undo();
  screen.app.settle();
  EXPECT_NE(screen.app.result_json(junheng::Detail::summary).find("basic-2012"), std::string::npos);
  screen.app.set_standard("quality-2017");
  screen.run();
  EXPECT_EQ(screen.app.result_json(junheng::Detail::full), before);
  // Other tables end what is still under way.
  screen.app.change_project(with_edit(screen, "7"));
  screen.frame();
  open(screen, kHeader + school("乙县", "一小学"));
  EXPECT_TRUE(screen.sees("一小学"));
  EXPECT_FALSE(screen.app.wants_frame());
}

TEST(Frame, AnEvaluationForNobodyIsSeenByNobody) {
  NullPlatform screen;
  screen.run();
  const std::string start = screen.screen();
  const std::uint64_t before = screen.app.revision();
  screen.app.warm_up();
  screen.run();
  EXPECT_EQ(screen.app.revision(), before);
  EXPECT_EQ(screen.screen(), start);
  EXPECT_EQ(screen.app.session(), nullptr);
  EXPECT_EQ(screen.app.notice(), "");
  open(screen, kHeader + school("甲县", "一小学"));
  const std::string result = screen.app.result_json(junheng::Detail::full);
  screen.app.warm_up();
  EXPECT_EQ(screen.app.result_json(junheng::Detail::full), result);
}

TEST(Frame, ABadTableKeepsTheFormerResultAndSaysWhy) {
  NullPlatform screen;
  open(screen, kHeader + school("甲县", "一小学"));
  const std::string result = screen.app.result_json(junheng::Detail::full);
  ASSERT_FALSE(result.empty());
  for (const std::string& bad : {std::string{}, std::string("word"), kHeader, std::string("\0\1\2", 3)}) {
    const std::uint64_t before = screen.app.revision();
    screen.app.open_table(bad, "坏文件.txt");
    screen.run();
    EXPECT_GT(screen.app.revision(), before);
    EXPECT_EQ(screen.app.result_json(junheng::Detail::full), result);
    EXPECT_TRUE(screen.sees("一小学"));
    EXPECT_TRUE(screen.sees("坏文件.txt")) << screen.screen();
    // On the screen it may be broken over two lines.
    EXPECT_NE(screen.app.notice().find("仍是原来的结果"), std::string::npos) << screen.app.notice();
    ASSERT_TRUE(screen.click("知道了"));
    EXPECT_EQ(screen.app.notice(), "");
    EXPECT_FALSE(screen.sees("坏文件.txt"));
  }
  screen.app.open_table("word", "坏文件.txt");
  open(screen, kHeader + school("甲县", "二小学"));
  EXPECT_EQ(screen.app.notice(), "") << "a good table takes the notice away";
  EXPECT_TRUE(screen.sees("二小学"));
}

TEST(Frame, ABadFirstTableLeavesTheStartPageWithANotice) {
  NullPlatform screen;
  open(screen, "word");
  EXPECT_NE(screen.app.notice(), "");
  EXPECT_EQ(screen.app.notice().find("原来的结果"), std::string::npos);
  EXPECT_TRUE(screen.sees("选择文件"));
  screen.app.set_language(junheng::Language::en);
  screen.run();
  EXPECT_TRUE(screen.sees("No table of schools")) << "the notice follows the language\n" << screen.screen();
}

TEST(Frame, SeveralCountiesHaveAListToChooseFrom) {
  NullPlatform screen;
  open(screen, kHeader + school("甲县", "甲一小学") + school("乙县", "乙一小学", "10") + school("乙县", "乙二小学"));
  EXPECT_TRUE(screen.sees("区县 2"));
  EXPECT_TRUE(screen.sees("甲一小学"));
  EXPECT_FALSE(screen.sees("乙一小学"));
  ASSERT_TRUE(screen.click_tab("乙县"));
  EXPECT_TRUE(screen.sees("乙一小学"));
  EXPECT_FALSE(screen.sees("甲一小学"));
  EXPECT_NE(screen.line_of("保障与质量").find("乙县"), std::string::npos);
  screen.app.set_text("county-search", "甲");
  screen.run();
  EXPECT_TRUE(screen.sees("甲县"));
  screen.app.set_text("county-search", "丙");
  screen.run();
  EXPECT_TRUE(screen.sees("没有符合的区县"));
}

TEST(Frame, OneCountyHasNoList) {
  NullPlatform screen;
  open(screen, kHeader + school("甲县", "一小学"));
  EXPECT_FALSE(screen.sees("区县 1"));
}

TEST(Frame, TwoThousandNineHundredCountiesDrawLikeTen) {
  NullPlatform few;
  open(few, many_counties(30, 1));
  NullPlatform many;
  open(many, many_counties(2900, 1));
  EXPECT_TRUE(many.sees("区县 2900"));
  EXPECT_NEAR(many.vertices(), few.vertices(), few.vertices() * 0.2);
  for (const char* tab : kTabs)
    ASSERT_TRUE(many.click_tab(tab)) << tab;
  ASSERT_TRUE(many.click_tab("学校"));
  many.wheel({100, 500}, -1000000);
  ASSERT_TRUE(many.click_tab("第2899县")) << many.screen();
  EXPECT_NE(many.line_of("保障与质量").find("第2899县"), std::string::npos);
}

TEST(Frame, NothingToEvaluateIsShownAndNotACrash) {
  for (const std::string& table :
       {kHeader + school("甲县", "特校", "1", "特殊教育学校"), kHeader + school("甲县", "空小学", "1", "小学", "0"),
        kHeader + school("甲县", "何物", "1", ""), std::string("学校名称\n一小学\n"), std::string("在校生数\n5\n"),
        std::string("学校名称\t在校生数\n\t\n")}) {
    NullPlatform screen;
    open(screen, table);
    for (const char* tab : kTabs) {
      if (screen.app.result_json(junheng::Detail::summary).empty()) break;
      ASSERT_TRUE(screen.click_tab(tab)) << tab << "\n" << screen.screen();
    }
  }
}

TEST(Frame, EveryViewFitsFromTheProjectorToTheGreatScreen) {
  for (const ImVec2 size : {ImVec2(1024, 768), ImVec2(1366, 768), ImVec2(2560, 1440), ImVec2(320, 240)}) {
    NullPlatform screen(size);
    for (const auto language : junheng::kLanguages) {
      screen.app.set_language(language);
      open(screen, test::source_file("public/samples/sample-county.tsv"));
      if (size.x < 1000) continue;  // smaller than promised: it must only not fall over
      const bool zh = language == junheng::Language::zh;
      const Seen* last = screen.find(zh ? "English" : "中文");
      if (last == nullptr) last = screen.find(zh ? "更多" : "More");
      ASSERT_NE(last, nullptr) << screen.screen();
      EXPECT_LE(last->high.x, size.x);
      EXPECT_TRUE(screen.sees(zh ? "问题" : "Issues"));
      EXPECT_TRUE(screen.sees("4.26"));
    }
  }
}

TEST(Frame, NothingChangesWhileNothingHappens) {
  NullPlatform screen;
  open(screen, test::source_file("public/samples/sample-county.tsv"));
  const std::string before = screen.screen();
  for (int i = 0; i < 20; ++i) {
    screen.frame();
    EXPECT_FALSE(screen.app.wants_frame());
  }
  EXPECT_EQ(screen.screen(), before);
}

TEST(Frame, EverythingInTheWindowIsReachedByTheTabKey) {
  bool verdict = false;
  bool english = false;
  for (int tabs = 1; tabs < 18; ++tabs) {
    NullPlatform screen;
    open(screen, kHeader + school("甲县", "一小学"));
    for (int i = 0; i < tabs; ++i)
      screen.key(ImGuiKey_Tab);
    screen.key(ImGuiKey_Space);
    verdict = verdict || screen.sees("发布为网页");
    english = english || screen.sees("Schools");
  }
  EXPECT_TRUE(verdict) << "a tab of the window itself";
  EXPECT_TRUE(english) << "a button of the bar";
}

TEST(Frame, InASmallWindowRowsAndVerdictAreInSightAndEveryViewIsReached) {
  // 1366 × 768 at 200 % zoom below the bar of the page, and a phone.
  for (const ImVec2 size : {ImVec2(683, 330), ImVec2(390, 740)}) {
    NullPlatform screen(size);
    screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
    screen.run();
    EXPECT_TRUE(screen.sees("不达标"));
    for (const char* name : {"示例一小", "示例二小", "示例三小", "示例四小"})
      EXPECT_TRUE(screen.sees(name)) << size.x << screen.screen();
    for (const char* tab : {"开始", "数据", "均衡", "保障与质量", "假设", "结论", "问题", "学校"}) {
      ASSERT_TRUE(screen.press(tab)) << tab << screen.screen();
      // Those that have no room beside it scroll; the chosen one comes into sight.
      EXPECT_TRUE(screen.sees(tab)) << tab << screen.screen();
      EXPECT_TRUE(screen.sees("不达标")) << tab;
      const Seen* more = screen.find("更多");
      ASSERT_NE(more, nullptr) << tab;
      EXPECT_LE(more->high.x, size.x);
    }
    ASSERT_TRUE(screen.press("筛选"));
    ASSERT_TRUE(screen.press("初中")) << screen.screen();
    EXPECT_FALSE(screen.sees("示例一小"));
    screen.key(ImGuiKey_Escape);
    ASSERT_TRUE(screen.press("更多"));
    ASSERT_TRUE(screen.press("会议模式 (M)"));
    EXPECT_TRUE(screen.sees("示例区"));
  }
}

TEST(Frame, AnIndicatorIsNamedHoweverSmallTheWindow) {
  for (const ImVec2 size : {ImVec2(683, 330), ImVec2(390, 740)}) {
    NullPlatform screen(size);
    screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
    screen.app.go({.view = "balance", .county = {}, .school = {}, .stage = {}, .indicator = {}});
    screen.run();
    for (const char* name : {"高于规定学历教师", "教学及辅助用房"})
      EXPECT_TRUE(screen.sees(name)) << screen.screen();
  }
}

}  // namespace
}  // namespace app_test
