// SPDX-License-Identifier: MIT
// Whatever is pasted: an answer that says what is wrong, no crash, no hang, and never a pass.
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <string>

#include "support/counties.h"
#include "support/json.h"
#include "support/outcome.h"
#include "support/random.h"
#include "support/sheet.h"

using junheng::IssueCode;
using test::Outcome;

namespace {

/// Sanitizers and a busy machine included; a hang is minutes, a quadratic step on 5 MB is hours.
constexpr double kPatience = 60;

class Clock {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void expect_answered(const std::string& what, std::string text, IssueCode code) {
  const Clock clock;
  for (const auto* standard : {&test::quality(), &test::basic()}) {
    const Outcome outcome(text, *standard);
    EXPECT_GE(outcome.issues(code), 1U) << what << ": " << test::issue_names(outcome.result.issues);
    EXPECT_NE(outcome.result.verdict, junheng::Verdict::pass) << what;
    const auto json = test::Json::parse(outcome.json());
    EXPECT_TRUE(json.exists()) << what << ": the answer can be read";
  }
  EXPECT_LT(clock.seconds(), kPatience) << what;
}

std::string noise(std::size_t bytes, std::uint64_t seed) {
  test::Random random(seed);
  std::string text(bytes, '\0');
  for (char& c : text)
    c = static_cast<char>(random.below(256));
  return text;
}

const std::string kHeader = "学校名称\t学校类型\t在校生数\t图书册数\n";

TEST(BadInput, Empty) {
  expect_answered("nothing", "", IssueCode::empty_input);
}

TEST(BadInput, OneWord) {
  expect_answered("a word", "你好", IssueCode::no_known_column);
  expect_answered("a sentence", "均衡不是平均，均衡是每个孩子都有好学校。", IssueCode::no_known_column);
}

TEST(BadInput, FiveMegabytesOfNoise) {
  expect_answered("noise", noise(5U << 20U, 40), IssueCode::not_text);
  std::string behind_a_header = kHeader + noise(5U << 20U, 41);
  expect_answered("noise behind a header", behind_a_header, IssueCode::not_text);
}

TEST(BadInput, FiveMegabytesOfText) {
  expect_answered("one long word", std::string(5U << 20U, 'x'), IssueCode::no_known_column);
  expect_answered("line breaks", std::string(5U << 20U, '\n'), IssueCode::empty_input);
  expect_answered("quotes", kHeader + std::string((5U << 20U) + 1, '"'), IssueCode::unclosed_quote);
  expect_answered("tabs", kHeader + "甲\t小学\t1\t2" + std::string(5U << 20U, '\t') + "x\n", IssueCode::row_too_long);
  expect_answered("a long cell", kHeader + "甲\t小学\t1\t" + std::string(5U << 20U, 'x') + "\n",
                  IssueCode::not_a_number);
}

/// Every line opens a quote that the next one seems to close: a reader that looks for the end of each quote through
/// the rest of the text is quadratic here.
TEST(BadInput, ManyQuotesThatAreNotClosed) {
  std::string text = kHeader;
  for (int i = 0; i < 200000; ++i)
    text += "a\"b\t\"c\n";
  const Clock clock;
  const Outcome outcome(text);
  EXPECT_NE(outcome.result.verdict, junheng::Verdict::pass);
  EXPECT_LT(clock.seconds(), kPatience);
}

TEST(BadInput, HeaderWithoutRows) {
  expect_answered("a header", kHeader, IssueCode::no_rows);
  expect_answered("a header and blank lines", kHeader + "\n\t\t\n \n", IssueCode::no_rows);
}

TEST(BadInput, TenThousandColumns) {
  std::string text;
  for (int row = 0; row < 4; ++row) {
    for (int column = 0; column < 10000; ++column)
      text.append(column == 0 ? "" : "\t").append(row == 0 ? "列" : "7");
    text.append("\n");
  }
  expect_answered("unknown columns", text, IssueCode::no_known_column);
  // the same width with the known ones at the end is a table like any other
  std::string header = "列";
  std::string row = "7";
  for (int column = 1; column < 9997; ++column) {
    header.append("\t列");
    row.append("\t7");
  }
  const Outcome outcome(header + "\t学校名称\t学校类型\t在校生数\n" + row + "\t甲\t小学\t100\n");
  EXPECT_NE(outcome.unit("甲", junheng::Stage::primary), test::kNowhere) << test::issue_names(outcome.result.issues);
}

TEST(BadInput, RowsOfDifferentLength) {
  expect_answered("short", kHeader + "甲\t小学\n乙\t小学\t100\t7\n", IssueCode::row_too_short);
  expect_answered("long", kHeader + "甲\t小学\t100\t7\t8\t9\n乙\t小学\t100\t7\n", IssueCode::row_too_long);
}

TEST(BadInput, ANumberOf400Digits) {
  for (const char* start : {"", "0.", "-", "1e"}) {
    const Outcome outcome(kHeader + "甲\t小学\t100\t" + start + std::string(400, '7') + "\n乙\t小学\t100\t7\n",
                          test::basic());
    EXPECT_EQ(outcome.issues(IssueCode::too_large) + outcome.issues(IssueCode::too_many_digits) +
                  outcome.issues(IssueCode::negative) + outcome.issues(IssueCode::not_a_number),
              1U)
        << start << ": " << test::issue_names(outcome.result.issues);
    EXPECT_TRUE(std::isnan(outcome.value("甲", junheng::Stage::primary, "books"))) << start;
    EXPECT_FALSE(std::isnan(outcome.value("乙", junheng::Stage::primary, "books"))) << "the rest is evaluated";
  }
}

TEST(BadInput, NulBytesAndLoneSurrogatesAndCutCharacters) {
  using namespace std::string_literals;
  expect_answered("NUL", kHeader + "甲\0\t小学\t1\t2\n"s, IssueCode::not_text);
  expect_answered("surrogate", kHeader + "\xED\xA0\x80\t小学\t1\t2\n", IssueCode::not_text);
  expect_answered("surrogate pair in UTF-8", kHeader + "\xED\xA0\x81\xED\xB0\x80\t小学\t1\t2\n", IssueCode::not_text);
  expect_answered("cut character", kHeader + "甲\t小学\t1\t2\n\xE7\x94", IssueCode::not_text);
  expect_answered("GB18030", "\xD1\xA7\xD0\xA3\t\xC8\xCB\xCA\xFD\n", IssueCode::not_text);
}

TEST(BadInput, AQuoteThatIsNeverClosed) {
  expect_answered("in a cell", kHeader + "\"甲\t小学\t1\t2\n乙\t小学\t1\t2\n", IssueCode::unclosed_quote);
  expect_answered("in the header", "\"学校名称\t学校类型\t在校生数\n甲\t小学\t1\n", IssueCode::unclosed_quote);
}

/// A good table with a few bytes changed, cut, doubled or moved: the shape in which real faults come.
TEST(BadInput, MutilatedTables) {
  test::Random random(42);
  const char* const pieces[] = {"\"",   "\t",   "\n", ",",    "—", "-", "e", "9999999999999",
                                "\xFF", "合计", "（", "小学", "%", "\r"};
  for (int i = 0; i < 1500; ++i) {
    std::string text = test::sheet_of(test::random_county(random, "甲县")).tsv();
    for (int change = 0; change < 4; ++change) {
      const std::size_t at = random.index(text.size());
      switch (random.below(4)) {
        case 0:
          text.erase(at, 1 + random.index(20));
          break;
        case 1:
          text.insert(at, pieces[random.index(std::size(pieces))]);
          break;
        case 2:
          text[at] = static_cast<char>(random.below(256));
          break;
        default:
          text.insert(random.index(text.size()), text.substr(at, 1 + random.index(60)));
          break;
      }
      if (text.empty()) break;
    }
    const Outcome outcome(text);
    ASSERT_NE(outcome.result.verdict, junheng::Verdict::pass) << "case " << i;
    ASSERT_TRUE(test::Json::parse(outcome.json()).exists()) << "case " << i;
  }
}

TEST(BadInput, AHundredThousandComplaints) {
  std::string text = kHeader;
  for (int i = 0; i < 50000; ++i)
    text += "校" + std::to_string(i) + "\t小学\tx\ty\tz\n";
  const Clock clock;
  const Outcome outcome(text);
  EXPECT_GE(outcome.result.issues.size(), 100000U) << "all of them at once";
  const auto json = test::Json::parse(outcome.json());
  ASSERT_TRUE(json.exists());
  EXPECT_LE(json["issues"].size(), junheng::kIssuesWritten);
  EXPECT_EQ(json["issueCount"], outcome.result.issues.size());
  EXPECT_LT(clock.seconds(), kPatience);
}

}  // namespace
