// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>

#include "junheng/formula.h"
#include "support/outcome.h"

using junheng::Stage;
using test::Outcome;

namespace {

/// 270 books of 45 pupils are 6 for each, and 279 are 31 fifths: nobody has to cancel 45 by hand.
TEST(LowestTerms, FractionsOfValuesAreShownInThem) {
  const Outcome outcome("学校名称\t学校类型\t在校生数\t图书册数\n甲\t小学\t45\t279\n乙\t小学\t45\t270\n",
                        test::basic());
  const auto steps = junheng::steps_of_cv(outcome.result, outcome.stage(Stage::primary), outcome.indicator("books"));
  std::string all;
  for (const auto& step : steps)
    all += step.formula + "\n";
  EXPECT_NE(all.find("(31 ÷ 5)"), std::string::npos) << all;
  EXPECT_EQ(all.find("÷ 45)"), std::string::npos) << all;
}

}  // namespace
