// SPDX-License-Identifier: MIT
//
// A word that is written only in the first row it holds for: how often it has to be missing before it is taken to hold.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "support/found.h"

using junheng::IssueCode;
using test::Found;

namespace {

using Rows = std::vector<std::string>;

struct Written {
  const char* what;
  const char* header;
  std::vector<std::string> words;  ///< of the column, one a row
  std::vector<std::string> held;   ///< as they are understood

  friend void PrintTo(const Written& one, std::ostream* out) { *out << one.what; }
};

class WrittenOnce : public testing::TestWithParam<Written> {};

TEST_P(WrittenOnce, HoldsForTheRowsBelow) {
  const Written& one = GetParam();
  std::string text = std::string(one.header) + "\t学校名称\t在校生数\n";
  Rows expected;
  for (std::size_t i = 0; i < one.words.size(); ++i) {
    const std::string rest = "|第" + std::to_string(i) + "校";
    text.append(one.words[i]).append("\t").append(rest.substr(1)).append("\t45\n");
    expected.push_back(one.held[i] + rest + "|45");
  }
  Found found(text);
  EXPECT_EQ(found.rows(), expected);
  EXPECT_EQ(found.count(IssueCode::held_down), one.words == one.held ? 0U : 1U);
}

INSTANTIATE_TEST_SUITE_P(
    Columns, WrittenOnce,
    testing::Values(
        Written{"half of four stages", "学段", {"小学", "", "初中", ""}, {"小学", "小学", "初中", "初中"}},
        Written{"more than half of four stages", "学段", {"小学", "初中", "初中", ""}, {"小学", "初中", "初中", ""}},
        Written{"one of three stages", "学段", {"小学", "", ""}, {"小学", "", ""}},
        Written{"one of four stages", "学段", {"小学", "", "", ""}, {"小学", "小学", "小学", "小学"}},
        Written{"none in the first row", "学段", {"", "小学", "", "", ""}, {"", "小学", "", "", ""}},
        Written{"spaces are no word", "学段", {"小学", " ", "初中", "\xE3\x80\x80"}, {"小学", "小学", "初中", "初中"}},
        Written{"half of four counties", "区县", {"甲县", "", "乙县", ""}, {"甲县", "甲县", "乙县", "乙县"}},
        Written{"half of four provinces", "省份", {"甲省", "", "乙省", ""}, {"甲省", "甲省", "乙省", "乙省"}},
        Written{"a third of six types",
                "学校类型",
                {"小学", "", "", "初中", "", ""},
                {"小学", "小学", "小学", "初中", "初中", "初中"}},
        Written{"half of six types may be missing",
                "学校类型",
                {"小学", "", "初中", "", "初中", ""},
                {"小学", "", "初中", "", "初中", ""}},
        Written{"one of five types", "学校类型", {"小学", "", "", "", ""}, {"小学", "", "", "", ""}},
        Written{"of words that nobody asks for", "备注", {"甲", "", "乙", ""}, {"甲", "", "乙", ""}}),
    [](const auto& info) { return "Case" + std::to_string(info.index); });

/// The name of a school stands once above the rows of its stages; without a column of stages it is missing.
TEST(WrittenOnceNames, HoldWhereRowsAreStages) {
  Found staged("学校名称\t学段\t在校生数\n甲校\t小学\t45\n\t初中\t37\n乙校\t小学\t12\n\t初中\t13\n");
  EXPECT_EQ(staged.rows(), (Rows{"甲校|小学|45", "甲校|初中|37", "乙校|小学|12", "乙校|初中|13"}));
  Found plain("学校名称\t备注\t在校生数\n甲校\t小学\t45\n\t初中\t37\n乙校\t小学\t12\n\t初中\t13\n");
  EXPECT_EQ(plain.rows(), (Rows{"甲校|小学|45", "|初中|37", "乙校|小学|12", "|初中|13"}));
}

}  // namespace
