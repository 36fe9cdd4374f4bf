// SPDX-License-Identifier: MIT
//
// A corrected cell is read as if it had come so, and nothing else is read otherwise for it.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "support/found.h"
#include "support/random.h"

using junheng::IssueCode;
using junheng::TableChoices;
using test::Found;

namespace {

using Cells = std::vector<std::string>;

/// As programs write cells: in quotes where need be.
std::string record(const Cells& cells, char delimiter) {
  std::string text;
  for (const std::string& cell : cells) {
    if (!text.empty() || &cell != &cells.front()) text += delimiter;
    if (cell.find_first_of(std::string("\t\r\n\" ") + delimiter) == std::string::npos) {
      text += cell;
      continue;
    }
    text += '"';
    for (const char c : cell)
      text.append(c == '"' ? 2 : 1, c);
    text += '"';
  }
  return text + '\n';
}

std::string joined(const Cells& cells) {
  std::string text;
  for (const std::string& cell : cells)
    text += (&cell == &cells.front() ? "" : "|") + cell;
  return text;
}

Cells random_school(test::Random& random, std::size_t at) {
  constexpr std::array<std::string_view, 4> kNotes = {"", "甲,乙", "他说\"好\"", "两\n行"};
  return {"第" + std::to_string(at) + "小学", "小学", std::to_string(random.between(20, 900)),
          std::to_string(random.between(0, 9000)), std::string(kNotes[random.index(kNotes.size())])};
}

/// Numbers, blanks, marks, words, what has to be quoted in some table or other, and what looks like a formula.
std::string random_cell(test::Random& random) {
  constexpr std::array<std::string_view, 16> kCells = {"46",   "",      "—",    "1,234",   "12.50", "4 5",
                                                       "４６", "约300", "a\tb", "a;b",     " 甲 ",  "\"甲\"",
                                                       "甲\"", "=1+1",  "'=2",  "两\r\n行"};
  return std::string(kCells[random.index(kCells.size())]);
}

TEST(CorrectedCells, AreReadAsIfTheyHadComeSo) {
  test::Random random(2024);
  for (int round = 0; round < 2000; ++round) {
    const char delimiter = "\t,;|"[random.index(4)];
    std::vector<Cells> schools;
    const std::size_t count = 3 + random.index(5);
    for (std::size_t i = 0; i < count; ++i)
      schools.push_back(random_school(random, i));
    std::string text = record({"学校名称", "学校类型", "在校生数", "图书册数", "备注"}, delimiter);
    TableChoices choices;
    choices.answers = {{junheng::QuestionKind::delimiter,
                        {0, 0},
                        delimiter == '\t'  ? "tab"
                        : delimiter == ',' ? "comma"
                        : delimiter == ';' ? "semicolon"
                                           : "bar"}};
    for (const Cells& school : schools)
      text += record(school, delimiter);
    const Found before(text, choices);
    ASSERT_EQ(before.layout.table.rows(), count) << text;
    for (std::size_t edits = 1 + random.index(3); edits > 0; --edits) {
      const std::size_t row = random.index(count);
      const std::size_t column = 2 + random.index(4);
      Cells& cells = schools[row];
      if (cells.size() <= column) cells.resize(column + 1);
      cells[column] = random_cell(random);
      // A cell of several lines makes those below it stand further down.
      choices.edits.push_back(
          {{0, before.layout.table.records[row].line}, static_cast<std::uint16_t>(column), cells[column]});
    }
    Found found(text, choices);
    ASSERT_EQ(found.layout.table.rows(), count) << text;
    for (std::size_t row = 0; row < count; ++row) {
      EXPECT_EQ(found.rows()[row], joined(schools[row])) << text;
      EXPECT_EQ(found.layout.table.records[row].line, before.layout.table.records[row].line);
    }
  }
}

TEST(CorrectedCells, LeaveHiddenColumnsHidden) {
  const std::string page =
      "<table><col><col><col><col hidden><tr><td>学校名称<td>学校类型<td>在校生数<td>图书册数<td>图书册数"
      "<tr><td>松柏小学<td>小学<td>300<td>1<td>6000<tr><td>柳溪小学<td>小学<td>200<td>2<td>3000</table>";
  TableChoices choices;
  choices.edits = {{{0, 2}, 2, "400"}};
  Found found(page, choices);
  EXPECT_EQ(found.count(IssueCode::hidden_columns), 1U);
  EXPECT_EQ(found.count(IssueCode::column_twice), 0U);
  EXPECT_EQ(found.rows().front(), "松柏小学|小学|400|1|6000");
}

TEST(CorrectedCells, LeaveTheFootOfAPageItsTotals) {
  const std::string page =
      "<table><tr><td>学校名称<td>学校类型<td>在校生数<tr><td>青山小学<td>小学<td>300<tr><td>柳河小学<td>小学<td>200"
      "<tfoot><tr><td>云岭县中心小学<td><td>500<tbody><tr><td>云岭小学<td>小学<td>50</table>";
  TableChoices choices;
  choices.edits = {{{0, 2}, 2, "301"}};
  EXPECT_EQ(Found(page, choices).kinds(), "header school school total school");
}

/// Of a table without a line break in any cell the reader looks for none.
TEST(CorrectedCells, MayBringTheFirstLineBreak) {
  const std::string text = "学校名称\t学校类型\t在校生数\n松柏小学\t小学\t300\n柳溪小学\t小学\t200\n";
  for (const std::string broken : {"松柏\n小学", "松柏\r小学", "松柏\v小学"}) {
    TableChoices choices;
    choices.edits = {{{0, 2}, 0, broken}};
    EXPECT_TRUE(Found(text, choices).layout.table.has_breaks) << broken;
  }
  TableChoices choices;
  choices.edits = {{{0, 2}, 2, "301"}};
  EXPECT_FALSE(Found(text, choices).layout.table.has_breaks);
}

}  // namespace
