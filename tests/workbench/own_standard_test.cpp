// SPDX-License-Identifier: MIT
// A standard of somebody's own in the workbench: said wherever the verdict is, and judged by anew when it is replaced.
#include <gtest/gtest.h>

#include "workbench/screen/null_platform.h"
#include "workbench/tables.h"

namespace app_test {
namespace {

/// The first indicator asks for `degree` teachers per 100 pupils in primary schools; the schools of these tests have 5.
std::string own(const std::string& degree) {
  return R"({"schema": "junheng.standard/1", "id": "our-own", "parent": "quality-2017",
             "title": {"zh": "某县办法", "en": "Our rule"}, "document": {"zh": "某县文件", "en": "Our paper"},
             "indicators": [{"id": "degree_teachers", "threshold": {"primary": {"value": ")" +
         degree + R"("}}}]})";
}

class OwnStandardTest : public testing::Test {
 protected:
  OwnStandardTest() {
    screen_.app.open_table(kHeader + school("某县", "甲小学") + school("某县", "乙小学"), "某县", {});
    screen_.run();
    screen_.click_tab("结论");
  }
  NullPlatform screen_{{1366, 1600}};
};

TEST_F(OwnStandardTest, IsNamedWithTheVerdictAndItsChangesAreCounted) {
  EXPECT_EQ(screen_.app.add_standard(own("4.5")), "[]");
  screen_.app.set_standard("our-own");
  screen_.run();
  EXPECT_TRUE(screen_.sees("按自定办法《某县办法》")) << screen_.screen();
  EXPECT_TRUE(screen_.sees("改动 1 项，删去 0 项")) << screen_.screen();
}

TEST_F(OwnStandardTest, WhereItTakesTheEarlierOnesPlaceTheResultFollows) {
  EXPECT_EQ(screen_.app.add_standard(own("4.5")), "[]");
  screen_.app.set_standard("our-own");
  const auto failing = [&] { return screen_.app.result_json(junheng::Detail::full).find("\"verdict\":\"fail\""); };
  EXPECT_EQ(failing(), std::string::npos);
  const auto revision = screen_.app.revision();
  EXPECT_EQ(screen_.app.add_standard(own("6.5")), "[]");
  EXPECT_NE(failing(), std::string::npos);
  EXPECT_GT(screen_.app.revision(), revision) << "what stands around the canvas follows too";
}

TEST_F(OwnStandardTest, WhatIsWrongWithItIsSaidAndNothingChanges) {
  const auto revision = screen_.app.revision();
  EXPECT_NE(screen_.app.add_standard(own("many")).find("/indicators/"), std::string::npos);
  EXPECT_EQ(screen_.app.revision(), revision);
}

TEST_F(OwnStandardTest, TablesThatAreBeingOpenedByTheOneThatWasReplacedBeginAnew) {
  EXPECT_EQ(screen_.app.add_standard(own("4.5")), "[]");
  junheng::Project project;
  project.standard = "our-own";
  std::vector<junheng::SourceText> sources(1);
  sources.front().text = kHeader + school("他县", "丙小学");
  screen_.app.begin_tables(std::move(sources), "他县", project);
  ASSERT_TRUE(screen_.app.advance_opening());
  EXPECT_EQ(screen_.app.add_standard(own("6.5")), "[]");
  while (screen_.app.advance_opening()) {
  }
  screen_.app.show_opening();
  EXPECT_NE(screen_.app.result_json(junheng::Detail::full).find("\"verdict\":\"fail\""), std::string::npos);
}

}  // namespace
}  // namespace app_test
