// SPDX-License-Identifier: MIT
// The published example of five schools, and the vectors of rules 5.3.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "support/files.h"
#include "support/outcome.h"

using junheng::Stage;
using test::Outcome;

namespace {

const char* const kFiveSchools =
    "学校\t在校生数\t图书册数\n小学1\t45\t279\n小学2\t37\t137\n小学3\t89\t935\n小学4\t76\t160\n小学5\t55\t402\n合计\t30"
    "2\t1913\n";

std::string one_decimal_percent(double share) {
  return junheng::number_text(share * 100, 1);
}

TEST(WorkedExample, FiveSchools) {
  const Outcome outcome(kFiveSchools, test::basic());
  const std::size_t stage = outcome.stage(Stage::primary);
  ASSERT_NE(stage, test::kNowhere);
  EXPECT_EQ(outcome.result.split.stages[stage].end - outcome.result.split.stages[stage].begin, 5U);
  EXPECT_EQ(outcome.result.balance[stage].pupils, 302U);
  const auto spread = outcome.balance(Stage::primary, "books").spread;
  EXPECT_NEAR(spread.mean, 6.3344371, 1e-7);
  EXPECT_NEAR(spread.deviation, 3.2638608, 1e-7);
  EXPECT_NEAR(spread.cv, 0.5152566, 1e-7);
  EXPECT_EQ(junheng::number_text(spread.mean, 2), "6.33");
  EXPECT_EQ(junheng::number_text(spread.deviation, 2), "3.26");
  EXPECT_EQ(junheng::number_text(spread.cv, 2), "0.52");

  const char* values[] = {"6.20", "3.70", "10.51", "2.11", "7.31"};
  const char* shares[] = {"0.0", "8.0", "48.1", "42.3", "1.6"};
  const double terms[] = {0.002693, 0.848553, 5.127446, 4.501090, 0.173004};
  double sum = 0;
  for (int i = 0; i < 5; ++i) {
    const std::size_t unit = outcome.unit("小学" + std::to_string(i + 1), Stage::primary);
    ASSERT_NE(unit, test::kNowhere);
    const double value = outcome.result.indicators[outcome.indicator("books")].value[unit];
    const std::uint32_t pupils = outcome.result.split.units.pupils[unit];
    const double share = junheng::cv_share(spread, value, pupils, 302);
    EXPECT_EQ(junheng::number_text(value, 2), values[i]);
    EXPECT_EQ(one_decimal_percent(share), shares[i]);
    EXPECT_NEAR(share * spread.deviation * spread.deviation, terms[i], 1e-6);
    sum += share;
  }
  EXPECT_NEAR(sum, 1.0, 1e-12);
}

/// 0.4888 forgets the weights, 0.5465 also divides by n−1. Neither may appear in any form.
TEST(WorkedExample, TheWrongCoefficientsAppearNowhere) {
  for (const auto detail : {junheng::Detail::full, junheng::Detail::summary}) {
    const std::string json = Outcome(kFiveSchools, test::basic()).json(detail);
    EXPECT_NE(json.find("0.51525"), std::string::npos);
    for (const char* wrong : {"0.4888", "0.4887", "0.488", "48.88", "0.5465", "0.5464", "0.546", "54.65"}) {
      EXPECT_EQ(json.find(wrong), std::string::npos) << wrong;
    }
  }
}

TEST(WorkedExample, TheSampleFileIsThisExample) {
  const Outcome outcome(test::source_file("public/samples/five-schools.tsv"), test::basic());
  EXPECT_NEAR(outcome.balance(Stage::primary, "books").spread.cv, 0.5152566, 1e-7);
}

// ---- rules 5.3 ------------------------------------------------------------------------------------------------

const std::string kHeader =
    "学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t在校生数(高中)\t教学及辅助用房面积(净)\t图书册数\n";

TEST(Split, NineYearSchool) {
  const Outcome outcome(kHeader + "甲\t九年一贯制\t600\t400\t\t5200\t\n");
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::primary, "teaching_area"), 5.0);
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::middle, "teaching_area"), 5.5);
}

TEST(Split, CompleteSecondarySchool) {
  const Outcome outcome(kHeader + "甲\t完全中学\t\t600\t500\t12000\t\n");
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::middle, "teaching_area"), 10.0);
}

TEST(Split, TwelveYearSchool) {
  const Outcome outcome(kHeader + "甲\t十二年一贯制\t600\t300\t200\t8000\t\n");
  EXPECT_NEAR(outcome.value("甲", Stage::primary, "teaching_area"), 6.700168, 5e-7);
  EXPECT_NEAR(outcome.value("甲", Stage::middle, "teaching_area"), 7.370184, 5e-7);
  EXPECT_NEAR(outcome.value("甲", Stage::primary, "teaching_area") * 600, 4020.1005, 5e-5);
  EXPECT_NEAR(outcome.value("甲", Stage::middle, "teaching_area") * 300, 2211.0553, 5e-5);
}

TEST(Split, TheShareOfEachStageIsNotRounded) {
  const Outcome outcome(kHeader + "甲\t九年一贯制\t166\t210\t\t\t23226\n", test::basic());
  const double primary = outcome.value("甲", Stage::primary, "books") * 166;
  const double middle = outcome.value("甲", Stage::middle, "books") * 210;
  EXPECT_EQ(junheng::number_text(primary, 2), "9711.63");
  EXPECT_EQ(junheng::number_text(middle, 2), "13514.37");
  EXPECT_NEAR(primary + middle, 23226, 1e-9);
}

TEST(Split, SmallCountyWithTheSplitPartOfANineYearSchool) {
  const Outcome outcome(kHeader +
                        "甲\t小学\t500\t\t\t2500\t\n乙\t小学\t300\t\t\t1200\t\n丙\t九年一贯制\t600\t400\t\t5200\t\n");
  const auto spread = outcome.balance(Stage::primary, "teaching_area").spread;
  EXPECT_NEAR(spread.mean, 4.785714, 5e-7);
  EXPECT_NEAR(spread.deviation, 0.410326, 5e-7);
  EXPECT_NEAR(spread.cv, 0.085740, 5e-7);
}

TEST(Split, AResourceOfZeroStaysIn) {
  const Outcome outcome(kHeader + "甲\t小学\t100\t\t\t0\t\n乙\t小学\t100\t\t\t200\t\n");
  EXPECT_DOUBLE_EQ(outcome.balance(Stage::primary, "teaching_area").spread.cv, 1.0);
}

}  // namespace
