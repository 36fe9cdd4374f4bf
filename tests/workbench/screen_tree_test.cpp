// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <sstream>
#include <vector>

#include "kit/theme.h"
#include "state/address.h"
#include "support/files.h"
#include "workbench/screen/null_platform.h"
#include "workbench/tables.h"

namespace app_test {
namespace {

using workbench::Address;
using workbench::Node;

void open_sample(NullPlatform& screen) {
  screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
  screen.run();
}

Address at(std::string view, std::string school = {}, std::string stage = {}, std::string indicator = {}) {
  Address place;
  place.view = std::move(view);
  place.school = std::move(school);
  place.stage = std::move(stage);
  place.indicator = std::move(indicator);
  return place;
}

bool says(const NullPlatform& screen, std::string_view words) {
  for (const Node& node : screen.app.nodes())
    if (node.words.find(words) != std::string::npos) return true;
  return false;
}

TEST(ScreenTree, EveryViewCanBeUsedWithoutAPointer) {
  NullPlatform screen;
  open_sample(screen);
  for (const char* tab : {"开始", "数据", "学校", "均衡", "保障与质量", "假设", "结论", "问题"}) {
    ASSERT_TRUE(screen.press(tab)) << tab;
    std::set<ImGuiID> ids;
    for (const Node& node : screen.app.nodes()) {
      EXPECT_FALSE(node.words.empty() && node.role != Node::Role::row) << tab;
      // Two things of one id could not be told apart.
      const bool fresh = node.id == 0 || ids.insert(node.id).second;
      EXPECT_TRUE(fresh) << tab << " " << node.words;
    }
    EXPECT_GT(ids.size(), 10U) << tab;
    EXPECT_TRUE(says(screen, "不达标")) << "the verdict is always there: " << tab;
  }
}

TEST(ScreenTree, WhatOpensSaysWhetherItIsOpen) {
  NullPlatform screen;
  open_sample(screen);
  const auto open = [&](std::string_view name) {
    for (const Node& node : screen.app.nodes())
      if (node.words == name && node.role == Node::Role::opener) return node.chosen ? 1 : 0;
    return -1;
  };
  EXPECT_EQ(open("未参评 2"), 0);
  EXPECT_EQ(open("全部结论"), 0) << "a list";
  ASSERT_TRUE(screen.press("未参评 2"));
  EXPECT_EQ(open("未参评 2"), 1);
}

TEST(ScreenTree, ListsOpenAndAreChosenFrom) {
  NullPlatform screen;
  open_sample(screen);
  ASSERT_TRUE(screen.press("全部结论"));
  ASSERT_TRUE(screen.press("数据不足")) << screen.screen();
  EXPECT_TRUE(screen.sees("没有符合条件的学校"));
}

TEST(ScreenTree, NothingIsRecordedWhereNobodyListens) {
  NullPlatform screen;
  screen.app.listen(false);
  open_sample(screen);
  EXPECT_TRUE(screen.app.nodes().empty());
}

TEST(Places, NameTheViewTheSchoolAndTheIndicator) {
  NullPlatform screen;
  open_sample(screen);
  screen.app.go(at("schools", "示例二小", "primary"));
  screen.run();
  EXPECT_TRUE(screen.sees("还差")) << "its card is open\n" << screen.screen();
  EXPECT_EQ(screen.app.address(), (at("schools", "示例二小", "primary")));
  screen.app.go(at("balance", {}, "middle", "sports_area"));
  screen.run();
  EXPECT_TRUE(screen.sees("初中 · 生均体育运动场馆面积")) << screen.screen();
  EXPECT_EQ(screen.app.address(), (at("balance", {}, "middle", "sports_area")));
  screen.app.go(at("meeting"));
  screen.run();
  EXPECT_EQ(screen.app.address().view, "meeting");
  screen.app.go(at("nowhere", "没有的学校"));
  screen.run();
  EXPECT_EQ(screen.app.address().view, "balance") << "what is not there changes nothing";
}

TEST(ShownTable, IsWhatIsShownForASpreadsheet) {
  NullPlatform screen;
  EXPECT_EQ(screen.app.shown_table(), "");
  screen.app.open_table(kHeader + school("某县", "甲\"小\"学") + school("某县", "乙小学", "30"), "x");
  screen.run();
  const auto lines = [&] {
    std::vector<std::string> all;
    std::istringstream text(screen.app.shown_table());
    for (std::string line; std::getline(text, line);)
      all.push_back(line);
    return all;
  };
  ASSERT_EQ(lines().size(), 3U);
  EXPECT_EQ(lines()[2].rfind("乙小学\t小学\t1000\t不达标\t6\t3.00\t", 0), 0U) << lines()[2];
  screen.app.set_text("school-search", "甲");
  EXPECT_EQ(lines().size(), 2U) << "filtered as on the screen";
  for (const std::string_view tab : {"data", "balance", "facts", "verdict", "issues"}) {
    screen.app.go(at(std::string(tab)));
    screen.run();
    EXPECT_NE(screen.app.shown_table(), "") << tab;
  }
  screen.app.go(at("data"));
  screen.run();
  EXPECT_EQ(lines().size(), 3U);
}

TEST(Places, WithoutATableThereIsOnlyTheStart) {
  NullPlatform screen;
  screen.app.go(at("verdict"));
  screen.run();
  EXPECT_EQ(screen.app.address(), at("start"));
}

TEST(Themes, EveryInkIsReadableOnEveryGroundItStandsOn) {
  const auto channel = [](ImU32 colour, unsigned shift) {
    const double part = static_cast<double>(colour >> shift & 0xFFU) / 255;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  const auto light = [&](ImU32 colour) {
    return 0.2126 * channel(colour, 0) + 0.7152 * channel(colour, 8) + 0.0722 * channel(colour, 16);
  };
  const auto contrast = [&](ImU32 a, ImU32 b) {
    const double one = light(a) + 0.05;
    const double other = light(b) + 0.05;
    return one > other ? one / other : other / one;
  };
  NullPlatform screen;
  for (const auto theme : {workbench::Theme::light, workbench::Theme::dark, workbench::Theme::contrast}) {
    screen.app.set_theme(theme);
    screen.run();
    const workbench::Palette& now = workbench::colour();
    for (const ImU32 ground : {now.page, now.paper, now.head, now.hover, now.accent_soft}) {
      for (const ImU32 ink : {now.ink, now.quiet, now.accent})
        EXPECT_GE(contrast(ink, ground), 4.5);
      for (const ImU32 ink : {now.pass, now.fail, now.near, now.unknown})
        EXPECT_GE(contrast(ink, ground), 4.5);
    }
    EXPECT_GE(contrast(now.ink, now.fail_soft), 4.5);
    EXPECT_GE(contrast(now.fail, now.fail_soft), 4.5);
    EXPECT_GE(contrast(now.ink, now.near_soft), 4.5);
    EXPECT_GE(contrast(now.near, now.near_soft), 4.5);
    EXPECT_GE(contrast(now.unknown, now.unknown_soft), 4.5);
    EXPECT_GE(contrast(now.on_accent, now.accent), 4.5);
    EXPECT_GE(contrast(now.strong_line, now.paper), 3.0) << "borders of what can be pressed";
  }
}

TEST(Texts, RareCharactersAndOtherScriptsAreDrawn) {
  // Of peers.md 2.2: the stage's own signs, a character outside the basic plane, Uyghur letters.
  NullPlatform screen;
  const std::string name = "㎡≤Ⅲ〔〕𠮷𫟹ئۇيغۇر①％㈠";
  screen.app.open_table(kHeader + school("某县", name), "x");
  screen.run();
  EXPECT_TRUE(screen.sees("𠮷")) << screen.screen();
  for (const char* tab : {"数据", "均衡", "结论", "假设"})
    ASSERT_TRUE(screen.click_tab(tab));
}

TEST(Texts, NothingIsCutOffAtTheCommonWidths) {
  const junheng::Library library = junheng::load_library();
  for (const ImVec2 size : {ImVec2(1366, 768), ImVec2(1024, 768)}) {
    for (const auto language : {junheng::Language::zh, junheng::Language::en}) {
      NullPlatform screen(size);
      screen.app.set_language(language);
      open_sample(screen);
      for (const std::string_view tab : workbench::kTabIds) {
        screen.app.go(at(std::string(tab)));
        screen.run();
        for (const Node& node : screen.app.nodes()) {
          if (node.role != Node::Role::button && node.role != Node::Role::tab) continue;
          // Columns of a table that scrolls sideways; its first column stays.
          const bool column =
              std::any_of(library.standards[0].indicators.begin(), library.standards[0].indicators.end(),
                          [&](const auto& one) { return one.short_title.in(language) == node.words; });
          if (column) continue;
          EXPECT_LE(node.high.x, size.x + 0.5F) << tab << " " << node.words << " at " << size.x;
          EXPECT_GE(node.low.x, 0) << tab << " " << node.words;
        }
      }
    }
  }
}

}  // namespace
}  // namespace app_test
