// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "table/html_tags.h"

namespace {

std::string text_of(std::string_view page) {
  std::string text;
  while (!page.empty())
    junheng::take_character(page, text);
  return text;
}

/// Every digit counts, in either base; what is no number stays as it is written.
TEST(References, AreTheCharacterOfTheirNumber) {
  EXPECT_EQ(text_of("&#8805;4.5"), "≥4.5");
  EXPECT_EQ(text_of("&#169;&#179;&#189;"), "©³½");
  EXPECT_EQ(text_of("&#39;90&#39;"), "'90'");
  EXPECT_EQ(text_of("&#x2265;&#xB2;&#Xb9;"), "≥²¹");
  EXPECT_EQ(text_of("&#x9;"), "\t");
  EXPECT_EQ(text_of("&#65b;"), "Ab;") << "a semicolon may be left out, as browsers have it";
  for (const std::string_view no : {"&#;", "&#x;", "&#0;", "&#xg;", "&#:;", "&#xD800;", "&#1114112;"})
    EXPECT_EQ(text_of(no), no);
}

}  // namespace
