// SPDX-License-Identifier: MIT
// What is saved is what was there: projects of any texts are written and read back the same, and decisions about a
// table change nothing of it but what they name.
#include "junheng/project.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/utf8.h"
#include "junheng/record.h"
#include "support/found.h"
#include "support/json.h"
#include "support/projects.h"
#include "support/random.h"

using junheng::Project;
using junheng::TableChoices;

namespace {

std::string random_text(test::Random& random, std::size_t most = 24) {
  static const char* const pieces[] = {"学校名称", "\t",   "\n",     "\r\n", "\"",      "\\",   "/", "ئۇيغۇر",
                                       "😀",        "é",    "　",     "合计", "1,234.5", "<td>", "&", "\xEF\xBB\xBF",
                                       "\x1C",     "\x1D", "\u2028", "'",    "{}",      "null"};
  std::string text;
  for (std::size_t i = random.index(most + 1); i > 0; --i) {
    const std::uint64_t kind = random.below(4);
    if (kind == 0) text += pieces[random.index(std::size(pieces))];
    if (kind == 1) text.push_back(static_cast<char>(random.below(128)));  // NUL and other control characters too
    if (kind == 2) junheng::append_code_point(text, static_cast<char32_t>(0x4E00 + random.below(0x5000)));
    if (kind == 3) {
      const auto point = static_cast<char32_t>(random.below(0x110000));
      junheng::append_code_point(text, point >= 0xD800 && point < 0xE000 ? U'x' : point);
    }
  }
  return text;
}

/// Files count lines with at most nine digits.
std::uint32_t random_number(test::Random& random) {
  constexpr std::uint64_t kMost = 1'000'000'000;
  return static_cast<std::uint32_t>(random.below(random.one_in(4) ? kMost : 100));
}

TableChoices::Place random_place(test::Random& random) {
  return {static_cast<std::uint32_t>(random.below(junheng::kMostSheets)), 1 + random_number(random) / 2};
}

std::uint16_t random_column(test::Random& random) {
  return static_cast<std::uint16_t>(random.below(random.one_in(4) ? junheng::kMostColumns : 30));
}

Project random_project(test::Random& random) {
  Project project;
  project.name = random_text(random);
  project.standard = random.one_in(2) ? "quality-2017" : random_text(random);
  for (std::uint64_t i = random.below(4); i > 0; --i)
    project.options.emplace_back(random_text(random) + std::to_string(i), random_text(random));
  for (std::uint64_t i = random.below(4); i > 0; --i)
    project.tables.push_back({random_text(random), random_text(random, 100), random_text(random)});
  for (std::uint64_t i = random.below(5); i > 0; --i)
    project.reading.edits.push_back({random_place(random), random_column(random), random_text(random)});
  for (std::uint64_t i = random.below(5); i > 0; --i) {
    project.reading.columns.push_back(
        {random_column(random), random_text(random), random_text(random), random_text(random)});
  }
  for (std::uint64_t i = random.below(5); i > 0; --i)
    project.reading.left_out.push_back(random_place(random));
  for (std::uint64_t i = random.below(4); i > 0; --i) {
    const junheng::QuestionPlace place{static_cast<std::uint32_t>(random.below(junheng::kMostSheets)),
                                       random_number(random)};
    const auto kind = static_cast<junheng::QuestionKind>(random.below(junheng::kIds<junheng::QuestionKind>.size()));
    project.reading.answers.push_back({kind, place, random_text(random)});
  }
  if (random.one_in(2)) {  // line 0 is no header at all
    project.reading.header_first = random_place(random);
    project.reading.header_last = random_number(random);
  }
  project.county = random_text(random, 60);
  project.previous = random_text(random, 60);
  for (std::uint64_t i = random.below(4); i > 0; --i)
    project.remarks.push_back({random_text(random), random_number(random), random_text(random), random_text(random)});
  for (std::uint64_t i = random.below(3); i > 0; --i) {
    junheng::Scenario scenario{random_text(random), {}};
    for (std::uint64_t c = random.below(4); c > 0; --c) {
      scenario.changes.push_back({static_cast<junheng::Change::Kind>(random.below(3)), random_number(random),
                                  random_text(random), random.one_in(2) ? junheng::kNoStage : std::uint8_t{1},
                                  random_text(random)});
    }
    project.scenarios.push_back(std::move(scenario));
  }
  return project;
}

TEST(Projects, WrittenAndReadAreTheSame) {
  test::Random random(2024);
  for (int i = 0; i < 10'000; ++i) {
    const Project project = random_project(random);
    const std::string json = junheng::project_json(project);
    const auto again = junheng::read_project(json);
    ASSERT_TRUE(again.has_value()) << "project " << i;
    ASSERT_TRUE(*again == project) << "project " << i << ": " << json;
  }
}

/// Every project carried a header "row 0 to row 0" as if somebody had chosen it.
TEST(Projects, AHeaderThatNobodyChoseIsNotWritten) {
  Project project;
  project.reading.edits.push_back({{0, 2}, 1, "7"});
  EXPECT_EQ(junheng::project_json(project).find("\"header\""), std::string::npos);
  project.reading.header_first = {0, 3};
  project.reading.header_last = 4;
  EXPECT_NE(junheng::project_json(project).find(R"("header":{"sheet":0,"row":3,"last":4})"), std::string::npos);
}

TEST(Projects, ALastRowOfAHeaderWithoutAFirstIsNoHeader) {
  const auto project = junheng::read_project(
      R"({"schema":"junheng.project/1","tables":[],"reading":{"header":{"sheet":2,"row":0,"last":1}}})");
  ASSERT_TRUE(project.has_value());
  EXPECT_EQ(project->reading, TableChoices());
}

TEST(Projects, OthersCanReadThem) {
  test::Random random(2025);
  for (int i = 0; i < 300; ++i) {
    const Project project = random_project(random);
    const auto json = test::Json::parse(junheng::project_json(project));
    ASSERT_TRUE(json.exists()) << "project " << i;
    ASSERT_EQ(json["name"], project.name);
    ASSERT_EQ(json["tables"].size(), project.tables.size());
  }
}

TEST(Projects, BytesThatAreNoTextDoNotSpoilTheFile) {
  Project project;
  project.name = "甲\xFF\xE5\xAD乙\xED\xA0\x80";
  project.tables.push_back({"\xC0\x80", "学校\t\xD1\xA7", ""});
  project.options.emplace_back("\xFE", "");
  const auto again = junheng::read_project(junheng::project_json(project));
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->name.substr(0, 6), "甲\xEF\xBF\xBD");
  EXPECT_EQ(again->tables.front().text.substr(0, 7), "学校\t");
  EXPECT_EQ(junheng::valid_utf8_length(again->name), again->name.size());
  EXPECT_EQ(junheng::project_json(*again), junheng::project_json(project)) << "once is enough";
}

TEST(Projects, OtherFilesAreNone) {
  for (const char* text :
       {"", "{}", "[]", "null", "{\"schema\":\"junheng.project/2\"}", "学校\t人数\n", "{\"schema\":"})
    EXPECT_FALSE(junheng::read_project(text).has_value()) << text;
}

// ---- decisions about a table ------------------------------------------------------------------------------------------

std::string random_cell(test::Random& random, bool header) {
  static const char* const plain[] = {"甲校", "45",   "14.65万㎡", "29 %", "—",   "",
                                      "小学", "约45", "a\"b",      "1,5",  "'45", "😀"};
  static const char* const quoted[] = {"\"两\n行\"", "\"他说\"\"好\"\"\"", "\" 空格 \"", "\"制\t表\"", "\"\"\"\""};
  if (!header && random.one_in(5)) return quoted[random.index(std::size(quoted))];
  return plain[random.index(std::size(plain))];
}

struct Sample {
  std::string text;
  std::size_t rows = 0;
};

Sample random_table(test::Random& random) {
  Sample sample{"学校名称\t学校类型\t在校生数\t图书册数\t备注\n", 2 + random.index(8)};
  for (std::size_t row = 0; row < sample.rows; ++row) {
    sample.text += "第" + std::to_string(row) + "校";
    for (int column = 1; column < 4; ++column)
      sample.text += "\t" + random_cell(random, false);
    sample.text += "\t7\n";
  }
  return sample;
}

using Cells = std::vector<std::vector<std::string>>;

Cells cells_of(test::Found& found) {
  Cells all;
  for (std::size_t row = 0; row < found.layout.table.rows(); ++row) {
    all.emplace_back();
    junheng::CellReader reader(found.layout.table, row);
    junheng::Span cell;
    while (reader.next(cell))
      all.back().emplace_back(found.layout.table.at(cell));
  }
  return all;
}

TEST(Decisions, KeepEveryOtherCellByteForByte) {
  test::Random random(77);
  for (int i = 0; i < 3'000; ++i) {
    const Sample sample = random_table(random);
    test::Found before(sample.text);
    const std::string text_before = before.layout.table.text;
    const Cells raw = cells_of(before);
    TableChoices choices;
    Cells expected = raw;
    for (std::uint64_t n = 1 + random.below(4); n > 0; --n) {
      const std::size_t row = random.index(before.layout.table.rows());
      // Not in the first columns: a row whose number or name goes may become another kind of row.
      const auto column = static_cast<std::uint16_t>(1 + random.below(3));
      const std::string text = random_text(random, 6);
      if (text.find('\0') != std::string::npos) continue;
      choices.edits.push_back({{0, before.layout.table.records[row].line}, column, text});
      expected[row][column] = text;
    }
    if (random.one_in(2)) choices.columns.push_back({3, "computers", "", ""});
    if (random.one_in(4)) choices.columns.push_back({1, "", "", ""});
    test::Found after(sample.text, choices);
    // Types may now be written once, and are then held down: that is asked for elsewhere.
    if (after.count(junheng::IssueCode::held_down) != before.count(junheng::IssueCode::held_down)) continue;
    ASSERT_EQ(cells_of(after), expected) << "table " << i << ":\n" << sample.text;
    // Undone, and the columns read as they were.
    test::Found undone(sample.text, {});
    ASSERT_EQ(undone.layout.table.text, text_before);
    ASSERT_EQ(undone.fields(), before.fields());
  }
}

}  // namespace
