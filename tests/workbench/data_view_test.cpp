// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

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
  EXPECT_NE(screen.line_of("甲小学").find("4 | 学校"), std::string::npos) << screen.line_of("甲小学");
  EXPECT_NE(screen.line_of("注：以上").find("说明"), std::string::npos);
  EXPECT_TRUE(screen.sees("学校名称"));
}

TEST(DataView, ACellIsChangedInPlaceAndTakenBack) {
  NullPlatform screen;
  open_data(screen, kHeader + school("某县", "甲小学") + school("某县", "乙小学", "1l0"));
  EXPECT_TRUE(screen.sees("待处理问题 1"));
  const Seen* cell = screen.find("1l0");
  ASSERT_NE(cell, nullptr);
  screen.double_click_at(cell->centre());
  const workbench::TextField* field = screen.field("cell-edit");
  ASSERT_NE(field, nullptr);
  EXPECT_EQ(field->value, "1l0");
  EXPECT_TRUE(field->focus);
  ASSERT_TRUE(screen.type("cell-edit", "110"));
  EXPECT_TRUE(screen.sees("110"));
  EXPECT_TRUE(screen.sees("没有待处理的问题")) << "the verdict follows at once";
  EXPECT_TRUE(screen.sees("更改 1"));
  EXPECT_EQ(screen.app.undo_steps(), 1U);

  ASSERT_TRUE(screen.click("更改 1"));
  EXPECT_NE(screen.line_of("1l0").find("110"), std::string::npos) << screen.screen();
  EXPECT_TRUE(screen.sees("第 3 行 E 列"));
  ASSERT_TRUE(screen.click("撤销此改"));
  EXPECT_TRUE(screen.sees("没有改动"));
  EXPECT_TRUE(screen.sees("待处理问题 1"));
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
  open_data(screen, kHeader + school("某县", "甲小学") + school("某县", "乙小学", "1"));
  screen.click_at(screen.find("乙小学")->centre());
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
  ASSERT_TRUE(screen.click("校验 1")) << screen.screen();
  EXPECT_TRUE(screen.sees("经验校验 1 条"));
  ASSERT_TRUE(screen.click("大馆小学"));
  ASSERT_TRUE(screen.type("remark", "与县体育中心共用")) << screen.screen();
  EXPECT_TRUE(screen.sees("已说明 1 条"));
  ASSERT_EQ(screen.app.project().remarks.size(), 1U);
  EXPECT_EQ(screen.app.project().remarks.front().text, "与县体育中心共用");
  EXPECT_EQ(screen.app.project().remarks.front().row, 14U);
  ASSERT_TRUE(screen.click("到该格"));
  EXPECT_TRUE(screen.sees("900000"));
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
  ASSERT_TRUE(screen.click("校验 1")) << screen.screen();
  ASSERT_TRUE(screen.click("到该格")) << screen.screen();
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
