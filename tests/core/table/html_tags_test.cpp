// SPDX-License-Identifier: MIT
#include "table/html_tags.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

using junheng::HtmlTag;

namespace {

TEST(HtmlTags, NameAndRest) {
  struct Case {
    std::string_view page;
    std::string_view name;
    std::string_view rest;
  };
  const std::vector<Case> cases = {
      {"<td>45", "td", "45"},
      {"</td>x", "/td", "x"},
      {"<TD colspan=2>x", "TD", "x"},
      {"<br/>x", "br", "x"},
      {"<td\nclass=a>x", "td", "x"},
      {"<a title=\"x > y\">z", "a", "z"},
      {"<a title='x > y'>z", "a", "z"},
      {"<a title=x\">y\">z", "a", "y\">z"},  // a quote that is not at the start of a value opens nothing
      {"<!-- <td> -->x", "", "x"},
      {"<!-- never closed <td>", "", ""},
      {"<!DOCTYPE html>x", "", "x"},
      {"<?xml version=\"1.0\"?>x", "", "x"},
      {"<td", "td", ""},
      {"<", "", ""},
      {"<>x", "", "x"},
  };
  for (const Case& one : cases) {
    std::string_view rest = one.page;
    EXPECT_EQ(junheng::take_tag(rest).name, one.name) << one.page;
    EXPECT_EQ(rest, one.rest) << one.page;
  }
}

TEST(HtmlTags, WhatIsNoTextOfThePageGoesWithItsTag) {
  for (const std::string_view page :
       {"<script>if (a < b) '<td>'</script>x", "<STYLE>td > p {}</Style>x", "<title>表</title >x",
        "<xml><o:p>1</o:p></xml>x", "<script src=a></style></script>x"}) {
    std::string_view rest = page;
    EXPECT_FALSE(junheng::take_tag(rest).name.empty()) << page;
    EXPECT_EQ(rest, "x") << page;
  }
  std::string_view open = "<script>never closed <td>45";
  EXPECT_EQ(junheng::take_tag(open).name, "script");
  EXPECT_EQ(open, "");
  std::string_view cut = "<style>a</style";
  EXPECT_EQ(junheng::take_tag(cut).name, "style");
  EXPECT_EQ(cut, "") << "a closing tag that is cut off ends the page";
}

TEST(HtmlTags, AttributesInAnyFormAndNoOthers) {
  struct Case {
    std::string_view attributes;
    std::string_view wanted;
    std::string_view value;
  };
  const std::vector<Case> cases = {
      {" colspan=2", "colspan", "2"},
      {" COLSPAN=\"2\" rowspan='3'", "colspan", "2"},
      {" COLSPAN=\"2\" rowspan='3'", "rowspan", "3"},
      {" data-colspan=9 colspan=2", "colspan", "2"},
      {" class=\"colspan=9\" colspan=2", "colspan", "2"},
      {" title=\"a 'b' c\" id=x", "title", "a 'b' c"},
      {" hidden", "hidden", ""},
      {" hidden colspan=4", "colspan", "4"},
      {" colspan=", "colspan", ""},
      {" colspan=\"2", "colspan", "2"},
      {"/colspan=2", "colspan", "2"},
      {" style=display:none", "style", "display:none"},
      {"", "colspan", ""},
      {" rowspan=2", "colspan", ""},
  };
  for (const Case& one : cases)
    EXPECT_EQ(junheng::attribute({"td", one.attributes}, one.wanted), one.value) << one.attributes;
}

TEST(HtmlTags, NamesAreComparedWithoutCase) {
  EXPECT_TRUE(junheng::same_name("TaBlE", "table"));
  EXPECT_TRUE(junheng::same_name("/TD", "/td"));
  EXPECT_FALSE(junheng::same_name("tab", "table"));
  EXPECT_FALSE(junheng::same_name("table", "tab"));
  EXPECT_FALSE(junheng::same_name("", "td"));
}

TEST(HtmlTags, CharacterReferencesBecomeCharactersAndOthersStay) {
  struct Case {
    std::string_view page;
    std::string_view text;
    std::string_view rest;
  };
  const std::vector<Case> cases = {
      {"&amp;x", "&", "x"},
      {"&lt;td&gt;", "<", "td&gt;"},
      {"&nbsp;", "\xC2\xA0", ""},
      {"&ge;96", "≥", "96"},
      {"&#8805;", "≥", ""},
      {"&#x2265;", "≥", ""},
      {"&#X2265;", "≥", ""},
      {"&#x1F600;", "😀", ""},
      {"&#0;", "&", "#0;"},              // NUL is no character of a page
      {"&#xD842;", "&", "#xD842;"},      // nor is half of one
      {"&#x110000;", "&", "#x110000;"},  // nor what lies beyond the last
      {"&#65a;", "A", "a;"},             // browsers do not wait for the semicolon
      {"&#146;", "’", ""},               // Windows' own number
      {"&#;", "&", "#;"},
      {"&unknown;", "&", "unknown;"},
      {"&AMP;", "&", ""},
      {"&Amp;", "&", "Amp;"},
      {"&emsp;300", "\xE2\x80\x83", "300"},
      {"&ldquo;", "“", ""},
      {"&yen;600", "¥", "600"},
      {"&yen600", "¥", "600"},
      {"&notin;", "∉", ""},
      {"&notit;", "¬", "it;"},
      {"&ldquo", "&", "ldquo"},  // not one of the old ones
      {"&CounterClockwiseContourIntegral;", "∳", ""},
      {"&NotEqualTilde;", "≂̸", ""},
      {"& b;", "&", " b;"},
      {"&", "&", ""},
      {"&amp", "&", ""},
      {"&a long way to;", "&", "a long way to;"},
      {"a&amp;", "a", "&amp;"},
  };
  for (const Case& one : cases) {
    std::string_view rest = one.page;
    std::string text;
    junheng::take_character(rest, text);
    EXPECT_EQ(text, one.text) << one.page;
    EXPECT_EQ(rest, one.rest) << one.page;
  }
}

}  // namespace
