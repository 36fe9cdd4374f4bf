// SPDX-License-Identifier: MIT
#include "base/utf8.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/random.h"

namespace {

std::string encoded(char32_t point) {
  std::string text;
  junheng::append_code_point(text, point);
  return text;
}

std::uint32_t number(char32_t point) {
  return point;
}

bool is_scalar(char32_t point) {
  return point < 0x110000 && (point < 0xD800 || point > 0xDFFF);
}

TEST(Utf8, EveryCodePointIsWrittenAndTakenAsTheSame) {
  for (char32_t point = 0; point < 0x110000; ++point) {
    if (!is_scalar(point)) continue;
    const std::string text = encoded(point);
    ASSERT_EQ(text.size(), point < 0x80 ? 1U : point < 0x800 ? 2U : point < 0x10000 ? 3U : 4U) << number(point);
    ASSERT_EQ(junheng::valid_utf8_length(text), text.size()) << number(point);
    std::string_view rest = text;
    ASSERT_EQ(number(junheng::take_code_point(rest)), number(point));
    ASSERT_TRUE(rest.empty()) << number(point);
  }
}

TEST(Utf8, SurrogatesAndWhatLiesBeyondUnicodeAreNotValid) {
  for (char32_t point = 0xD800; point < 0xE000; ++point)
    ASSERT_EQ(junheng::valid_utf8_length(encoded(point)), 0U) << number(point);
  EXPECT_EQ(junheng::valid_utf8_length(encoded(0x110000)), 0U);
  EXPECT_EQ(junheng::valid_utf8_length(encoded(0x1FFFFF)), 0U);
}

TEST(Utf8, WhatIsNotValidEndsTheValidPart) {
  struct Case {
    const char* what;
    std::string_view bytes;
    std::size_t valid;
  };
  const std::vector<Case> cases = {
      {"nothing", "", 0},
      {"ASCII", "abcdefghijklmnop", 16},
      {"NUL is a character", {"a\0b", 3}, 3},
      {"a lone continuation", "ab\x80", 2},
      {"overlong slash, two bytes", "\xC0\xAF", 0},
      {"overlong, two bytes", "\xC1\xBF", 0},
      {"overlong, three bytes", "\xE0\x9F\xBF", 0},
      {"shortest of three bytes", "\xE0\xA0\x80", 3},
      {"overlong, four bytes", "\xF0\x8F\xBF\xBF", 0},
      {"shortest of four bytes", "\xF0\x90\x80\x80", 4},
      {"last code point", "\xF4\x8F\xBF\xBF", 4},
      {"one beyond it", "\xF4\x90\x80\x80", 0},
      {"a byte that begins nothing", "\xF5\x80\x80\x80", 0},
      {"two of three bytes", "学\xE5\xAD", 3},
      {"three of four bytes", "a\xF0\x9F\x98", 1},
      {"a letter inside a sequence", "\xE5\x41\xA6", 0},
      {"behind eight bytes of ASCII", "12345678\xFF", 8},
      {"inside eight bytes of ASCII",
       "1234\xFF"
       "5678",
       4},
      {"GB18030", "\xBE\xF9\xBA\xE2", 0},
  };
  for (const Case& one : cases)
    EXPECT_EQ(junheng::valid_utf8_length(one.bytes), one.valid) << one.what;
}

TEST(Utf8, TheLookAtATextSaysWhereItEndsAndWhichMarksItHas) {
  const std::string long_name(40, 'x');
  const std::string mark(junheng::kOrderMark);
  const std::string sign(junheng::kReplacement);
  const std::string nul(1, '\0');
  struct Case {
    std::string bytes;
    std::size_t length;
    bool order_mark;
    bool replacement;
  };
  const std::vector<Case> cases = {
      {"", 0, false, false},
      {"均衡", 6, false, false},
      {mark + "均衡", 9, true, false},
      {long_name + "均" + mark + long_name, 86, true, false},
      {long_name + sign, 43, false, true},
      {"均" + sign + "衡" + mark, 12, true, true},
      {"１２３，！", 15, false, false},
      {"均" + nul + "衡", 3, false, false},
      {long_name + nul, 40, false, false},
      {nul + mark, 0, false, false},
      {"均\xFF" + mark, 3, false, false},
      {"\xE5\xAD", 0, false, false},
  };
  for (const Case& one : cases) {
    const junheng::TextLook look = junheng::look_at_text(one.bytes);
    EXPECT_EQ(look.length, one.length) << one.bytes;
    EXPECT_EQ(look.order_mark, one.order_mark) << one.bytes;
    EXPECT_EQ(look.replacement, one.replacement) << one.bytes;
  }
  EXPECT_EQ(junheng::valid_utf8_length("均" + nul + "衡" + nul), 8U) << "a NUL is valid, if no text";
}

TEST(Utf8, WhatIsNoTextBecomesReplacementCharacters) {
  const std::string sign = "\xEF\xBF\xBD";
  EXPECT_EQ(junheng::valid_utf8("均衡"), "均衡");
  EXPECT_EQ(junheng::valid_utf8(""), "");
  EXPECT_EQ(junheng::valid_utf8("\xFF"), sign);
  EXPECT_EQ(junheng::valid_utf8("甲\xE5\xAD乙"), "甲" + sign + "乙") << "a character that was cut is one";
  EXPECT_EQ(junheng::valid_utf8("\xF0\x9F\x98"), sign);
  EXPECT_EQ(junheng::valid_utf8("\xF0\x9F"), sign);
  EXPECT_EQ(junheng::valid_utf8("\xE5\xFF"), sign + sign);
  EXPECT_EQ(junheng::valid_utf8("\xE0\x80\x80"), sign + sign + sign) << "nothing begins so";
  EXPECT_EQ(junheng::valid_utf8("\xF4\x90\x80"), sign + sign + sign);
  EXPECT_EQ(junheng::valid_utf8("\xED\xA0\x80"), sign + sign + sign);
  test::Random random(31);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes(random.index(20), '\0');
    for (char& c : bytes)
      c = static_cast<char>(random.below(256));
    const std::string text = junheng::valid_utf8(bytes);
    ASSERT_EQ(junheng::valid_utf8_length(text), text.size());
    ASSERT_EQ(junheng::valid_utf8(text), text) << "once is enough";
  }
}

TEST(Utf8, TheCodePointOfAByteBeginsAtItsFirstByte) {
  const std::string_view text = "a学😀";
  const std::vector<std::size_t> begins = {0, 1, 1, 1, 4, 4, 4, 4, 8, 8};
  for (std::size_t at = 0; at < begins.size(); ++at)
    EXPECT_EQ(junheng::start_of_point(text, at), begins[at]) << at;
}

TEST(Utf8, SpacesOfAnyFormAreTrimmedAtBothEndsAndNowhereElse) {
  for (const char* space :
       {" ", "\t", "\n", "\v", "\f", "\r", "\u00A0", "\u2003", "\u200B", "\u202F", "\u2060", "\u3000", "\uFEFF"}) {
    const std::string around = space;
    std::string padded = around;
    padded.append("甲").append(around).append("乙").append(around).append(around);
    EXPECT_EQ(junheng::trimmed(padded), "甲" + around + "乙");
    EXPECT_EQ(junheng::trimmed(around + around), "");
    EXPECT_EQ(junheng::last_code_point(padded), U'乙');
    EXPECT_EQ(junheng::last_code_point(around), U'\0');
  }
  EXPECT_EQ(junheng::trimmed(""), "");
  EXPECT_EQ(junheng::trimmed("\u2010"), "\u2010") << "a hyphen is no space";
}

TEST(Utf8, FullWidthFormsHaveAHalfWidthTwin) {
  EXPECT_EQ(junheng::half_width(U'！'), U'!');
  EXPECT_EQ(junheng::half_width(U'～'), U'~');
  EXPECT_EQ(junheng::half_width(U'９'), U'9');
  EXPECT_EQ(junheng::half_width(U'Ａ'), U'A');
  EXPECT_EQ(junheng::half_width(U'（'), U'(');
  for (const char32_t point : {U'a', U'学', U'、', U'\uFF00', U'\uFF5F', U'￥'})
    EXPECT_EQ(junheng::half_width(point), point);
  EXPECT_EQ(junheng::last_code_point("合计："), U':') << "the last character comes half-width";
}

}  // namespace
