// SPDX-License-Identifier: MIT
#include "junheng/exact.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "support/big.h"
#include "support/random.h"

using junheng::Decimal;
using junheng::Ratio;
using junheng::U128;
using test::Big;

namespace {

Big big(U128 value) {
  return Big::from_parts(static_cast<std::uint64_t>(value >> 64U), static_cast<std::uint64_t>(value));
}

int sign(std::strong_ordering order) {
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

/// Numbers of every length, with many at the ends of the range.
U128 random_wide(test::Random& random) {
  const U128 wide = (static_cast<U128>(random.next()) << 64U) | random.next();
  switch (random.below(8)) {
    case 0:
      return ~static_cast<U128>(0) - random.below(3);
    case 1:
      return random.below(3);
    default:
      return wide >> random.below(128);
  }
}

TEST(Exact, PowersOfTen) {
  U128 power = 1;
  for (int i = 0; i <= 38; ++i) {
    EXPECT_TRUE(junheng::power_of_ten(i) == power) << i;
    if (i < 38) power *= 10;
  }
}

TEST(Exact, ProductsAreComparedWithoutOverflow) {
  test::Random random(3);
  for (int i = 0; i < 20000; ++i) {
    const U128 a = random_wide(random);
    const U128 b = random_wide(random);
    // often the same product in other factors, or one off it: the cases that overflow would get wrong
    const U128 c = random.one_in(2) ? b : random_wide(random);
    const U128 d = random.one_in(2) ? a : random_wide(random);
    ASSERT_EQ(sign(junheng::compare_products(a, b, c, d)), compare(big(a) * big(b), big(c) * big(d))) << "case " << i;
  }
}

TEST(Exact, FortyTwoTeachersOfAThousandPupilsAreExactlyTheLimit) {
  const Ratio value{4200, 1000};  // 42 · 100 / 1000
  EXPECT_EQ(sign(junheng::compare(value, Decimal{42, 1})), 0);
  EXPECT_EQ(sign(junheng::compare({4199, 1000}, Decimal{42, 1})), -1);
  EXPECT_EQ(sign(junheng::compare({4201, 1000}, Decimal{42, 1})), 1);
  EXPECT_EQ(sign(junheng::compare({3570, 1000}, Decimal{42, 1}, Decimal{85, 2})), 0);
  EXPECT_EQ(sign(junheng::compare({3569, 1000}, Decimal{42, 1}, Decimal{85, 2})), -1);
  EXPECT_EQ(sign(junheng::compare({0, 7}, Decimal{0, 0})), 0);
}

TEST(Exact, ComparisonOfRatiosAgreesWithBigNumbers) {
  test::Random random(4);
  for (int i = 0; i < 20000; ++i) {
    const Decimal limit{random.between(0, 30000000), static_cast<std::uint8_t>(random.below(6))};
    const Decimal factor{random.between(0, 100), static_cast<std::uint8_t>(random.below(3))};
    Ratio value{random_wide(random) >> 24U, 1 + (random_wide(random) >> 60U)};
    if (random.one_in(2)) {  // on the limit, or one off it
      value.denominator = static_cast<U128>(1 + random.below(5000)) * junheng::power_of_ten(limit.scale + factor.scale);
      value.numerator = static_cast<U128>(limit.mantissa) * static_cast<U128>(factor.mantissa) *
                        (value.denominator / junheng::power_of_ten(limit.scale + factor.scale));
      if (random.one_in(3)) value.numerator += 1;
      if (random.one_in(3) && value.numerator > 0) value.numerator -= 1;
    }
    const Big left = big(value.numerator) * big(junheng::power_of_ten(limit.scale + factor.scale));
    const Big right = big(value.denominator) * Big(static_cast<std::uint64_t>(limit.mantissa)) *
                      Big(static_cast<std::uint64_t>(factor.mantissa));
    ASSERT_EQ(sign(junheng::compare(value, limit, factor)), compare(left, right)) << "case " << i;
  }
}

TEST(Exact, RatioToDouble) {
  EXPECT_DOUBLE_EQ(junheng::to_double(Ratio{1, 3}), 1.0 / 3.0);
  EXPECT_DOUBLE_EQ(junheng::to_double(Ratio{0, 3}), 0.0);
  EXPECT_DOUBLE_EQ(junheng::to_double(Ratio{4200, 1000}), 4.2);
  EXPECT_DOUBLE_EQ(junheng::to_double(Ratio{junheng::power_of_ten(30) * 3, junheng::power_of_ten(30)}), 3.0);
}

// ΣP · ΣPX² ≤ (1 + L²)(ΣPX)² on the common denominator of all values.
int compare_cv_plainly(const std::vector<junheng::WeightedRatio>& units, Decimal limit) {
  Big common(1);
  for (const auto& unit : units)
    common = common * big(unit.value.denominator);
  Big pupils;
  Big sum;
  Big squares;
  for (std::size_t i = 0; i < units.size(); ++i) {
    Big value = big(units[i].value.numerator);
    for (std::size_t j = 0; j < units.size(); ++j) {
      if (j != i) value = value * big(units[j].value.denominator);
    }
    const Big weight(units[i].pupils);
    pupils = pupils + weight;
    sum = sum + weight * value;
    squares = squares + weight * value * value;
  }
  const Big one = big(junheng::power_of_ten(limit.scale));
  const Big cv_limit(static_cast<std::uint64_t>(limit.mantissa));
  return compare(pupils * squares * one * one, (one * one + cv_limit * cv_limit) * sum * sum);
}

TEST(Exact, CoefficientsThatAreTheirLimit) {
  EXPECT_EQ(sign(junheng::compare_cv({{500, {1, 1}}, {500, {3, 1}}}, Decimal{5, 1})), 0);   // 1/2
  EXPECT_EQ(sign(junheng::compare_cv({{7, {11, 20}}, {7, {29, 20}}}, Decimal{45, 2})), 0);  // 0.45
  EXPECT_EQ(sign(junheng::compare_cv({{9, {1, 1}}, {1, {6, 1}}}, Decimal{1, 0})), 0);       // mean 1.5, S 1.5
  EXPECT_EQ(sign(junheng::compare_cv({{3, {5, 7}}, {8, {5, 7}}}, Decimal{0, 0})), 0);       // no spread at all
  EXPECT_EQ(sign(junheng::compare_cv({{1, {2, 1}}}, Decimal{0, 0})), 0);
}

TEST(Exact, OneUnitInALargeNumberDecides) {
  const U128 large = junheng::power_of_ten(17);
  EXPECT_EQ(sign(junheng::compare_cv({{1, {large, 1}}, {1, {large * 3, 1}}}, Decimal{5, 1})), 0);
  EXPECT_EQ(sign(junheng::compare_cv({{1, {large, 1}}, {1, {large * 3 + 1, 1}}}, Decimal{5, 1})), 1);
  EXPECT_EQ(sign(junheng::compare_cv({{1, {large, 1}}, {1, {large * 3 - 1, 1}}}, Decimal{5, 1})), -1);
}

TEST(Exact, CoefficientsAgreeWithBigNumbers) {
  test::Random random(5);
  for (int i = 0; i < 3000; ++i) {
    std::vector<junheng::WeightedRatio> units(1 + random.index(6));
    for (auto& unit : units) {
      unit.pupils = static_cast<std::uint32_t>(1 + random.below(1ULL << (1 + random.below(31))));
      unit.value = {1 + (random_wide(random) >> (30 + random.below(90))),
                    1 + (random_wide(random) >> (60 + random.below(60)))};
    }
    const Decimal limit{random.between(0, 120), 2};
    ASSERT_EQ(sign(junheng::compare_cv(units, limit)), compare_cv_plainly(units, limit)) << "case " << i;
  }
}

/// Pupils 1 and 2 with 1 and 0: the coefficient is √2.
std::vector<junheng::WeightedRatio> root_of_two() {
  return {{1, {1, 1}}, {2, {0, 1}}};
}

TEST(Exact, AMeanOfRootsIsWorkedOutToTheDigitsItTakes) {
  const std::vector<junheng::WeightedRatio> half = {{7, {1, 1}}, {7, {3, 1}}};
  EXPECT_EQ(junheng::compare_mean_cv({half, half}, {5, 1}), std::strong_ordering::equal);
  EXPECT_EQ(junheng::compare_mean_cv({half, half}, {50000000000000001, 17}), std::strong_ordering::less);
  EXPECT_EQ(junheng::compare_mean_cv({half, half}, {49999999999999999, 17}), std::strong_ordering::greater);
  // 1.41421356237309504880…
  EXPECT_EQ(junheng::compare_mean_cv({root_of_two()}, {141421356237309504, 17}), std::strong_ordering::greater);
  EXPECT_EQ(junheng::compare_mean_cv({root_of_two()}, {141421356237309505, 17}), std::strong_ordering::less);
  // (√2 + 0.5) / 2 = 0.95710678118654752440…
  EXPECT_EQ(junheng::compare_mean_cv({root_of_two(), half}, {95710678118654752, 17}), std::strong_ordering::greater);
  EXPECT_EQ(junheng::compare_mean_cv({root_of_two(), half}, {95710678118654753, 17}), std::strong_ordering::less);
}

/// 165 and a hundred-billionth of a hundredth in one of eight: no double of the mean shows it.
TEST(Exact, AHairAboveInOneOfEightIsAbove) {
  const std::vector<junheng::WeightedRatio> at = {{100, {35, 1}}, {100, {165, 1}}};
  std::vector<std::vector<junheng::WeightedRatio>> eight(8, at);
  EXPECT_EQ(junheng::compare_mean_cv(eight, {65, 2}), std::strong_ordering::equal);
  const junheng::U128 scale = junheng::power_of_ten(15);
  eight[3][1].value = {165 * scale + 1, scale};
  EXPECT_EQ(junheng::compare_mean_cv(eight, {65, 2}), std::strong_ordering::greater);
  eight[3][1].value = {165 * scale - 1, scale};
  EXPECT_EQ(junheng::compare_mean_cv(eight, {65, 2}), std::strong_ordering::less);
}

}  // namespace
