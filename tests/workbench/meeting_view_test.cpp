// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "shell/tour.h"
#include "support/files.h"
#include "workbench/screen/null_platform.h"
#include "workbench/tables.h"

namespace app_test {
namespace {

TEST(MeetingView, APageOfManyWordsIsWrittenSmallerBeforeItIsScrolled) {
  for (const ImVec2 size : {ImVec2(1024, 768), ImVec2(1366, 768), ImVec2(1920, 1080)}) {
    NullPlatform screen(size);
    screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
    screen.run();
    screen.key(ImGuiKey_M);
    const Seen* last = screen.find("通过基本均衡认定满三年");
    const Seen* foot = screen.find("隐藏校名");
    ASSERT_NE(last, nullptr) << size.x << screen.screen();
    ASSERT_NE(foot, nullptr) << size.x << screen.screen();
    EXPECT_LT(last->high.y, foot->low.y) << size.x;
  }
}

void open_sample(NullPlatform& screen) {
  screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
  screen.run();
}

TEST(Meeting, OneFindingAPageByArrowsAndPresenterKeys) {
  NullPlatform screen({1024, 768});
  open_sample(screen);
  ASSERT_TRUE(screen.press("会议模式 (M)"));
  EXPECT_TRUE(screen.sees("示例区"));
  EXPECT_TRUE(screen.sees("不达标"));
  EXPECT_TRUE(screen.app.text_fields().empty()) << "nothing can be changed by accident";
  screen.key(ImGuiKey_RightArrow);
  EXPECT_TRUE(screen.sees("资源配置"));
  EXPECT_TRUE(screen.sees("0.5368"));
  screen.key(ImGuiKey_PageDown);
  EXPECT_TRUE(screen.sees("政府保障程度"));
  screen.key(ImGuiKey_PageUp);
  screen.key(ImGuiKey_LeftArrow);
  EXPECT_TRUE(screen.sees("示例区"));
  for (int i = 0; i < 40; ++i)
    screen.key(ImGuiKey_Space);
  EXPECT_TRUE(screen.sees("这些数没有说明什么")) << "the last page, and no further";
  screen.key(ImGuiKey_Escape);
  EXPECT_NE(screen.field("school-search"), nullptr);
}

std::string everything(NullPlatform& screen) {
  std::string all = screen.screen() + screen.app.shown_table();
  const workbench::Address at = screen.app.address();
  all += at.county + at.school;
  for (const workbench::Node& node : screen.app.nodes())
    all += node.words + "\n";
  return all;
}

TEST(Meeting, NamesAreHiddenByOneKey) {
  NullPlatform screen({1024, 768});
  screen.app.open_table(kHeader + school("某县", "甲小学") + school("某县", "缺人小学", "10"), "x");
  screen.run();
  ASSERT_TRUE(screen.press("会议模式 (M)"));
  for (int i = 0; i < 40 && everything(screen).find("还差 32 人") == std::string::npos; ++i)
    screen.key(ImGuiKey_RightArrow);
  ASSERT_TRUE(screen.sees("缺人小学")) << screen.screen();
  screen.key(ImGuiKey_N);
  EXPECT_FALSE(screen.sees("缺人小学"));
  EXPECT_TRUE(screen.sees("学校 2")) << "its place in the table";
  screen.key(ImGuiKey_D);
  EXPECT_EQ(screen.app.theme(), workbench::Theme::dark);
}

/// Names of the second column of the sample.
std::vector<std::string> names_in(const std::string& table) {
  std::vector<std::string> names;
  for (std::size_t line = table.find('\n'); line != std::string::npos && line + 1 < table.size();
       line = table.find('\n', line + 1)) {
    const std::size_t from = table.find('\t', line) + 1;
    names.push_back(table.substr(from, table.find('\t', from) - from));
  }
  return names;
}

TEST(Meeting, WithNamesHiddenNoNameIsAnywhere) {
  const std::vector<std::string> names = names_in(test::source_file("public/samples/sample-county.tsv"));
  ASSERT_EQ(names.size(), 32U);
  const auto named = [&](const std::string& text) {
    std::string found;
    for (const std::string& name : names)
      if (text.find(name) != std::string::npos) found += name + " ";
    return found;
  };
  for (const junheng::Language language : {junheng::Language::zh, junheng::Language::en}) {
    NullPlatform screen({1024, 768});
    open_sample(screen);
    screen.app.set_language(language);
    screen.app.go(
        {.view = "schools", .county = "示例区", .school = names.front(), .stage = "primary", .indicator = {}});
    screen.run();
    EXPECT_EQ(screen.app.address().school, names.front());
    screen.app.go({.view = "meeting", .county = {}, .school = {}, .stage = {}, .indicator = {}});
    screen.run();
    std::string with;
    std::string without;
    constexpr int kPages = 40;
    for (int i = 0; i < kPages; ++i) {
      with += everything(screen);
      screen.key(ImGuiKey_N);
      without += everything(screen);
      screen.key(ImGuiKey_N);
      screen.key(ImGuiKey_RightArrow);
    }
    EXPECT_NE(named(with), "") << "else there is nothing to hide";
    EXPECT_EQ(named(without), "");
    // Left while they are hidden: outside of the meeting everything has its name.
    screen.key(ImGuiKey_N);
    screen.key(ImGuiKey_Escape);
    screen.app.go({.view = "verdict", .county = {}, .school = {}, .stage = {}, .indicator = {}});
    screen.run();
    EXPECT_NE(named(everything(screen)), "") << screen.screen();
  }
}

/// How high the letters of a text stand on the screen.
float height_of(const Seen& seen) {
  return seen.high.y - seen.low.y;
}

/// The sample on the first page of a meeting.
void hold_meeting(NullPlatform& screen, junheng::Language language) {
  open_sample(screen);
  screen.app.set_language(language);
  screen.app.go({.view = "meeting", .county = {}, .school = {}, .stage = {}, .indicator = {}});
  screen.run();
}

TEST(Meeting, ARoomCanReadItAndEveryPageFitsTheProjector) {
  for (const junheng::Language language : {junheng::Language::zh, junheng::Language::en}) {
    NullPlatform screen({1024, 768});
    hold_meeting(screen, language);
    const Seen* title = screen.find("示例区");
    ASSERT_NE(title, nullptr) << screen.screen();
    EXPECT_GE(height_of(*title), 28);
    constexpr int kPages = 12;
    constexpr float kFoot = 56;
    for (int i = 0; i < kPages; ++i) {
      for (const workbench::Node& node : screen.app.nodes()) {
        if (node.low.y > 768 - kFoot) continue;  // for the speaker, not for the room
        EXPECT_LE(node.high.y, 768 - kFoot) << node.words;
        EXPECT_GE(node.high.y - node.low.y, 27.5F) << node.words;
      }
      screen.key(ImGuiKey_RightArrow);
    }
  }
}

TEST(Meeting, IndicatorsAreNamedWholeBesideTheirBars) {
  for (const junheng::Language language : {junheng::Language::zh, junheng::Language::en}) {
    NullPlatform screen({1024, 768});
    hold_meeting(screen, language);
    const bool zh = language == junheng::Language::zh;
    const char* const first = zh ? "高于规定学历教师" : "Degree teachers";
    for (int i = 0; i < 40 && !screen.sees(first); ++i)
      screen.key(ImGuiKey_RightArrow);
    ASSERT_TRUE(screen.sees(first)) << screen.screen();
    for (const char* const name :
         {zh ? "体育艺术教师" : "Sports and arts teachers", zh ? "教学及辅助用房" : "Multimedia rooms"})
      EXPECT_TRUE(screen.sees(name)) << name << screen.screen();
  }
}

TEST(Meeting, ACoefficientAboveItsLimitHasAPageWithTheSchoolsItComesFrom) {
  NullPlatform screen({1024, 768});
  open_sample(screen);
  ASSERT_TRUE(screen.press("会议模式 (M)"));
  for (int i = 0; i < 40 && !screen.sees("差异从哪里来"); ++i)
    screen.key(ImGuiKey_RightArrow);
  ASSERT_TRUE(screen.sees("差异从哪里来")) << screen.screen();
  EXPECT_TRUE(screen.sees("差异系数 0.5368，限值 ≤ 0.50：不达标")) << screen.screen();
  EXPECT_TRUE(screen.sees("示例十七小")) << screen.screen();
  EXPECT_TRUE(screen.sees("没有示例十七小时：")) << screen.screen();
  screen.key(ImGuiKey_N);
  EXPECT_FALSE(screen.sees("示例十七小")) << screen.screen();
  EXPECT_TRUE(screen.sees("没有学校 ")) << screen.screen();
}

TEST(Meeting, AnItemThatFailsHasAPageWithItsNumbersBesideTheLimit) {
  NullPlatform screen({1024, 768});
  open_sample(screen);
  ASSERT_TRUE(screen.press("会议模式 (M)"));
  for (int i = 0; i < 40 && !screen.sees("竖线：限值（2000）"); ++i)
    screen.key(ImGuiKey_RightArrow);
  ASSERT_TRUE(screen.sees("竖线：限值（2000）")) << screen.screen();
  EXPECT_TRUE(screen.sees("G4")) << screen.screen();
  // The furthest of six stands first.
  const Seen* const worst = screen.find("示例二小");
  const Seen* const next = screen.find("示例一中");
  ASSERT_NE(worst, nullptr) << screen.screen();
  ASSERT_NE(next, nullptr) << screen.screen();
  EXPECT_NE(screen.line_of("示例一中").find("2263"), std::string::npos) << screen.line_of("示例一中");
  screen.key(ImGuiKey_N);
  EXPECT_FALSE(screen.sees("示例一中")) << screen.screen();
  EXPECT_TRUE(screen.sees("2263")) << screen.screen();
}

TEST(Meeting, PartsWithoutFactsShareOnePage) {
  NullPlatform screen({1024, 768});
  open_sample(screen);
  ASSERT_TRUE(screen.press("会议模式 (M)"));
  for (int i = 0; i < 40 && !screen.sees("还没有材料的部分"); ++i)
    screen.key(ImGuiKey_RightArrow);
  EXPECT_TRUE(screen.sees("教育质量：还缺 9 项")) << screen.screen();
  EXPECT_TRUE(screen.sees("社会认可度：还缺 1 项")) << screen.screen();
}

TEST(Meeting, AScenarioIsShownBeforeAndAfter) {
  NullPlatform screen({1024, 768});
  open_sample(screen);
  ASSERT_TRUE(screen.click_tab("假设"));
  ASSERT_TRUE(screen.click("示例十七小")) << screen.screen();
  ASSERT_TRUE(screen.press("撤并这所学校")) << screen.screen();
  ASSERT_TRUE(screen.press("会议模式 (M)"));
  for (int i = 0; i < 40 && !screen.sees("如果：方案 1"); ++i)
    screen.key(ImGuiKey_RightArrow);
  EXPECT_TRUE(screen.sees("假设之后")) << screen.screen();
  EXPECT_TRUE(screen.sees("0.5368")) << screen.screen();
}

TEST(Tour, TenStepsLeadThroughEveryView) {
  NullPlatform screen;
  ASSERT_TRUE(screen.press("用示例走一遍（十步）"));
  const auto requests = screen.app.take_requests();
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_EQ(requests.front().argument, "sample-county.tsv");
  open_sample(screen);
  EXPECT_EQ(workbench::kTour.size(), 10U);
  EXPECT_TRUE(screen.sees("第 1 步 / 10")) << screen.screen();
  for (std::size_t step = 2; step <= workbench::kTour.size(); ++step) {
    ASSERT_TRUE(screen.press("下一步")) << step;
    EXPECT_TRUE(screen.sees("第 " + std::to_string(step) + " 步 / 10")) << screen.screen();
  }
  EXPECT_TRUE(screen.sees("发布为网页")) << "the view of the verdict";
  ASSERT_TRUE(screen.press("结束"));
  EXPECT_FALSE(screen.sees("第 10 步"));
}

}  // namespace
}  // namespace app_test
