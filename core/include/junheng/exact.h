// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "junheng/decimal.h"

namespace junheng {

__extension__ using U128 = unsigned __int128;

/// A non-negative fraction, not reduced. The bounds of Decimal keep both parts below 2^128.
struct Ratio {
  U128 numerator = 0;
  U128 denominator = 1;
};

/// Up to the largest power of ten below 2^128.
inline constexpr std::array<U128, 39> kPowersOfTen = [] {
  std::array<U128, 39> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i)
    powers[i] = powers[i - 1] * 10;
  return powers;
}();

/// 10^power for power <= 38. Looked up: it is asked for with every number that is added up, and a multiplication of 128
/// bits is a call where there are 32.
[[nodiscard]] inline U128 power_of_ten(int power) {
  return kPowersOfTen[static_cast<std::size_t>(power)];
}

/// Compares a * b with c * d without overflow.
[[nodiscard]] std::strong_ordering compare_products(U128 a, U128 b, U128 c, U128 d);

/// Compares a value with limit * factor, exactly. limit and factor must not be negative.
[[nodiscard]] std::strong_ordering compare(const Ratio& value, Decimal limit, Decimal factor = {1, 0});

[[nodiscard]] double to_double(const Ratio& value);

/// One unit in compare_cv(): its pupils (> 0) and its exact value.
struct WeightedRatio {
  std::uint32_t pupils = 0;
  Ratio value;
};

/// Compares the student-weighted coefficient of variation with a limit, exactly and without a square root:
/// CV <= L  <=>  ΣP · Σ P X²  <=  (1 + L²) · (Σ P X)².  Slow (big integers): call it only where the double result lies
/// closer to the limit than its error bound. The mean must not be zero.
[[nodiscard]] std::strong_ordering compare_cv(const std::vector<WeightedRatio>& units, Decimal limit);

/// Compares the mean of the coefficients of several indicators (综合差异系数) with a limit: a sum of square roots, worked
/// out to as many digits as it takes. Slow, as compare_cv(). No mean may be zero.
[[nodiscard]] std::strong_ordering compare_mean_cv(const std::vector<std::vector<WeightedRatio>>& indicators,
                                                   Decimal limit);

}  // namespace junheng
