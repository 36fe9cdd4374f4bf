// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "support/files.h"
#include "workbench/screen/null_platform.h"
#include "workbench/tables.h"

namespace app_test {
namespace {

using workbench::Request;

TEST(StartView, SaysWhatToDoAndThatNothingIsSent) {
  NullPlatform screen;
  EXPECT_TRUE(screen.sees("均衡尺"));
  EXPECT_TRUE(screen.sees("Ctrl + V"));
  EXPECT_TRUE(screen.sees("不会离开本机"));
  EXPECT_FALSE(screen.sees("均衡") && screen.sees("结论") && screen.find("结论")->low.y < 100) << "no tabs yet";
  EXPECT_EQ(screen.app.result_json(junheng::Detail::full), "");
  EXPECT_TRUE(screen.app.text_fields().empty());
}

TEST(StartView, NamesTheColumnsOfTheStandardInForce) {
  NullPlatform screen;
  EXPECT_TRUE(screen.sees("网络多媒体教室数"));
  EXPECT_FALSE(screen.sees("图书册数"));
  ASSERT_TRUE(screen.click("县域义务教育优质均衡发展督导评估"));
  ASSERT_TRUE(screen.click("县域义务教育均衡发展督导评估"));
  EXPECT_TRUE(screen.sees("图书册数"));
  EXPECT_FALSE(screen.sees("网络多媒体教室数"));
}

TEST(StartView, ButtonsAskThePlatform) {
  NullPlatform screen;
  ASSERT_TRUE(screen.click("选择文件"));
  std::vector<Request> requests = screen.app.take_requests();
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_EQ(requests[0].kind, Request::Kind::open_file);
  EXPECT_TRUE(screen.app.take_requests().empty()) << "each request is taken once";

  ASSERT_TRUE(screen.click("示例区"));
  requests = screen.app.take_requests();
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_EQ(requests[0].kind, Request::Kind::load_sample);
  EXPECT_EQ(requests[0].argument, "sample-county.tsv");
  EXPECT_NE(test::source_file("public/samples/" + requests[0].argument), "");

  ASSERT_TRUE(screen.click("公开算例"));
  requests = screen.app.take_requests();
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_NE(test::source_file("public/samples/" + requests[0].argument), "");
  EXPECT_TRUE(screen.sees("图书册数")) << "the sample brings its standard along";
}

TEST(StartView, InASmallWindowNoCardCutsItsButtons) {
  // 1366 × 768 at 200 % zoom below the bar of the page, and a phone.
  for (const ImVec2 size : {ImVec2(683, 330), ImVec2(390, 740)}) {
    for (const auto language : {junheng::Language::zh, junheng::Language::en}) {
      NullPlatform screen(size);
      screen.app.set_language(language);
      screen.run();
      const bool chinese = language == junheng::Language::zh;
      for (const char* words :
           {chinese ? "选择文件" : "Choose a file", chinese ? "示例区：32 所学校" : "Sample county: 32 schools",
            chinese ? "公开算例：5 所学校" : "Published example: 5 schools"}) {
        for (int turns = 0; turns < 40 && !screen.sees(words); ++turns)
          screen.wheel({size.x / 2, size.y - 20}, -1);
        EXPECT_TRUE(screen.sees(words)) << size.x << screen.screen();
      }
    }
  }
}

TEST(StartView, StaysReachableAndNamesTheTable) {
  NullPlatform screen;
  screen.app.open_table(kHeader + school("甲县", "一小"), "甲县.tsv");
  screen.run();
  ASSERT_TRUE(screen.click("开始"));
  EXPECT_TRUE(screen.sees("当前表格：甲县.tsv"));
  EXPECT_TRUE(screen.sees("选择文件"));
}

}  // namespace
}  // namespace app_test
