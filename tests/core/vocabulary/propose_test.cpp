// SPDX-License-Identifier: MIT
// A header that is no known name but one slip of the hand away from one is proposed, and only that.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "junheng/vocabulary.h"
#include "support/outcome.h"

namespace {

/// "pupils", "pupils/primary", or "(none)".
std::string proposed(std::string_view header) {
  const auto& words = test::library().vocabulary;
  const auto match = words.propose(header);
  if (!match) return "(none)";
  std::string name = words.fields[match->field].id;
  if (match->stage) name.append("/").append(junheng::id_of(*match->stage));
  return name;
}

TEST(Propose, OneSlipInFourCharactersIsProposed) {
  struct Case {
    const char* header;
    const char* field;
  };
  const Case cases[] = {
      {"教学仪器设备质", "equipment_value"},           // another character of the same sound
      {"教学仪器设设备值", "equipment_value"},         // one too many
      {"教学仪设备值", "equipment_value"},             // one too few
      {"网络多煤体教室数", "multimedia_rooms"},        // a letter that looks alike
      {"网络多煤体教室数（间）", "multimedia_rooms"},  // its unit in brackets is no part of the name
      {" 网 络 多 煤 体 教 室 数 ", "multimedia_rooms"},
  };
  for (const Case& one : cases)
    EXPECT_EQ(proposed(one.header), one.field) << one.header;
}

TEST(Propose, ShortNamesAndLongSentencesAreNot) {
  for (const char* header : {"", "学", "备注", "学交", "图书册", "序号", "()"})
    EXPECT_EQ(proposed(header), "(none)") << header;
  std::string sentence = "教学仪器设备值";
  for (int i = 0; i < 10; ++i)
    sentence += "以及学校其他各项情况";
  EXPECT_EQ(proposed(sentence), "(none)");
  EXPECT_EQ(proposed(std::string(1U << 20U, 'x')), "(none)") << "a cell of a megabyte is compared with nothing";
}

TEST(Propose, NothingButBracketsIsNoName) {
  for (const std::string_view header : {"(净)(小学)", "（净）（生均）（元）", "【净】[小学]", "(a)(b)(c)"})
    EXPECT_EQ(proposed(header), "(none)") << header;
  EXPECT_EQ(proposed("(净)(小学)在校学数"), proposed("在校学数(小学)(净)"));
}

TEST(Propose, MoreSlipsThanOneInFourAreTooMany) {
  EXPECT_EQ(proposed("教室仪表设施质量"), "(none)");
  EXPECT_EQ(proposed("学生家长联系电话"), "(none)");
}

/// Whatever single character of a long name is another: the name itself is the nearest, or one that means the same.
TEST(Propose, AnyOneCharacterOfALongNameMayBeWrong) {
  const std::u16string_view name = u"体育运动场馆面积";
  const std::string utf8 = "体育运动场馆面积";
  ASSERT_EQ(utf8.size(), name.size() * 3);
  for (std::size_t i = 0; i + 2 < name.size(); ++i) {  // 面积 is an ending, which names of areas are known without
    std::string wrong = utf8;
    wrong.replace(i * 3, 3, "〇");
    EXPECT_EQ(proposed(wrong), "sports_area") << wrong;
  }
}

TEST(Propose, AKnownNameIsNearestToItself) {
  EXPECT_EQ(proposed("网络多媒体教室数"), "multimedia_rooms");
  EXPECT_EQ(proposed("体育运动场馆面积"), "sports_area");
}

}  // namespace
