// SPDX-License-Identifier: MIT
// 财政教育拨款的增长高于财政经常性收入的增长: strictly, and exactly. Growths are compared as products of amounts that
// need more than 64 and more than 128 bits.
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "support/outcome.h"

using junheng::Verdict;
using test::Outcome;

namespace {

struct Growth {
  const char* what;
  const char* appropriation;  ///< of the year before, and of the year
  const char* revenue;
  Verdict verdict;

  friend void PrintTo(const Growth& one, std::ostream* out) { *out << one.what; }
};

class GrowthIsCompared : public testing::TestWithParam<Growth> {};

/// Two years are one step, which is judged although three years are asked for.
TEST_P(GrowthIsCompared, Exactly) {
  const Outcome outcome = Outcome::of_facts(std::string("项目\t2011\t2012\n财政教育拨款\t") + GetParam().appropriation +
                                            "\n财政经常性收入\t" + GetParam().revenue);
  const auto check = outcome.check("three_growths", "appropriation");
  ASSERT_FALSE(check.judged.empty());
  EXPECT_EQ(check.judged.front().subject.year, 2012);
  EXPECT_EQ(test::word(check.judged.front().verdict), test::word(GetParam().verdict))
      << test::issue_names(outcome.result.issues);
}

constexpr Verdict kPass = Verdict::pass;
constexpr Verdict kFail = Verdict::fail;

INSTANTIATE_TEST_SUITE_P(
    Both, GrowthIsCompared,
    testing::Values(Growth{"a tenth each is not faster", "100\t110", "1300\t1430", kFail},
                    Growth{"a tenth each, the other way round", "1300\t1430", "100\t110", kFail},
                    Growth{"one yuan in 1430 more", "100\t110", "1300\t1429", kPass},
                    Growth{"one yuan in 1430 less", "100\t110", "1300\t1431", kFail},
                    Growth{"doubled and doubled", "1\t2", "499999999999\t999999999998", kFail},
                    Growth{"doubled and one less than doubled", "1\t2", "499999999999\t999999999997", kPass},
                    Growth{"a third that no decimal can write", "3\t4", "749999999997\t999999999996", kFail},
                    Growth{"a third, and a millionth less", "3\t4", "749999999997\t999999999995.999999", kPass},
                    Growth{"a third, and a millionth more", "3\t4", "749999999997\t999999999996.000001", kFail},
                    Growth{"a million million times, both", "0.999999999999999\t999999999999.999",
                           "0.00000000999999999\t9999.99999", kFail},
                    Growth{"a million million times, and a hair less", "0.999999999999999\t999999999999.999",
                           "0.00000000999999999\t9999.999989999", kPass},
                    Growth{"the largest and the smallest", "0.00000000000000001\t999999999999.999999",
                           "0.00000000000000001\t999999999999.999998", kPass},
                    Growth{"the largest and the smallest, equal", "0.00000000000000001\t999999999999.999999",
                           "0.00000000000000001\t999999999999.999999", kFail},
                    Growth{"both fall alike", "110\t100", "1430\t1300", kFail},
                    Growth{"both fall, less than the revenue", "110\t100", "1430\t1299", kPass}),
    [](const auto& info) { return "Case" + std::to_string(info.index); });

/// The other series are exact too: the last digit of a number near the bounds decides.
TEST(Series, TheLastDigitDecides) {
  const auto verdict = [](const char* years) {
    return Outcome::of_facts(std::string("项目\t2009\t2010\t2011\t2012\n教师年平均工资收入\t") + years)
        .check("three_growths", "pay")
        .verdict;
  };
  EXPECT_EQ(verdict("999999999999.999996\t999999999999.999997\t999999999999.999998\t999999999999.999999"), kPass);
  EXPECT_EQ(verdict("999999999999.999996\t999999999999.999997\t999999999999.999998\t999999999999.999998"), kFail);
  EXPECT_EQ(verdict("0.00000000000000001\t0.00000000000000002\t0.00000000000000003\t0.00000000000000004"), kPass);
  EXPECT_EQ(verdict("0.00000000000000002\t0.00000000000000003\t0.00000000000000003\t0.00000000000000004"), kFail);
}

/// The share of a sum in a sum, year by year: fractions of different denominators.
TEST(Series, SharesAreComparedAsFractions) {
  const auto years = [](const char* funds, const char* expenditure) {
    return Outcome::of_facts(std::string("项目\t2010\t2011\t2012\n预算内教育经费\t") + funds + "\n财政支出\t" +
                             expenditure)
        .check("one_share", "share")
        .verdict;
  };
  EXPECT_EQ(years("1\t2\t3", "3\t5\t7"), kPass) << "1/3 < 2/5 < 3/7";
  EXPECT_EQ(years("1\t2\t3", "3\t5\t7.5"), kFail) << "2/5 and 3/7.5 are equal";
  EXPECT_EQ(years("333333333333\t333333333334\t333333333335", "999999999999\t999999999999\t999999999999"), kPass);
  EXPECT_EQ(years("111111111111\t333333333333\t333333333334", "333333333333\t999999999999\t999999999999"), kFail);
}

}  // namespace
