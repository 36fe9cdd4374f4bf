// SPDX-License-Identifier: MIT
// However long what stands in a table, in facts or in a standard: what an answer quotes of it is short, and what is no
// text at all is refused.
#include <gtest/gtest.h>

#include <string>

#include "junheng/clipped.h"
#include "junheng/evaluation_json.h"
#include "junheng/junheng.h"
#include "support/outcome.h"

namespace {

using junheng::IssueCode;
using test::Outcome;

constexpr std::size_t kMegabyte = 1'000'000;
/// An answer of a table of this size without its long cell has some 10,000 bytes.
constexpr std::size_t kShort = 60'000;

const std::string kHead = "学校名称\t学校类型\t在校生数\t图书册数\n";

std::string answer(std::string table, const std::string& more = "") {
  return junheng::answer(std::move(table), R"({"standard":"basic-2012")" + more + "}", test::library());
}

TEST(Bounded, ALongCellIsCutWhereverItIsQuoted) {
  const std::string plain(kMegabyte, 'x');
  std::string wide;
  while (wide.size() < kMegabyte)
    wide += "字";
  const std::string blank = "\xE2\x80\x8B";  // seen by nobody
  std::string unseen;
  while (unseen.size() < kMegabyte)
    unseen += blank;
  for (const std::string& cell : {plain, wide, unseen}) {
    EXPECT_LT(answer(kHead + "甲\t小学\t10\t" + cell + "\n").size(), kShort) << "a number";
    EXPECT_LT(answer(kHead + cell + "\t小学\t10\t5\n").size(), kShort) << "a name";
    EXPECT_LT(answer(kHead + "甲\t" + cell + "\t10\t5\n").size(), kShort) << "a type";
    EXPECT_LT(answer("学校名称\t在校生数\t" + cell + "\n甲小学\t10\t5\n").size(), kShort) << "a header";
    EXPECT_LT(answer("区县\t" + kHead + cell + "\t甲\t小学\t10\t5\n乙县\t乙\t小学\t10\t5\n").size(), kShort)
        << "a county";
    EXPECT_LT(answer(cell).size(), kShort) << "all of it";
    EXPECT_LT(answer(cell + "\n" + kHead + "甲\t小学\t10\t5\n").size(), kShort) << "a title";
  }
}

TEST(Bounded, SoAreNamesOfSheetsAndFacts) {
  const std::string name(kMegabyte, 'y');
  const std::string table = kHead + "甲\t小学\tl0\t5\n";
  const std::string sources = R"(,"sources":[{"file":")" + name + R"(","name":")" + name + R"(","bytes":)" +
                              std::to_string(table.size()) + R"(},{"file":"b","name":"b"}])";
  EXPECT_LT(answer(table + table, sources).size(), kShort);
  EXPECT_LT(answer(table, R"(,"county":"{\")" + name + R"(\":1}")").size(), kShort) << "a fact's name";
  EXPECT_LT(answer(table, R"(,"county":"{\"name\":\")" + name + R"(\",\"校长数\":\"x\"}")").size(), kShort);
  EXPECT_LT(answer(table, R"(,"options":{")" + name.substr(0, 90'000) + R"(":"x"})").size(), kShort) << "an option";
  EXPECT_LT(junheng::answer(table, R"({"standard":")" + name + R"("})", test::library()).size(), kShort);
}

TEST(Bounded, WhatIsNoTextIsRefusedWhateverItsSize) {
  for (const std::size_t size : {std::size_t{100}, std::size_t{5000}, 3 * kMegabyte}) {
    for (const char control : {'\x01', '\x08', '\x1F', '\x7F'})
      EXPECT_EQ(Outcome(std::string(size, control)).issues(IssueCode::not_text), 1U) << size;
    std::string high;  // C1
    std::string mixed;
    while (high.size() < size) {
      high += "\xC2\x81";
      mixed +=
          "\x02\x03"
          "a\n";
    }
    EXPECT_EQ(Outcome(high).issues(IssueCode::not_text), 1U) << size;
    EXPECT_EQ(Outcome(mixed).issues(IssueCode::not_text), 1U) << size;
  }
  EXPECT_LT(answer(std::string(50 * kMegabyte, '\x01')).size(), 2000U);
}

TEST(Bounded, StrayControlCharactersAreStillText) {
  const Outcome stray(kHead + "甲\x01校\t小学\t10\t5\n\x1B[0m乙\t小学\t20\t7\n");
  EXPECT_EQ(stray.issues(IssueCode::not_text), 0U);
  EXPECT_EQ(stray.result.roster.rows(), 2U);
  EXPECT_EQ(Outcome("学校\t人数\v\n\f甲小学\t3\r\n").issues(IssueCode::not_text), 0U);
}

TEST(Bounded, MoreThanFitsIsRefusedAsAWhole) {
  std::vector<junheng::SourceText> sources(2);
  sources[0].text = kHead + "甲\t小学\t10\t5\n";
  sources[1].too_big = true;
  junheng::Issues issues;
  const auto layout = junheng::find_layout(std::move(sources), test::library().vocabulary, {}, issues);
  ASSERT_EQ(issues.size(), 1U);
  EXPECT_EQ(issues.front().code, IssueCode::input_too_big);
  EXPECT_EQ(layout.table.rows(), 0U);
  EXPECT_NE(junheng::refusal_json({}, test::library(), {}).find("内容过大：最多 256 MB"), std::string::npos);
}

TEST(Bounded, AQuotedNameSaysHowMuchOfItThereIs) {
  const std::string said = answer(kHead + "甲\t小学\t10\t" + std::string(3000, 'x') + "\n");
  EXPECT_NE(said.find("x…（共 3000 字）"), std::string::npos);
  EXPECT_NE(said.find("x… (3000 characters)"), std::string::npos);
  EXPECT_NE(answer(kHead + "甲\t小学\t10\t" + std::string(kMegabyte, 'x') + "\n").find("x…（共 1000 kB）"),
            std::string::npos);
}

TEST(Bounded, AClippedTextEndsWithAWholeCharacter) {
  EXPECT_EQ(junheng::clipped("甲小学"), "甲小学");
  EXPECT_EQ(junheng::clipped(std::string(300, 'x')).size(), 300U);
  EXPECT_EQ(junheng::clipped(std::string(301, 'x')).size(), 300U);
  EXPECT_EQ(junheng::clipped(std::string(299, 'x') + "字字").size(), 299U);
}

}  // namespace
