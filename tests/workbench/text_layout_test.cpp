// SPDX-License-Identifier: MIT
#include "kit/text_layout.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "workbench/screen/null_platform.h"

namespace workbench {
namespace {

/// The platform's font: Chinese characters as wide as the text is high, others 9 of 16.
class TextLayout : public testing::Test {
 protected:
  std::vector<std::string> lines(std::string_view text, float width) {
    std::vector<std::string> out;
    ImGui::NewFrame();
    ImGui::Begin("text");
    ImGui::PushFont(nullptr, 16);
    do
      out.emplace_back(take_line(text, width));
    while (!text.empty());
    ImGui::PopFont();
    ImGui::End();
    ImGui::EndFrame();
    return out;
  }

  app_test::NullPlatform platform_;
};

using Lines = std::vector<std::string>;

TEST_F(TextLayout, ChineseBreaksBetweenAnyTwoCharacters) {
  EXPECT_EQ(lines("生均体育运动场馆面积", 16 * 4), (Lines{"生均体育", "运动场馆", "面积"}));
}

TEST_F(TextLayout, ClosingMarksStayWithWhatTheyClose) {
  EXPECT_EQ(lines("不是数；可填", 16 * 3), (Lines{"不是", "数；可", "填"}));
  EXPECT_EQ(lines("第七行“在校", 16 * 4), (Lines{"第七行", "“在校"}));
}

TEST_F(TextLayout, WordsAndNumbersStayWhole) {
  EXPECT_EQ(lines("面积 5200.5 平方", 16 * 4), (Lines{"面积 ", "5200.5 ", "平方"}));
}

TEST_F(TextLayout, AWordWiderThanTheColumnIsBrokenWhereItMustBe) {
  EXPECT_EQ(lines("abcdefgh", 9 * 4), (Lines{"abcd", "efgh"}));
  EXPECT_EQ(lines("县", 1), (Lines{"县"})) << "a line always takes something";
}

TEST_F(TextLayout, LineBreaksAreKept) {
  EXPECT_EQ(lines("甲\n乙", 160), (Lines{"甲", "乙"}));
}

TEST_F(TextLayout, BytesThatAreNoTextEndSomewhere) {
  EXPECT_FALSE(lines("\xFF\xE5\xF0", 16).empty());
  EXPECT_EQ(lines("", 16), (Lines{""}));
}

}  // namespace
}  // namespace workbench
