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

TEST(HtmlReader, WhatHidesARow) {
  const auto hidden = [](const std::string& attributes) {
    return junheng::read_html("<table><tr " + attributes + "><td>甲</tr><tr><td>乙</tr></table>").hidden_rows;
  };
  for (const char* yes : {"style='display:none'", "style='display: none'",
                          "style=\"color:red; DISPLAY : None !important;\"", "style='height:0;display:none'", "hidden",
                          "hidden=''", "hidden='until-found'", "style='visibility:collapse'", "style='mso-hide:all'"})
    EXPECT_EQ(hidden(yes), 1U) << yes;
  for (const char* no :
       {"aria-hidden='true'", "aria-hidden='false'", "class='hidden-xs'", "class=hidden", "style='overflow:hidden'",
        "data-hidden=1", "style='display:none-such'", "title='hidden'", "style='x-display:none'"})
    EXPECT_EQ(hidden(no), 0U) << no;
  EXPECT_EQ(junheng::read_html("<table hidden><tr><td>甲</table>").hidden_rows, 1U);
  const junheng::HtmlTables filtered = junheng::read_html("<table><tr hidden=filter><td>甲<tr hidden><td>乙</table>");
  EXPECT_EQ(filtered.filtered_rows, 1U);
  EXPECT_EQ(filtered.hidden_rows, 1U);
  EXPECT_EQ(
      junheng::read_html("<table><tbody hidden><tr><td>甲<tr><td>乙</tbody><tbody><tr><td>丙</table>").hidden_rows, 2U);
}

std::string hidden_columns(std::string_view page) {
  std::string all;
  for (const auto& one : junheng::read_html(page).hidden_columns)
    all.append(std::to_string(one.column))
        .append("@")
        .append(std::to_string(one.first_line))
        .append("-")
        .append(std::to_string(one.last_line))
        .append(" ");
  return all;
}

TEST(HtmlReader, WhatHidesAColumn) {
  const std::string rows = "<tr><td>甲<td>1<td>2<tr><td>乙<td>3<td>4</table>";
  for (const std::string columns : {"<col><col><col hidden>", "<col span=2><col style='display: none'>",
                                    "<col><col><col width=0>", "<colgroup><col><col></colgroup><colgroup hidden><col>",
                                    "<colgroup span=2></colgroup><colgroup span=1 style='display:none'></colgroup>",
                                    "<col><col><col style='visibility:collapse'>"})
    EXPECT_EQ(hidden_columns("<table>" + columns + rows), "2@1-2 ") << columns;
  for (const std::string columns : {"<col><col><col>", "<col class=hidden span=3>", "<col aria-hidden=true>", ""})
    EXPECT_EQ(hidden_columns("<table>" + columns + rows), "") << columns;
  EXPECT_EQ(hidden_columns("<table><tr><td>甲<td hidden>x<td>1<tr><td>乙<td style='display:none'>y<td>2</table>"),
            "1@1-2 ");
  EXPECT_EQ(hidden_columns("<table><tr><td>甲<td hidden>x<tr><td>乙<td>y</table>"), "") << "one cell is no column";
  EXPECT_EQ(hidden_columns("<table><tr><td>甲</table><table><col><col hidden><tr><td>乙<td>2</table>"), "1@3-3 ")
      << "of the second table, behind the line between both";
}

TEST(HtmlReader, WhatIsNotShownWithinACellIsNoneOfIt) {
  EXPECT_EQ(row("<td><span style='display:none'>000300</span>300<td>x"), "300\tx\n");
  EXPECT_EQ(row("<td><span hidden>a<span>b</span>c</span>300"), "300\n");
  EXPECT_EQ(row("<td><b hidden>never closed<td>300"), "\t300\n");
  EXPECT_EQ(row("<td><ruby>松柏<rp>(</rp><rt>sōng bǎi</rt><rp>)</rp></ruby>小学"), "松柏小学\n");
  EXPECT_EQ(row("<td><span class=hidden>300</span>"), "300\n");
  EXPECT_EQ(row("<td><br hidden>300"), "300\n");
}

TEST(HtmlReader, ZeroAsAccountsShowIt) {
  EXPECT_EQ(row("<td sdval=\"0\">&nbsp;-&nbsp;&nbsp;"), "0\n");
  EXPECT_EQ(row("<td x:num=\"0\"> ¥ - "), "0\n");
  EXPECT_EQ(row("<td x:num=\"0\">—"), "0\n");
  EXPECT_EQ(row("<td>&nbsp;-&nbsp;"), "-\n") << "nothing says that it is a number";
  EXPECT_EQ(row("<td x:num=\"5\">-"), "-\n");
  EXPECT_EQ(row("<td x:num>-"), "-\n");
}

TEST(HtmlReader, ATimeIsWrittenSoThatNobodyTakesItForARatio) {
  EXPECT_EQ(row("<td x:num=\"0.09375\">2:15"), "2:15:00\n");
  EXPECT_EQ(row("<td>2:15"), "2:15\n");
}

TEST(HtmlReader, AColumnThatIsTooNarrowShowsNothingOfItsNumber) {
  EXPECT_EQ(row("<td x:num=\"12500\">####"), "12500\n");
  EXPECT_EQ(row("<td>####"), "####\n");
}

TEST(HtmlReader, ARoundedNumberWithItsUnitIsTheStoredOne) {
  EXPECT_EQ(row("<td x:num=\"60.126\">60.13万元"), "60.126万元\n");
  EXPECT_EQ(row("<td x:num=\"600000\">60.0万"), "60.0万\n") << "which is the same number in another unit";
  EXPECT_EQ(row("<td x:num=\"200\">200人"), "200人\n");
}

TEST(HtmlReader, ANumberThatItsFormatHidesIsThere) {
  EXPECT_EQ(row("<td x:num=\"3000\"></td><td>x"), "3000\tx\n");
  EXPECT_EQ(row("<td sdval=\"0\">&nbsp;</td><td>x"), "0\tx\n");
  EXPECT_EQ(row("<td x:num></td><td>x"), "\tx\n");
}

TEST(HtmlReader, WhatIsShownInOtherUnitsStaysAsItIsShown) {
  EXPECT_EQ(row("<td x:num=\"600000\">60.0"), "60.0\n");
  EXPECT_EQ(row("<td x:num=\"600000.4\">¥600,000"), "600000.4\n");
}

TEST(HtmlReader, LinesOfFeetAreCountedOverAllTables) {
  const std::string page =
      "<table><tr><td>a<tbody><tr><td>b<tfoot><tr><td>c</table><table><tfoot><tr><td>d</tfoot><tbody><tr><td>e</table>";
  EXPECT_EQ(junheng::read_html(page).foot_lines, (std::vector<std::uint32_t>{3, 5}));
  EXPECT_TRUE(junheng::read_html("<table><tr><td>a<thead><tr><td>b</table>").foot_lines.empty());
}

TEST(HtmlReader, AFormatThatShowsNothingHidesNothing) {
  const junheng::HtmlTables tables =
      junheng::read_html("<table><tr><td x:shown=''>甲<td x:num='3'><td x:shown></table>");
  EXPECT_EQ(tables.rows, "甲\t3\n");
  EXPECT_EQ(tables.unseen_values, 2U);
  EXPECT_EQ(tables.exact_values, 0U);
}

}  // namespace
