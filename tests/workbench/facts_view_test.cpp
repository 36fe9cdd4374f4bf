// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "junheng/facts.h"
#include "support/files.h"
#include "workbench/screen/null_platform.h"
#include "workbench/tables.h"

namespace app_test {
namespace {

void open_facts(NullPlatform& screen) {
  screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例");
  screen.run();
  ASSERT_TRUE(screen.click_tab("保障与质量"));
}

std::string facts_kept(const NullPlatform& screen) {
  return junheng::facts_json(screen.app.project().facts);
}

/// Brings a line of the form into sight by the wheel.
bool bring(NullPlatform& screen, const char* words) {
  screen.move_to({300, 100});  // a wheel that turns on keeps to the table that it turned
  for (int i = 0; i < 150 && !screen.sees(words); ++i)
    screen.wheel({300, 600}, -5);
  return screen.sees(words);
}

TEST(FactsView, TheFormHasEveryItemOfEveryPart) {
  NullPlatform screen;
  open_facts(screen);
  for (const char* item : {"G1 学校布局", "G10 编制岗位统筹", "G15"})
    EXPECT_TRUE(bring(screen, item)) << item << screen.screen();
  ASSERT_TRUE(screen.press("教育质量"));
  EXPECT_TRUE(bring(screen, "Q9 学业质量监测")) << screen.screen();
  ASSERT_TRUE(screen.press("社会认可度"));
  EXPECT_TRUE(screen.sees("R1"));
  ASSERT_TRUE(screen.press("一票否决"));
  EXPECT_TRUE(bring(screen, "V6"));
}

TEST(FactsView, YesAndNoDecideAtOnceAndCanBeTakenBack) {
  NullPlatform screen;
  open_facts(screen);
  EXPECT_TRUE(screen.sees("1 / 15 已填，还缺 14 项")) << screen.screen();
  ASSERT_TRUE(screen.press("学校布局：是"));
  EXPECT_NE(facts_kept(screen).find("G1"), std::string::npos) << facts_kept(screen);
  EXPECT_TRUE(screen.sees("2 / 15 已填，还缺 13 项")) << screen.screen();
  const std::string yes = screen.app.result_json(junheng::Detail::full);
  ASSERT_TRUE(screen.press("学校布局：否"));
  EXPECT_NE(screen.app.result_json(junheng::Detail::full), yes);
  ASSERT_TRUE(screen.type("fact-note:G1//", "布局规划见附件"));
  EXPECT_NE(facts_kept(screen).find("布局规划见附件"), std::string::npos);
  ASSERT_TRUE(screen.press("学校布局：未填"));
  screen.app.undo();
  screen.app.undo();
  screen.app.undo();
  screen.run();
  EXPECT_EQ(screen.app.result_json(junheng::Detail::full), yes);
}

TEST(FactsView, WhatTheTableDecidesOfAnItemIsSaidInItsRow) {
  NullPlatform screen;
  open_facts(screen);
  EXPECT_TRUE(bring(screen, "6 所学校不符合")) << screen.screen();
}

/// What is to take the focus: a field by its id, an answer by its name.
std::string focused(const NullPlatform& screen) {
  for (const workbench::TextField& field : screen.app.text_fields())
    if (field.focus) return field.id;
  for (const workbench::Node& node : screen.app.nodes())
    if (node.focus) return node.words;
  return {};
}

/// By Enter, whichever of both it is; what stands there stays, an open answer becomes yes.
bool pass(NullPlatform& screen, const std::string& stop) {
  const workbench::TextField* const field = screen.field(stop);
  return field != nullptr ? screen.type(stop, field->value) : screen.press(stop);
}

TEST(FactsView, ByKeysAnAnswerLeadsToItsNoteAndTheNoteToWhatFollows) {
  NullPlatform screen;
  open_facts(screen);
  ASSERT_TRUE(screen.press("学校布局：是"));
  EXPECT_EQ(focused(screen), "fact-note:G1//");
  ASSERT_TRUE(screen.type("fact-note:G1//", "附件 1"));
  EXPECT_EQ(focused(screen), "四个统一：是");
  ASSERT_TRUE(screen.press("四个统一：否"));
  EXPECT_EQ(focused(screen), "fact-note:G2//");
  ASSERT_TRUE(screen.type("fact-note:G2//", ""));
  EXPECT_EQ(focused(screen).rfind("fact:", 0), 0U) << "a number: " << focused(screen);
  NullPlatform pointed;
  open_facts(pointed);
  ASSERT_TRUE(pointed.click("是"));
  EXPECT_TRUE(pointed.sees("2 / 15 已填")) << pointed.screen();
  EXPECT_EQ(focused(pointed), "") << "a pointer goes where it likes";
}

TEST(FactsView, EnterLeadsThroughTheForm) {
  NullPlatform screen;
  open_facts(screen);
  ASSERT_TRUE(screen.type("fact-note:G1//", "附件 1"));
  std::string stop = focused(screen);
  EXPECT_NE(stop, "") << "the next one";
  EXPECT_NE(stop, "fact-note:G1//");
  std::vector<std::string> passed;
  for (int i = 0; i < 200 && !stop.empty(); ++i) {
    passed.push_back(stop);
    ASSERT_TRUE(pass(screen, stop)) << stop << " is in sight";
    if (focused(screen) == stop) break;
    stop = focused(screen);
  }
  EXPECT_GT(passed.size(), 20U);
  EXPECT_TRUE(screen.sees("G15")) << "down to the last item\n" << screen.screen();
}

TEST(FactsView, AnInputThatIsHalfOutOfSightDoesNotLieOverTheEdgeOfTheForm) {
  constexpr float kEdge = 8;  // of the window, which the form does not reach
  std::size_t cut = 0;
  for (float height = 600; height < 800; height += 8) {
    NullPlatform screen({1366, height});
    open_facts(screen);
    ASSERT_FALSE(screen.app.text_fields().empty());
    const float whole = screen.app.text_fields().front().height;
    for (const workbench::TextField& field : screen.app.text_fields()) {
      EXPECT_LE(field.y + field.height, height - kEdge) << field.id << " at " << height;
      EXPECT_GT(field.height, 0);
      if (field.height < whole) ++cut;
    }
  }
  EXPECT_GT(cut, 0U) << "some heights cut a field";
}

TEST(FactsView, ANumberThatTwoItemsAskForIsWrittenOnce) {
  NullPlatform screen({1366, 6000});
  open_facts(screen);
  std::vector<std::string> ids;
  for (const workbench::TextField& field : screen.app.text_fields())
    ids.push_back(field.id);
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
  EXPECT_GT(ids.size(), 20U);
}

TEST(FactsView, BetweenTwoWaysToOneNumberItIsSaidThatEitherIsEnough) {
  NullPlatform screen({1366, 6000});
  open_facts(screen);
  const Seen* const item = screen.find("G14 ");
  const Seen* const next = screen.find("G15 ");
  ASSERT_NE(item, nullptr) << screen.screen();
  ASSERT_NE(next, nullptr) << screen.screen();
  float otherwise = 0;
  float share = 0;
  for (const workbench::TextField& field : screen.app.text_fields())
    if (field.id == "fact:quality_rate//") share = field.y;
  for (const workbench::Node& node : screen.app.nodes())
    if (node.words == "或者" && node.low.y > item->low.y && node.low.y < next->low.y) otherwise = node.low.y;
  EXPECT_GT(otherwise, item->high.y) << screen.screen();
  EXPECT_LT(otherwise, share) << "before the number that is enough by itself";
}

TEST(FactsView, NumbersAreJudgedAndWhatIsNoNumberIsSaid) {
  NullPlatform screen;
  open_facts(screen);
  ASSERT_TRUE(bring(screen, "G9 ")) << screen.screen();
  ASSERT_TRUE(screen.type("fact:teacher_pay//", "157386")) << screen.screen();
  ASSERT_TRUE(screen.type("fact:civil_servant_pay//", "十三万"));
  EXPECT_TRUE(screen.sees("看不懂这个数")) << screen.screen();
  EXPECT_NE(facts_kept(screen).find("十三万"), std::string::npos) << "what was typed stays";
  ASSERT_TRUE(screen.type("fact:civil_servant_pay//", "134502"));
  EXPECT_FALSE(screen.sees("看不懂这个数"));
  const auto json = screen.app.result_json(junheng::Detail::full);
  EXPECT_NE(json.find("\"G8\""), std::string::npos);
  EXPECT_TRUE(screen.sees("157386") || screen.field("fact:teacher_pay//")->value == "157386");
}

TEST(FactsView, WhatWasTypedIntoAFieldThatGoesIsKept) {
  NullPlatform screen;
  open_facts(screen);
  ASSERT_TRUE(bring(screen, "G9 ")) << screen.screen();
  ASSERT_NE(screen.field("fact:teacher_pay//"), nullptr);
  screen.app.go({"data", {}, {}, {}, {}});
  screen.frame();
  ASSERT_EQ(screen.field("fact:teacher_pay//"), nullptr);
  // The platform takes the input away now, and hands in what stands in it.
  screen.app.set_text("fact:teacher_pay//", "157386");
  EXPECT_NE(facts_kept(screen).find("157386"), std::string::npos);
  screen.run();
  screen.app.set_text("fact:teacher_pay//", "9");
  EXPECT_NE(facts_kept(screen).find("157386"), std::string::npos) << "nobody can type there any more";
}

TEST(FactsView, FactsFromAFileAreShownAndKept) {
  NullPlatform screen;
  junheng::Project project;
  project.county = test::source_file("tests/golden/dadukou-2024.county.json");
  // Facts of the only county need no name, and another one's would be refused.
  project.county.replace(project.county.find("大渡口区"), std::string("大渡口区").size(), "示例区");
  screen.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例", project);
  screen.run();
  ASSERT_TRUE(screen.click_tab("保障与质量"));
  ASSERT_TRUE(bring(screen, "G8 ")) << screen.screen();
  EXPECT_EQ(screen.field("fact:special_funds//")->value, "115.8万元");
  const std::string before = screen.app.result_json(junheng::Detail::full);
  // Another fact is changed and changed back: the rest means what it meant.
  ASSERT_TRUE(screen.type("fact:special_pupils//", "200"));
  ASSERT_TRUE(screen.type("fact:special_pupils//", "193人"));
  EXPECT_EQ(screen.field("fact:special_funds//")->value, "115.8万元");
  const std::string after = screen.app.result_json(junheng::Detail::full);
  const auto verdicts = [](const std::string& json) {
    std::string all;
    for (std::size_t at = json.find("\"verdict\""); at != std::string::npos; at = json.find("\"verdict\"", at + 1))
      all += json.substr(at, 20);
    return all;
  };
  EXPECT_EQ(verdicts(after), verdicts(before));
}

/// The conclusion of the only county, in Chinese.
std::string conclusion_of(const NullPlatform& screen) {
  const std::string json = screen.app.result_json(junheng::Detail::full);
  const std::size_t at = json.find("\"conclusion\"");
  return json.substr(at, json.find('}', at) - at);
}

TEST(FactsView, ANumberBesideThePercentSignIsAskedWhereItMayBeAFraction) {
  NullPlatform screen;
  open_facts(screen);
  ASSERT_TRUE(screen.press("社会认可度"));
  constexpr const char* kRate = "fact:recognition//";
  const auto asked = [&] { return screen.sees("请在数后写明百分号"); };
  for (const char* plain : {"92", "92%", "86.5"}) {
    ASSERT_TRUE(screen.type(kRate, plain)) << screen.screen();
    EXPECT_FALSE(asked()) << plain << screen.screen();
    EXPECT_EQ(screen.field(kRate)->value, plain) << "what was typed, without a second sign";
  }
  for (const char* open : {"0.92", "1", "0.5"}) {
    ASSERT_TRUE(screen.type(kRate, open));
    EXPECT_TRUE(asked()) << open << screen.screen();
    EXPECT_EQ(screen.field(kRate)->value, open);
  }
  EXPECT_EQ(conclusion_of(screen).find("社会认可度 0.5"), std::string::npos) << "nothing is decided by it";
  // Saved and opened again it is the same question.
  NullPlatform again;
  again.app.open_table(test::source_file("public/samples/sample-county.tsv"), "示例", screen.app.project());
  again.run();
  EXPECT_EQ(conclusion_of(again), conclusion_of(screen));
  ASSERT_TRUE(screen.type(kRate, "0.5%"));
  EXPECT_FALSE(asked()) << screen.screen();
  EXPECT_TRUE(screen.sees("0.5")) << screen.screen();
}

TEST(FactsView, ConditionsOfEntryAreAnsweredBesideTheParts) {
  NullPlatform screen;
  open_facts(screen);
  constexpr const char* kItem = "通过基本均衡认定满三年";
  EXPECT_NE(conclusion_of(screen).find(kItem), std::string::npos) << "nothing was said of it";
  ASSERT_TRUE(screen.press("申报条件与另列事项")) << screen.screen();
  EXPECT_FALSE(screen.sees("entry")) << "names for programs";
  ASSERT_TRUE(screen.press("通过认定满三年：是")) << screen.screen();
  EXPECT_NE(facts_kept(screen).find("entry.recognised"), std::string::npos) << facts_kept(screen);
  EXPECT_EQ(conclusion_of(screen).find(kItem), std::string::npos) << conclusion_of(screen);
  ASSERT_TRUE(screen.press("通过认定满三年：否"));
  EXPECT_NE(conclusion_of(screen).find(kItem), std::string::npos) << "now it fails";
  ASSERT_TRUE(screen.press("通过认定满三年：未填"));
  ASSERT_TRUE(screen.type("fact:basic_balance_years//", "3")) << screen.screen();
  EXPECT_EQ(conclusion_of(screen).find(kItem), std::string::npos) << conclusion_of(screen);
  ASSERT_TRUE(screen.type("fact:basic_balance_years//", "2"));
  EXPECT_NE(conclusion_of(screen).find(kItem), std::string::npos);
}

TEST(FactsView, WhatTheTableDecidesIsNotAskedForOnceMore) {
  NullPlatform screen({1366, 2400});
  open_facts(screen);
  EXPECT_TRUE(screen.sees("6 所学校不符合")) << screen.screen();
  EXPECT_TRUE(screen.sees("由学校表计算，不需要另填")) << screen.screen();
  EXPECT_EQ(screen.field("fact:oversized_schools//"), nullptr) << "G4 counts them itself";
  EXPECT_NE(screen.field("fact:oversized_classes/primary/"), nullptr) << "of classes the table has no word";
}

TEST(FactsView, WhatTheTableLeavesOpenIsAskedFor) {
  NullPlatform screen({1366, 2400});
  screen.app.open_table(kHeader + school("某县", "甲小学", "60", "小学", ""), "缺学生数");
  screen.app.go({.view = "facts", .county = {}, .school = {}, .stage = {}, .indicator = {}});
  screen.run();
  EXPECT_NE(screen.field("fact:oversized_schools//"), nullptr) << screen.screen();
}

TEST(FactsView, AStandardWithoutAConditionOfEntryListsTheRestBesideItsParts) {
  NullPlatform screen;
  open_facts(screen);
  screen.app.set_standard("basic-2012");
  screen.run();
  ASSERT_TRUE(screen.click_tab("保障与质量"));
  EXPECT_FALSE(screen.sees("申报条件"));
  ASSERT_TRUE(screen.press("另列事项")) << screen.screen();
  EXPECT_TRUE(screen.sees("三个增长")) << screen.screen();
  EXPECT_TRUE(bring(screen, "财政教育拨款的增长")) << screen.screen();
}

}  // namespace
}  // namespace app_test
