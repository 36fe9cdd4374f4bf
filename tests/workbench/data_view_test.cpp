// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>

#include "support/files.h"
#include "workbench/screen/null_platform.h"
#include "workbench/tables.h"

namespace app_test {
namespace {

using Finish = workbench::Workbench::Finish;

void open_data(NullPlatform& screen, std::string table) {
  screen.app.open_table(std::move(table), "test.tsv");
  screen.run();
  ASSERT_TRUE(screen.click_tab("数据"));
}

TEST(DataView, ShowsTheTableAsItCameAndWhatItWasTakenFor) {
  NullPlatform screen;
  open_data(screen, "某县学校情况表\n\n" + kHeader + school("某县", "甲小学") + "注：以上为虚构\n");
  EXPECT_NE(screen.line_of("某县学校情况表").find("标题"), std::string::npos) << screen.screen();
  EXPECT_NE(screen.line_of("甲小学").find("4 | 甲小学"), std::string::npos) << screen.line_of("甲小学");
  EXPECT_NE(screen.line_of("注：以上").find("说明"), std::string::npos);
  EXPECT_TRUE(screen.sees("学校名称"));
}

TEST(DataView, ACellIsChangedInPlaceAndTakenBack) {
  NullPlatform screen;
  open_data(screen, kHeader + school("某县", "甲小学") + school("某县", "乙小学", "1l0"));
  EXPECT_TRUE(screen.hears("待处理问题 1"));
  const Seen* cell = screen.find("1l0");
  ASSERT_NE(cell, nullptr);
  screen.double_click_at(cell->centre());
  const workbench::TextField* field = screen.field("cell-edit");
  ASSERT_NE(field, nullptr);
  EXPECT_EQ(field->value, "1l0");
  EXPECT_TRUE(field->focus);
  ASSERT_TRUE(screen.type("cell-edit", "110"));
  EXPECT_TRUE(screen.sees("110"));
  EXPECT_TRUE(screen.hears("问题")) << "the verdict follows at once";
  EXPECT_TRUE(screen.sees("更改 1"));
  EXPECT_EQ(screen.app.undo_steps(), 1U);

  ASSERT_TRUE(screen.click("更改 1"));
  EXPECT_NE(screen.line_of("1l0").find("110"), std::string::npos) << screen.screen();
  EXPECT_TRUE(screen.sees("第 3 行 E 列"));
  ASSERT_TRUE(screen.click("撤销此改"));
  EXPECT_TRUE(screen.sees("没有改动"));
  EXPECT_TRUE(screen.hears("待处理问题 1"));
  screen.app.undo();
  screen.run();
  EXPECT_TRUE(screen.sees("更改 1"));
  screen.app.undo();
  screen.run();
  EXPECT_TRUE(screen.sees("更改 0"));
  screen.app.redo();
  screen.run();
  EXPECT_TRUE(screen.sees("更改 1"));
}

TEST(DataView, EscapeForgetsAndTabGoesOn) {
  NullPlatform screen;
  open_data(screen, kHeader + school("某县", "甲小学"));
  const Seen* cell = screen.find("6000");
  ASSERT_NE(cell, nullptr);
  screen.double_click_at(cell->centre());
  ASSERT_TRUE(screen.type("cell-edit", "1", Finish::escape));
  EXPECT_TRUE(screen.sees("6000"));
  EXPECT_EQ(screen.app.undo_steps(), 0U);
  screen.double_click_at(screen.find("6000")->centre());
  ASSERT_TRUE(screen.type("cell-edit", "6001", Finish::tab));
  EXPECT_TRUE(screen.sees("6001"));
  screen.key(ImGuiKey_Enter);
  ASSERT_NE(screen.field("cell-edit"), nullptr);
  EXPECT_EQ(screen.field("cell-edit")->value, "0") << "the cell to the right";
}

TEST(DataView, TheSameTextAgainIsNoChange) {
  NullPlatform screen;
  open_data(screen, kHeader + school("某县", "甲小学"));
  screen.double_click_at(screen.find("6000")->centre());
  ASSERT_TRUE(screen.type("cell-edit", "6001"));
  screen.double_click_at(screen.find("6001")->centre());
  ASSERT_TRUE(screen.type("cell-edit", "6000"));
  EXPECT_TRUE(screen.app.project().reading.edits.empty());
}

TEST(DataView, FindsAndGoesFromHitToHit) {
  NullPlatform screen;
  open_data(screen, many_counties(40, 3));
  ASSERT_TRUE(screen.type("data-find", "第39县"));
  EXPECT_TRUE(screen.sees("1 / 3")) << screen.screen();
  EXPECT_TRUE(screen.sees("第39县")) << "the first hit is in sight";
  ASSERT_TRUE(screen.click("下一个"));
  EXPECT_TRUE(screen.sees("2 / 3"));
  ASSERT_TRUE(screen.click("上一个"));
  ASSERT_TRUE(screen.click("上一个"));
  EXPECT_TRUE(screen.sees("3 / 3"));
  screen.app.set_text("data-find", "不存在");
  screen.run();
  EXPECT_TRUE(screen.sees("0 / 0"));
}

TEST(DataView, ARowIsLeftOutAndReadAgain) {
  NullPlatform screen;
  open_data(screen, kHeader + school("某县", "甲小学") + school("某县", "乙小学", "17"));
  screen.click_at(screen.find("17")->centre());
  ASSERT_TRUE(screen.click("不读这一行"));
  EXPECT_NE(screen.line_of("乙小学").find("不读"), std::string::npos) << screen.line_of("乙小学");
  EXPECT_EQ(screen.app.project().reading.left_out.size(), 1U);
  ASSERT_TRUE(screen.click("不读这一行"));
  EXPECT_TRUE(screen.app.project().reading.left_out.empty());
}

TEST(DataView, ASuspicionIsAnsweredWithARemark) {
  NullPlatform screen;
  std::string table = kHeader;
  for (int i = 0; i < 12; ++i)
    table += school("某县", "第" + std::to_string(i) + "小学");
  table += "某县\t大馆小学\t小学\t1000\t50\t20\t20\t6000\t0\t900000\t3000000\t30\n";
  open_data(screen, table);
  ASSERT_TRUE(screen.click_tab("问题"));
  EXPECT_TRUE(screen.sees("经验校验 1 条"));
  EXPECT_TRUE(screen.sees("已写明 0 条"));
  ASSERT_TRUE(screen.click("第 14 行"));
  EXPECT_TRUE(screen.sees("900000")) << "in the table";
  ASSERT_TRUE(screen.type("remark", "与县体育中心共用")) << screen.screen();
  ASSERT_TRUE(screen.click_tab("问题"));
  EXPECT_TRUE(screen.sees("已写明 1 条"));
  EXPECT_NE(screen.field("remark"), nullptr) << "there as well, on the chosen one";
  ASSERT_EQ(screen.app.project().remarks.size(), 1U);
  EXPECT_EQ(screen.app.project().remarks.front().text, "与县体育中心共用");
  EXPECT_EQ(screen.app.project().remarks.front().row, 14U);
}

TEST(DataView, WhatIsWrongIsMarkedAndSteppedThroughByKeys) {
  std::string table = kHeader;
  for (int i = 0; i < 60; ++i)
    table += school("某县", "第" + std::to_string(i) + "小学", i == 3 ? "1l0" : i == 50 ? "9O" : "50");
  table += "某县\t大馆小学\t小学\t1000\t50\t20\t20\t6000\t0\t900000\t3000000\t30\n";
  NullPlatform screen;
  open_data(screen, table);
  const auto node = [&](std::string_view words) {
    const auto& nodes = screen.app.nodes();
    return std::any_of(nodes.begin(), nodes.end(), [&](const workbench::Node& one) { return one.words == words; });
  };
  EXPECT_TRUE(node("1l0（需更正）")) << "who cannot see the colour is told";
  EXPECT_EQ(screen.find("1l0")->text, "1l0");
  const auto chosen = [&] {
    for (const workbench::Node& one : screen.app.nodes())
      if (one.role == workbench::Node::Role::row && one.chosen) return one.words;
    return std::string();
  };
  screen.key(ImGuiKey_F8);
  EXPECT_EQ(chosen(), "1l0（需更正）");
  EXPECT_TRUE(screen.sees("“1l0”不是数")) << "beside it\n" << screen.screen();
  screen.key(ImGuiKey_F8);
  EXPECT_EQ(chosen(), "9O（需更正）") << "scrolled into sight";
  EXPECT_NE(screen.line_of("第50小学").find("9O"), std::string::npos) << screen.line_of("第50小学");
  screen.key(ImGuiKey_F8);
  EXPECT_EQ(chosen(), "900000（请核对）");
  screen.key(ImGuiKey_F8);
  EXPECT_EQ(chosen(), "1l0（需更正）") << "round again";
  ASSERT_TRUE(screen.press("上一处 (Shift+F8)"));
  EXPECT_EQ(chosen(), "900000（请核对）");
  ASSERT_TRUE(screen.click_tab("学校"));
  screen.key(ImGuiKey_F8);
  EXPECT_EQ(chosen(), "1l0（需更正）") << "from every view, beginning at the first";
  screen.key(ImGuiKey_Enter);
  ASSERT_TRUE(screen.type("cell-edit", "110"));
  EXPECT_FALSE(screen.sees("不是数")) << "mended";
  screen.key(ImGuiKey_F8);
  EXPECT_EQ(chosen(), "9O（需更正）");
}

TEST(DataView, TheNameOfTheRowStaysWhereTheTableIsScrolled) {
  NullPlatform screen({920, 640});
  std::string header = kHeader;
  const std::string last = "网络多媒体教室数";
  header.replace(header.find(last), last.size(), "班班通教室");
  open_data(screen, header + school("某县", "甲小学") + school("某县", "乙小学", "50", "小学", "1234"));
  EXPECT_EQ(screen.line_of("乙小学").substr(0, 13), "3 | 乙小学") << screen.line_of("乙小学");
  screen.click_at(screen.find("1234")->centre());
  for (int i = 0; i < 8; ++i)
    screen.key(ImGuiKey_RightArrow);
  EXPECT_FALSE(screen.sees("1234"));
  EXPECT_NE(screen.line_of("乙小学").find("3000000 | 30"), std::string::npos) << screen.screen();
  EXPECT_TRUE(screen.sees("班班通教室")) << "the table's own header";
}

TEST(DataView, AColumnSaysItsStageFirst) {
  NullPlatform screen;
  open_data(screen, "区县\t学校名称\t学校类型\t小学在校生数\t初中在校生数\n某县\t甲校\t九年一贯制学校\t800\t400\n");
  EXPECT_TRUE(screen.sees("小学 · ")) << screen.screen();
  EXPECT_TRUE(screen.sees("初中 · "));
  EXPECT_GT(screen.find("800")->low.x - screen.find("九年一贯制学校")->low.x, 150) << "numbers stand to the right";
}

TEST(DataView, WhatAColumnIsIsChosenInItsHeader) {
  NullPlatform screen;
  std::string header = kHeader;
  const std::string known = "县级以上骨干教师数";
  header.replace(header.find(known), known.size(), "骨干");
  open_data(screen, header + school("某县", "甲小学") + school("某县", "乙小学"));
  ASSERT_TRUE(screen.press("F  骨干 · 不参与计算")) << screen.screen();
  EXPECT_TRUE(screen.sees("“骨干”是什么？")) << screen.screen();
  EXPECT_TRUE(screen.sees("例：20、20")) << screen.screen();
  EXPECT_TRUE(screen.sees("可能是"));
  EXPECT_TRUE(screen.sees("不用此列"));
  EXPECT_LT(screen.find("县级以上骨干教师数")->low.y, screen.find("学校情况")->low.y) << "what is likely comes first";
  ASSERT_TRUE(screen.type("column-search", "随迁", Finish::elsewhere));
  EXPECT_TRUE(screen.sees("进城务工人员随迁子女")) << screen.screen();
  EXPECT_FALSE(screen.sees("可能是")) << screen.screen();
  ASSERT_TRUE(screen.type("column-search", "骨干", Finish::elsewhere));
  ASSERT_TRUE(screen.press("县级以上骨干教师数")) << screen.screen();
  ASSERT_EQ(screen.app.project().reading.columns.size(), 1U);
  EXPECT_EQ(screen.app.project().reading.columns.front().field, "backbone_teachers");
  ASSERT_TRUE(screen.press("初中")) << screen.screen();
  ASSERT_EQ(screen.app.project().reading.columns.size(), 1U);
  EXPECT_EQ(screen.app.project().reading.columns.front().stage, "middle");
  ASSERT_TRUE(screen.press("关闭"));
  EXPECT_FALSE(screen.sees("“骨干”是什么？"));
  screen.app.undo();
  screen.app.undo();
  screen.run();
  EXPECT_NE(screen.find("不参与计算"), nullptr) << screen.screen();
}

TEST(DataView, TwoHundredThousandRowsDrawLikeTwoHundred) {
  NullPlatform few;
  open_data(few, many_counties(1, 200));
  NullPlatform many;
  open_data(many, many_counties(200, 1000));
  EXPECT_NEAR(many.vertices(), few.vertices(), few.vertices() * 0.2);
  many.wheel({600, 500}, -1e7F);
  EXPECT_TRUE(many.sees("第999小学")) << many.screen();
}

TEST(DataView, AnIssueOfALineThatIsNoSchoolLeadsToItsCell) {
  NullPlatform screen;
  screen.app.open_table("某县\t学校统计\n" + kHeader + school("某县", "甲小学") + "某县\t\t\t77\t\t\t\t\t\t\t\t\n",
                        "x");
  screen.run();
  ASSERT_TRUE(screen.click_tab("问题"));
  ASSERT_TRUE(screen.click("第 4 行")) << screen.screen();
  EXPECT_TRUE(screen.sees("77")) << screen.screen();
}

TEST(DataView, ADoubtOpensTheColumnOfItsStage) {
  std::string table =
      "区县\t学校名称\t学校类型\t在校生数\t小学高于规定学历教师数\t初中高于规定学历教师数\n某县\t甲小学\t小学\t1000\t61"
      "\t\n";
  for (int i = 0; i < 12; ++i)
    table += "某县\t第" + std::to_string(i) + "中学\t初级中学\t1000\t\t" + (i == 7 ? "770" : "60") + "\n";
  NullPlatform screen;
  open_data(screen, table);
  ASSERT_TRUE(screen.click_tab("问题"));
  ASSERT_TRUE(screen.click("第 10 行")) << screen.screen();
  ASSERT_TRUE(screen.press("改这一格")) << screen.screen();
  EXPECT_EQ(screen.field("cell-edit")->value, "770");
}

TEST(DataView, ChangesSurviveAnotherStandardAndAreGivenBackWithTheTable) {
  const std::string table = kHeader + school("某县", "甲小学") + school("某县", "乙小学", "1l0");
  NullPlatform screen;
  open_data(screen, table);
  screen.double_click_at(screen.find("1l0")->centre());
  ASSERT_TRUE(screen.type("cell-edit", "110"));
  const std::string kept = junheng::project_json(screen.app.project());
  screen.app.set_standard("basic-2012");
  screen.run();
  EXPECT_TRUE(screen.sees("更改 1"));

  NullPlatform other;
  other.app.open_table(table, "again.tsv", *junheng::read_project(kept));
  other.run();
  ASSERT_TRUE(other.click_tab("数据"));
  EXPECT_TRUE(other.sees("110"));
  EXPECT_TRUE(other.sees("更改 1"));
}

}  // namespace
}  // namespace app_test
