// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>

#include "junheng/junheng.h"
#include "support/files.h"
#include "workbench/screen/null_platform.h"
#include "workbench/tables.h"

namespace app_test {
namespace {

/// Does `first` stand above `second`?
bool above(const NullPlatform& screen, std::string_view first, std::string_view second) {
  const Seen* a = screen.find(first);
  const Seen* b = screen.find(second);
  return a != nullptr && b != nullptr && a->low.y < b->low.y;
}

/// 甲 fails, 乙 lacks a number, 丙 is near in one of seven and passes, 丁 meets everything.
std::string four_schools() {
  return kHeader + school("某县", "甲小学", "20") + school("某县", "乙小学", "") + school("某县", "丙小学", "40") +
         school("某县", "丁小学", "60");
}

void open(NullPlatform& screen, const std::string& table) {
  screen.app.open_table(table, "test.tsv");
  screen.run();
}

TEST(SchoolsView, ShowsValuesAndVerdictsByWord) {
  NullPlatform screen;
  open(screen, four_schools());
  EXPECT_NE(screen.line_of("甲小学").find("不达标"), std::string::npos) << screen.line_of("甲小学");
  EXPECT_NE(screen.line_of("甲小学").find("2.00"), std::string::npos) << screen.line_of("甲小学");
  EXPECT_NE(screen.line_of("乙小学").find("数据不足"), std::string::npos) << screen.line_of("乙小学");
  EXPECT_NE(screen.line_of("乙小学").find("缺"), std::string::npos);
  EXPECT_NE(screen.line_of("丙小学").find("4.00"), std::string::npos);
  EXPECT_EQ(screen.line_of("丙小学").find("不达标"), std::string::npos) << "near in one of seven still passes";
  EXPECT_TRUE(screen.sees("显示 4 / 4"));
  EXPECT_TRUE(screen.sees("4.2 / 5.3")) << "thresholds stand in the head";
  EXPECT_TRUE(screen.sees("不低于达标值的 85%"));
}

TEST(SchoolsView, AHeadSortsAndTurnsRound) {
  NullPlatform screen;
  open(screen, four_schools());
  EXPECT_TRUE(above(screen, "甲小学", "丙小学"));
  ASSERT_TRUE(screen.click("高于规定"));
  EXPECT_TRUE(above(screen, "甲小学", "丙小学"));
  EXPECT_TRUE(above(screen, "丁小学", "乙小学")) << "what is not known comes last";
  ASSERT_TRUE(screen.click("高于规定"));
  EXPECT_TRUE(above(screen, "丁小学", "甲小学"));
  EXPECT_TRUE(above(screen, "甲小学", "乙小学")) << "also the other way round";
}

TEST(SchoolsView, HowManyMeetTheStandardIsWholeHoweverManyThereAre) {
  NullPlatform screen({1920, 1080});
  std::string table = kHeader;
  for (int i = 0; i < 2592; ++i)
    table += school("某县", "第" + std::to_string(i) + "小学", "60");
  open(screen, table);
  EXPECT_TRUE(screen.sees("2592 / 2592")) << screen.screen().substr(0, 4000);
}

TEST(SchoolsView, InASmallWindowHeadsTakeTwoLinesAndSayTheirWords) {
  NullPlatform screen({683, 330});
  open(screen, test::source_file("public/samples/sample-county.tsv"));
  for (const char* line : {"高于规定", "学历教师", "骨干教师", "教学及辅", "助用房", "体育运", "动场馆"})
    EXPECT_TRUE(screen.sees(line)) << line << screen.screen();
}

TEST(SchoolsView, EveryHeadCanBeClicked) {
  NullPlatform screen({2560, 1440});
  open(screen, test::source_file("public/samples/sample-county.tsv"));
  const Seen* school = screen.find("学生数");
  ASSERT_NE(school, nullptr);
  const float y = school->centre().y;
  for (float x = 30; x < 2500; x += 60) {
    screen.click_at({x, y});
    ASSERT_TRUE(screen.sees("显示 34 / 34"));
  }
}

TEST(SchoolsView, SearchStageAndVerdictFilter) {
  NullPlatform screen;
  open(screen, four_schools());
  ASSERT_EQ(screen.app.text_fields().size(), 1U);
  EXPECT_EQ(screen.app.text_fields()[0].id, "school-search");
  EXPECT_GT(screen.app.text_fields()[0].width, 100);
  screen.app.set_text("school-search", "丙");
  screen.run();
  EXPECT_TRUE(screen.sees("显示 1 / 4"));
  EXPECT_TRUE(screen.sees("丙小学"));
  EXPECT_FALSE(screen.sees("甲小学"));
  EXPECT_EQ(screen.app.text_fields()[0].value, "丙");
  screen.app.set_text("school-search", "没有这所");
  screen.run();
  EXPECT_TRUE(screen.sees("没有符合条件的学校"));
  screen.app.set_text("school-search", "");

  screen.run();
  ASSERT_TRUE(screen.click("初中"));
  EXPECT_TRUE(screen.sees("显示 0 / 4"));
  ASSERT_TRUE(screen.click("全部学段"));
  ASSERT_TRUE(screen.click("全部结论"));
  EXPECT_TRUE(screen.app.text_fields().empty()) << "no input may lie over an open list";
  ASSERT_TRUE(screen.click_on_top("数据不足"));
  EXPECT_TRUE(screen.sees("显示 1 / 4"));
  EXPECT_TRUE(screen.sees("乙小学"));
}

TEST(SchoolsView, ListsSchoolsThatAreNotEvaluatedWithTheReason) {
  NullPlatform screen;
  open(screen, four_schools() + school("某县", "戊特校", "10", "特殊教育学校"));
  EXPECT_FALSE(screen.sees("戊特校"));
  ASSERT_TRUE(screen.click("未参评 1"));
  EXPECT_NE(screen.line_of("戊特校").find("特殊教育学校不参加"), std::string::npos) << screen.screen();
  EXPECT_NE(screen.line_of("戊特校").find("第 6 行"), std::string::npos);
  ASSERT_TRUE(screen.click("未参评 1"));
  EXPECT_FALSE(screen.sees("戊特校"));
}

TEST(SchoolsView, ThePointerOverACellExplainsIt) {
  NullPlatform screen;
  open(screen, four_schools());
  const std::vector<workbench::Node>& nodes = screen.app.nodes();
  const auto cell =
      std::find_if(nodes.begin(), nodes.end(), [](const auto& node) { return node.words == "2.00（低于 4.2）"; });
  ASSERT_NE(cell, nodes.end());
  screen.move_to({(cell->low.x + cell->high.x) / 2, (cell->low.y + cell->high.y) / 2});
  EXPECT_TRUE(screen.sees("每百名学生拥有高于规定学历教师数")) << screen.screen();
  EXPECT_TRUE(screen.sees("达标值 4.2"));
}

TEST(SchoolsView, AStandardWithoutThresholdsJudgesNoSchool) {
  NullPlatform screen;
  ASSERT_TRUE(screen.click("公开算例"));
  open(screen, test::source_file("public/samples/five-schools.tsv"));
  EXPECT_TRUE(screen.sees("显示 5 / 5"));
  EXPECT_FALSE(screen.sees("达标项数"));
  EXPECT_FALSE(screen.sees("列名下面是达标值"));
  EXPECT_TRUE(screen.sees("6.20")) << "279 books for 45 pupils\n" << screen.screen();
}

TEST(SchoolsView, ScrollsThroughAGreatTableAtTheSameCost) {
  NullPlatform small;
  open(small, many_counties(1, 200));
  NullPlatform great;
  open(great, many_counties(1, 200000));
  EXPECT_TRUE(great.sees("显示 200000 / 200000"));
  EXPECT_NEAR(great.vertices(), small.vertices(), small.vertices() * 0.05);
  great.wheel({600, 500}, -1000000);
  EXPECT_TRUE(great.sees("第199999小学")) << great.screen();
  EXPECT_NEAR(great.vertices(), small.vertices(), small.vertices() * 0.25);
}

TEST(SchoolsView, TheCardSaysWhatASchoolIsShortOf) {
  NullPlatform screen;
  screen.app.open_table(kHeader + school("某县", "甲小学", "60") + school("某县", "缺人小学", "30"), "x");
  screen.run();
  ASSERT_TRUE(screen.click("缺人小学"));
  EXPECT_TRUE(screen.sees("还差 12 人")) << "42 of 1,000 pupils are needed\n" << screen.screen();
  EXPECT_TRUE(screen.sees("7 项中 6 项达标"));
  EXPECT_TRUE(screen.sees("占差异系数平方"));
  ASSERT_TRUE(screen.press("看原始行"));
  EXPECT_TRUE(screen.sees("原始表格"));
  ASSERT_TRUE(screen.click_tab("学校"));
  ASSERT_TRUE(screen.press("关闭"));
  EXPECT_FALSE(screen.sees("还差"));
}

TEST(SchoolsView, FiltersByKindAndTownAndShowsMargins) {
  NullPlatform screen;
  std::string header = kHeader;
  header.insert(header.size() - 1, "\t乡镇");
  const auto with = [](std::string row, const char* town) {
    row.insert(row.size() - 1, std::string("\t") + town);
    return row;
  };
  screen.app.open_table(header + with(school("某县", "甲小学", "63"), "东镇") + with(school("某县", "乙小学"), "西镇") +
                            with(school("某县", "丙中学", "60", "初级中学"), "东镇"),
                        "x");
  screen.run();
  ASSERT_TRUE(screen.press("全部乡镇")) << screen.screen();
  ASSERT_TRUE(screen.press("东镇"));
  EXPECT_TRUE(screen.sees("显示 2 / 3")) << screen.screen();
  ASSERT_TRUE(screen.press("全部类型"));
  ASSERT_TRUE(screen.click_on_top("初中"));
  EXPECT_TRUE(screen.sees("显示 1 / 3"));
  ASSERT_TRUE(screen.press("数值"));
  ASSERT_TRUE(screen.press("与达标值之差"));
  EXPECT_TRUE(screen.sees("+13.2 %")) << "6.0 against 5.3\n" << screen.screen();
}

TEST(SchoolsView, CellsAndTheirOrderFollowWhatIsShown) {
  NullPlatform screen;
  screen.app.open_table(
      kHeader + school("某县", "甲小学", "63") + school("某县", "乙小学", "30") + school("某县", "丙小学", "80"), "x");
  screen.run();
  const auto first = [&] {
    const float a = screen.find("甲小学")->low.y;
    const float b = screen.find("乙小学")->low.y;
    const float c = screen.find("丙小学")->low.y;
    return a < b && a < c ? "甲" : b < c ? "乙" : "丙";
  };
  ASSERT_TRUE(screen.press("数值"));
  ASSERT_TRUE(screen.press("与达标值之差"));
  EXPECT_TRUE(screen.sees("−28.6 %")) << "3.0 against 4.2, signed\n" << screen.screen();
  ASSERT_TRUE(screen.press("高于规定学历教师")) << screen.screen();
  EXPECT_STREQ(first(), "乙") << "the largest gap";
  ASSERT_TRUE(screen.press("与达标值之差"));
  ASSERT_TRUE(screen.press("占差异系数平方"));
  ASSERT_TRUE(screen.press("高于规定学历教师，从小到大"));
  EXPECT_STREQ(first(), "乙") << "the largest part of the difference\n" << screen.screen();
}

TEST(SchoolsView, MeansStandAtTheFoot) {
  NullPlatform screen;
  screen.app.open_table(kHeader + school("某县", "甲小学", "60") + school("某县", "乙小学", "50"), "x");
  screen.run();
  const std::string foot = screen.line_of("合计 / 平均 · 小学");
  EXPECT_NE(foot.find("2000"), std::string::npos) << foot;
  EXPECT_NE(foot.find("2 / 2"), std::string::npos) << foot;
  EXPECT_NE(foot.find("5.50"), std::string::npos) << foot;
}

TEST(SchoolsView, TheFootStaysInSightAndFollowsWhatTheCellsShow) {
  NullPlatform screen;
  screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
  screen.run();
  const Seen* const first = screen.find("示例一小");
  ASSERT_NE(first, nullptr);
  const ImVec2 place = first->centre();
  for (const float lines : {0.0F, -5.0F, -1000.0F}) {
    screen.wheel(place, lines);
    EXPECT_TRUE(screen.sees("合计 / 平均 · 小学")) << screen.screen();
    EXPECT_TRUE(screen.sees("合计 / 平均 · 初中")) << screen.screen();
  }
  EXPECT_FALSE(screen.sees("示例一小")) << "scrolled away";
  ASSERT_TRUE(screen.press("数值"));
  ASSERT_TRUE(screen.press("占差异系数平方"));
  const std::string foot = screen.line_of("合计 / 差异系数 · 小学");
  EXPECT_NE(foot.find("0.5368"), std::string::npos) << foot;
}

TEST(SchoolsView, TheLegendIsReadWithItsSigns) {
  NullPlatform screen;
  screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
  screen.run();
  std::string read;
  for (const workbench::Node& node : screen.app.nodes())
    read += node.words + "\n";
  for (const char* entry : {"√ 达标", "△ 未达标，但不低于达标值的 85%", "× 低于达标值的 85%", "○ 缺数据"})
    EXPECT_NE(read.find(entry), std::string::npos) << entry;
}

TEST(SchoolsView, BesideACardEveryIndicatorStaysInSight) {
  struct Case {
    ImVec2 window;
    const char* standard;
    junheng::Language language;
    const char* on_card;
  };
  constexpr auto kZh = junheng::Language::zh;
  constexpr auto kEn = junheng::Language::en;
  for (const auto& [window, id, language, on_card] :
       {Case{{1366, 768}, "quality-2017", kZh, "看原始行"}, Case{{1366, 768}, "basic-2012", kZh, "看原始行"},
        Case{{1366, 768}, "quality-2017", kEn, "Row as it came"}, Case{{1024, 768}, "quality-2017", kZh, "看原始行"},
        Case{{1024, 768}, "basic-2012", kZh, "看原始行"}, Case{{1024, 768}, "quality-2017", kEn, "Row as it came"},
        Case{{1120, 700}, "quality-2017", kZh, "看原始行"}}) {
    NullPlatform screen(window);
    screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
    screen.app.set_standard(id);
    screen.app.set_language(language);
    screen.run();
    ASSERT_TRUE(screen.click("示例二小"));
    float card = 0;
    for (const workbench::Node& node : screen.app.nodes())
      if (node.words == on_card) card = node.low.x;
    ASSERT_GT(card, window.x / 2) << "the card stands beside the table";
    EXPECT_LT(card, window.x - 100);
    std::size_t heads = 0;
    std::size_t wanted = 0;
    for (const junheng::Standard& one : junheng::load_library().standards) {
      if (one.id != id) continue;
      wanted = one.indicators.size();
      for (const junheng::Indicator& indicator : one.indicators)
        for (const workbench::Node& node : screen.app.nodes())
          if (node.words == indicator.short_title.in(language) && node.high.x < card) ++heads;
    }
    EXPECT_EQ(heads, wanted) << id << window.x << screen.screen();
  }
}

TEST(SchoolsView, BesideACardInANarrowWindowNamesAreStillToldApart) {
  NullPlatform screen({1024, 1800});
  screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
  screen.run();
  ASSERT_TRUE(screen.click("示例二小"));
  for (const char* name : {"一小东校区", "三小西校区", "示例甲学校"})
    EXPECT_TRUE(screen.sees(name)) << name << screen.screen();
}

TEST(SchoolsView, NoWordOfAHeadIsTornThatHasRoom) {
  NullPlatform screen({1366, 768});
  screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
  screen.app.set_language(junheng::Language::en);
  screen.run();
  ASSERT_TRUE(screen.click("示例二小"));
  for (const char* word : {"Sports", "area", "arts", "rooms"})
    EXPECT_TRUE(screen.sees(word)) << word << screen.screen();
}

TEST(SchoolsView, HeadsBesideACardAreWholeAndSoAreTheirUnits) {
  for (const float width : {1366.0F, 1200.0F, 1100.0F, 1024.0F}) {
    NullPlatform screen({width, 768});
    screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
    screen.app.set_language(junheng::Language::en);
    screen.app.go({.view = "schools", .county = {}, .school = "示例二小", .stage = {}, .indicator = {}});
    screen.run();
    for (const char* const word : {"Degree", "Backbone", "Equipment"})
      EXPECT_TRUE(screen.sees(word)) << width << " " << word << screen.screen();
    if (width >= 1200) EXPECT_TRUE(screen.sees("per 100 pupils")) << width << screen.screen();
    for (const char* const word : {"per 100", "yuan per", "m² per"})
      EXPECT_TRUE(screen.sees(word)) << width << " " << word << screen.screen();
    EXPECT_FALSE(screen.sees("per 100 pu…")) << width << screen.screen();
  }
}

TEST(SchoolsView, LongNamesKeepTheEndsByWhichTheyDiffer) {
  NullPlatform screen({1024, 768});
  const std::string name = "示例县第一实验小学教育集团";
  screen.app.open_table(kHeader + school("示例县", name + "东校区") + school("示例县", name + "西校区"), "x");
  screen.run();
  for (const char* tab : {"数据", "学校", "假设"}) {
    ASSERT_TRUE(screen.click_tab(tab));
    EXPECT_TRUE(screen.sees("示例县")) << tab;
    EXPECT_TRUE(screen.sees("东校区")) << tab << screen.screen();
    EXPECT_TRUE(screen.sees("西校区")) << tab;
  }
}

}  // namespace
}  // namespace app_test
