// SPDX-License-Identifier: MIT
// Verdicts that are others where the form's rounded numbers are compared.
#include "junheng/rounded.h"

#include <gtest/gtest.h>

#include "support/outcome.h"
#include "support/sheet.h"

namespace junheng {
namespace {

TEST(Rounded, ANumberAHairBelowItsThresholdIsNamed) {
  // 4.4975 ㎡ a pupil is 4.50 in the form, and 4.5 is asked.
  test::Sheet sheet = test::quality_sheet({test::good_row("甲", "小学", 400), test::good_row("乙", "小学", 300)});
  sheet.rows[0][test::kFirstResource + 3] = "1799";
  const test::Outcome outcome(sheet.tsv());
  const std::size_t stage = outcome.stage(Stage::primary);
  const auto found = verdicts_if_rounded(outcome.result, stage);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].unit, std::optional<std::uint32_t>(outcome.unit("甲", Stage::primary)));
  EXPECT_EQ(found[0].rounded, "4.50");
  EXPECT_EQ(found[0].before, Verdict::near);
  EXPECT_EQ(found[0].after, Verdict::pass);
}

TEST(Rounded, WhereNothingIsNearNothingIsNamed) {
  const test::Sheet sheet = test::quality_sheet({test::good_row("甲", "小学", 400), test::good_row("乙", "小学", 300)});
  const test::Outcome outcome(sheet.tsv());
  EXPECT_TRUE(verdicts_if_rounded(outcome.result, outcome.stage(Stage::primary)).empty());
}

TEST(Rounded, ACoefficientAHairOverItsLimitIsNamed) {
  // Teachers of 400 pupils each: x and y have a coefficient of |x − y| / (x + y); 1501 and 3000 make 0.33304.
  test::Sheet sheet = test::quality_sheet({test::good_row("甲", "小学", 4000), test::good_row("乙", "小学", 4000)});
  for (const std::size_t row : {0U, 1U})
    for (std::size_t column = test::kFirstResource; column < sheet.rows[row].size(); ++column)
      sheet.rows[row][column] = "100000000";
  const auto& limit = test::quality().balance.limit[static_cast<std::size_t>(Stage::primary)];
  ASSERT_TRUE(limit);
  // (1 + d) / (1 − d) with d a little above the limit: 0.5004 is 0.500 in the form.
  const double over = to_double(limit->value) + 0.0004;
  const auto more = static_cast<std::int64_t>(100000000 * (1 + over) / (1 - over));
  sheet.rows[0][test::kFirstResource + 3] = test::digits(more);
  const test::Outcome outcome(sheet.tsv());
  const auto found = verdicts_if_rounded(outcome.result, outcome.stage(Stage::primary));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].unit);
  EXPECT_EQ(found[0].indicator, 3);
  EXPECT_EQ(found[0].before, Verdict::fail);
  EXPECT_EQ(found[0].after, Verdict::pass);
}

}  // namespace
}  // namespace junheng
