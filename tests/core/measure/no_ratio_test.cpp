// SPDX-License-Identifier: MIT
//
// Schools of several stages for which the rule has no ratio: said once for each school, and nothing is split.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "support/files.h"
#include "support/json.h"
#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Stage;
using test::Outcome;

namespace {

const std::string kHeader =
    "学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t在校生数(高中)\t骨干教师数(小学)\t骨干教师数(初中)\t"
    "体育运动场馆面积\n";

/// quality-2017 without its ratios.
const junheng::Standard& without_ratios() {
  static const auto loaded =
      junheng::load_standard(test::Json::parse(test::source_file("core/standards/quality-2017.json"))
                                 .with("/split/shares", test::Json::parse("[]"))
                                 .dump(),
                             test::library().vocabulary);
  return *loaded.standard;
}

TEST(NoRatio, IsSaidOnceForEachSchool) {
  const auto complaints = [](const char* cells) {
    return Outcome(kHeader + "甲\t" + cells + "\n", without_ratios()).issues(IssueCode::split_unknown);
  };
  EXPECT_EQ(complaints("九年一贯制\t600\t400\t\t9\t9\t9000"), 1U) << "of two stages that are evaluated";
  EXPECT_EQ(complaints("完全中学\t\t400\t300\t\t9\t9000"), 1U) << "of one that is evaluated";
  EXPECT_EQ(complaints("十二年一贯制\t600\t400\t300\t9\t9\t9000"), 1U) << "of three";
  EXPECT_EQ(complaints("小学\t600\t\t\t9\t\t9000"), 0U) << "one stage needs no ratio";
}

TEST(NoRatio, NothingIsSplitAndWhatIsGivenByStageIsKnown) {
  const Outcome outcome(kHeader + "甲\t九年一贯制\t600\t400\t\t9\t8\t9000\n", without_ratios());
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::primary, "backbone_teachers"), 1.5);
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::middle, "backbone_teachers"), 2.0);
  for (const Stage stage : {Stage::primary, Stage::middle})
    EXPECT_TRUE(std::isnan(outcome.value("甲", stage, "sports_area")));
}

/// Stages that no type of school has together.
TEST(NoRatio, OfPrimaryAndSeniorClasses) {
  const Outcome outcome(kHeader + "甲\t\t600\t\t300\t9\t\t9000\n");
  EXPECT_EQ(outcome.issues(IssueCode::split_unknown), 1U);
  EXPECT_TRUE(std::isnan(outcome.value("甲", Stage::primary, "sports_area")));
}

}  // namespace
