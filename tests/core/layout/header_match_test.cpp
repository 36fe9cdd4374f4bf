// SPDX-License-Identifier: MIT
#include "layout/header_match.h"

#include <gtest/gtest.h>

#include <string>

#include "support/outcome.h"

namespace {

/// "pupils/primary", "?books" for what is only proposed, "-" for what is not known.
std::string match(const junheng::HeaderLevels& levels) {
  const auto& vocabulary = test::library().vocabulary;
  const junheng::ColumnFinding finding = junheng::match_column(levels, vocabulary, true);
  const auto& found = finding.match ? finding.match : finding.proposal;
  if (!found) return "-";
  std::string name = finding.match ? "" : "?";
  name += vocabulary.fields[found->field].id;
  if (found->stage) name.append("/").append(junheng::id_of(*found->stage));
  return name;
}

TEST(HeaderMatch, OneRow) {
  EXPECT_EQ(match({"学校名称"}), "school");
  EXPECT_EQ(match({"小学在校生数"}), "pupils/primary");
  EXPECT_EQ(match({"教学及辅助用房面积（㎡）"}), "teaching_area");
  EXPECT_EQ(match({"备注"}), "-");
  EXPECT_EQ(match({}), "-");
}

TEST(HeaderMatch, AStageAboveOrBelowANameBelongsToIt) {
  EXPECT_EQ(match({"在校生数", "小学"}), "pupils/primary");
  EXPECT_EQ(match({"初中", "在校生数"}), "pupils/middle");
  EXPECT_EQ(match({"在校生数（人）", "初中"}), "pupils/middle");
}

TEST(HeaderMatch, UnitsAndTotalsBelowANameAreTheName) {
  EXPECT_EQ(match({"在校生数", "人"}), "pupils");
  EXPECT_EQ(match({"在校生数", "计"}), "pupils");
  EXPECT_EQ(match({"在校生数", "小学", "人"}), "pupils/primary");
  EXPECT_EQ(match({"教学及辅助用房面积", "㎡"}), "teaching_area");
}

TEST(HeaderMatch, AParentMayBeTheFirstHalfOfTheName) {
  EXPECT_EQ(match({"体育馆", "面积"}), "indoor_sports_area");
}

TEST(HeaderMatch, AShortNameBelowUnknownWordsIsAsked) {
  EXPECT_EQ(match({"寄宿情况", "人数"}), "?pupils");
}

TEST(HeaderMatch, AParentThatChangesTheNameIsAsked) {
  EXPECT_EQ(match({"上年度", "在校生数"}), "?pupils");
}

TEST(HeaderMatch, ASlipOfTheHandIsAsked) {
  EXPECT_EQ(match({"体育运动场管面积"}), "?sports_area");
  EXPECT_EQ(match({"体育运动场管面积（㎡）"}), "?sports_area");
}

TEST(HeaderMatch, ASentenceIsNoName) {
  std::string sentence;
  for (int i = 0; i < 2000; ++i)
    sentence += "的在校学生数";
  EXPECT_EQ(match({sentence}), "-");
  EXPECT_EQ(match({sentence, "在校生数"}), "-");
}

TEST(HeaderMatch, TheTextOfAColumnNamesItsParents) {
  EXPECT_EQ(junheng::header_text({"专任教师", "骨干教师"}), "专任教师 > 骨干教师");
  EXPECT_EQ(junheng::header_text({}), "");
}

TEST(HeaderMatch, ALongParentIsCutInTheTextOfItsColumns) {
  std::string parent;
  for (int i = 0; i < 2000; ++i)
    parent += "长";
  EXPECT_LT(junheng::header_text({parent, "面积"}).size(), 400U);
  EXPECT_EQ(junheng::header_text({parent}), parent);
}

TEST(HeaderMatch, TheMemoAnswersTheSame) {
  const auto& vocabulary = test::library().vocabulary;
  junheng::HeaderMemo memo(vocabulary);
  for (int time = 0; time < 2; ++time) {
    EXPECT_EQ(memo.match({"在校生数", "小学"}, false).match->stage, junheng::Stage::primary);
    EXPECT_FALSE(memo.match({"体育运动场管面积"}, false).proposal);
    EXPECT_TRUE(memo.match({"体育运动场管面积"}, true).proposal);
  }
}

/// Comparing a name with all that are known takes a hundred times as long as looking it up.
TEST(HeaderMatch, NamesAreComparedOnlySoManyTimes) {
  junheng::HeaderMemo memo(test::library().vocabulary);
  for (int i = 0; i < 4500; ++i)
    (void)memo.match({"生字" + std::to_string(i)}, true);
  EXPECT_FALSE(memo.match({"体育运动场管面积"}, true).proposal);
  EXPECT_TRUE(memo.match({"在校生数"}, true).match);
}

}  // namespace
