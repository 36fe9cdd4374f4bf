// SPDX-License-Identifier: MIT
#include "table/html_reader.h"

#include <gtest/gtest.h>

#include <string>

namespace {

std::string rows(std::string_view page) {
  return junheng::read_html(page).rows;
}

std::string row(const std::string& cells) {
  return rows("<table><tr>" + cells + "</tr></table>");
}

TEST(HtmlReader, RowsAreLinesAndCellsArePartedByTabs) {
  EXPECT_EQ(rows("<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>"), "甲\t1\n乙\t2\n");
}

TEST(HtmlReader, TagsNobodyClosesAreClosed) {
  EXPECT_EQ(rows("<TABLE><TR><TD>甲<TD>1<TR><TH>乙<TH>2"), "甲\t1\n乙\t2\n");
}

TEST(HtmlReader, AMergedTextStandsInEveryCellItCovers) {
  EXPECT_EQ(rows("<table><tr><td rowspan=2>小学<td>甲<tr><td>乙</table>"), "小学\t甲\n小学\t乙\n");
  EXPECT_EQ(row("<td colspan=3>专任教师<td>备注"), "专任教师\t专任教师\t专任教师\t备注\n");
  EXPECT_EQ(rows("<table><tr><td rowspan=2 colspan=2>甲<td>1<tr><td>2</table>"), "甲\t甲\t1\n甲\t甲\t2\n");
}

TEST(HtmlReader, AMergedNumberStandsOnlyOnce) {
  EXPECT_EQ(rows("<table><tr><td rowspan=2>1,200<td>甲<tr><td>乙</table>"), "1,200\t甲\n\t乙\n");
  EXPECT_EQ(row("<td colspan=2>45%<td>x"), "45%\t\tx\n");
}

TEST(HtmlReader, ATextThatOnlyOverflowsIsNotMerged) {
  EXPECT_EQ(row("<td colspan=3 style='mso-ignore:colspan'>注：很长<td>x"), "注：很长\t\t\tx\n");
}

TEST(HtmlReader, HiddenRowsAreReadAndCounted) {
  const auto tables = junheng::read_html("<table><tr style='display:none'><td>甲</tr><tr><td>乙</tr></table>");
  EXPECT_EQ(tables.rows, "甲\n乙\n");
  EXPECT_EQ(tables.hidden_rows, 1U);
}

TEST(HtmlReader, TheStoredNumberIsTakenWhereARoundedOneIsShown) {
  EXPECT_EQ(row("<td x:num=\"12.3456\">12.35"), "12.3456\n");              // Excel, WPS
  EXPECT_EQ(row("<td sdval=\"12.3456\" sdnum=\"x\">12.35"), "12.3456\n");  // LibreOffice
  EXPECT_EQ(row("<td x:num=\"0.2896\">29%"), "28.96%\n");
  EXPECT_EQ(row("<td x:num=\"1234567.5\">1,234,568"), "1234567.5\n");
  EXPECT_EQ(junheng::read_html("<table><td x:num='1.25'>1.3</table>").exact_values, 1U);
}

TEST(HtmlReader, AStoredNumberThatIsAnotherOneIsNot) {
  EXPECT_EQ(row("<td x:num=\"45292\">2024-01-01"), "2024-01-01\n");
  EXPECT_EQ(row("<td x:num=\"12345\">1.2万"), "1.2万\n");
  EXPECT_EQ(row("<td x:num>45"), "45\n");
  EXPECT_EQ(row("<td x:num=\"45\">45"), "45\n");
}

TEST(HtmlReader, CommentsScriptsAndStylesAreNoText) {
  EXPECT_EQ(row("<td>甲<!-- <td>x --><style>td{}</style><script>'</td><td>'</script>乙"), "甲乙\n");
  EXPECT_EQ(rows("<html><title><table></title><![if !x]><table><td>1</table>"), "1\n");
}

TEST(HtmlReader, CharacterReferences) {
  EXPECT_EQ(row("<td>&lt;&amp;&gt;&quot;&#8805;&#x2265;&ge;73&sup2;"), "<&>\"≥≥≥73²\n");
  EXPECT_EQ(row("<td>&nbsp;甲&nbsp;"), "甲\n");
  EXPECT_EQ(row("<td>&unknown; &#xD800; & AT&T"), "&unknown; &#xD800; & AT&T\n");
}

TEST(HtmlReader, ALineBreakInACellIsNoRow) {
  EXPECT_EQ(row("<td>庐<br>阳<br/>区<td>1\r\n  2"), "庐\v阳\v区\t1 2\n");
}

TEST(HtmlReader, ATableInACellHasItsOwnRows) {
  EXPECT_EQ(rows("<table><tr><td>外<table><tr><td>内</table>面<td>2</table>"), "内\n\f\n外面\t2\n");
}

TEST(HtmlReader, AQuoteAtTheStartOfACellOpensNothing) {
  EXPECT_EQ(row("<td>\"甲\"<td>1"), "\"\"\"甲\"\"\"\t1\n");
  EXPECT_EQ(row("<td>甲\"乙<td>1"), "甲\"乙\t1\n");
}

TEST(HtmlReader, WhatCoversMoreThanAnyTableIsCutShort) {
  std::string page = "<table>";
  for (int i = 0; i < 30; ++i)
    page += "<td rowspan=65534 colspan=1000>甲";
  for (int i = 0; i < 20000; ++i)
    page += "<tr>";
  EXPECT_LE(rows(page).size(), junheng::most_html_rows(page.size()));
}

TEST(HtmlReader, ADistantMergedCellDoesNotFillThePageWithTabs) {
  std::string page = "<table><tr>";
  for (int i = 0; i < 19; ++i)
    page += "<td colspan=1000>";
  page += "<td rowspan=65534>x";
  for (int i = 0; i < 20000; ++i)
    page += "<tr>";
  EXPECT_LE(rows(page).size(), junheng::most_html_rows(page.size()));
}

TEST(HtmlReader, OnlyAPageWithATableIsHtml) {
  EXPECT_TRUE(junheng::is_html("  <html><body><TABLE border=1>"));
  EXPECT_TRUE(junheng::is_html("Version:0.9\r\nStartHTML:00\r\n<html><table>"));
  EXPECT_FALSE(junheng::is_html("<25人\t学校\n"));
  EXPECT_FALSE(junheng::is_html("学校\t<table>\n"));
}

/// Only its beginning is looked at, and a character may stand across where that ends.
TEST(HtmlReader, ALongPageIsNotCutWithinACharacter) {
  for (int before = 0; before < 4; ++before) {
    std::string page = "<html>" + std::string(static_cast<std::size_t>(before), ' ');
    while (page.size() < 5000)
      page += "均";
    EXPECT_TRUE(junheng::is_html(page + "<table>"));
  }
}

}  // namespace
