// SPDX-License-Identifier: MIT
#pragma once

#include "junheng/exact.h"

namespace junheng {

/// A number as the sum of two doubles, the second of which is what the first has rounded away: some 106 binary digits
/// (Dekker, Knuth). For sums that a double is too short for and that are too many for fractions. Needs strict double
/// arithmetic: see cmake/flags.cmake.
struct Twofold {
  double high = 0;
  double low = 0;

  [[nodiscard]] double value() const { return high + low; }
};

/// What one operation rounds away at most, relative to the larger of what goes in and comes out.
inline constexpr double kTwofoldError = 0x1p-100;

namespace twofold {

inline Twofold sum_of_two(double a, double b) {
  const double sum = a + b;
  const double of_b = sum - a;
  return {sum, (a - (sum - of_b)) + (b - of_b)};
}

/// Of two of which the first is not the smaller one.
inline Twofold renewed(double a, double b) {
  const double sum = a + b;
  return {sum, b - (sum - a)};
}

inline Twofold product_of_two(double a, double b) {
  // 2^27 + 1 cuts a double in halves whose products are exact.
  constexpr double kHalves = 134217729;
  const double product = a * b;
  const double over_a = kHalves * a;
  const double over_b = kHalves * b;
  const double high_a = over_a - (over_a - a);
  const double high_b = over_b - (over_b - b);
  const double low_a = a - high_a;
  const double low_b = b - high_b;
  return {product, ((high_a * high_b - product) + high_a * low_b + low_a * high_b) + low_a * low_b};
}

}  // namespace twofold

inline Twofold operator-(Twofold a) {
  return {-a.high, -a.low};
}

inline Twofold operator+(Twofold a, Twofold b) {
  const Twofold high = twofold::sum_of_two(a.high, b.high);
  const Twofold low = twofold::sum_of_two(a.low, b.low);
  const Twofold nearly = twofold::renewed(high.high, high.low + low.high);
  return twofold::renewed(nearly.high, nearly.low + low.low);
}

inline Twofold operator-(Twofold a, Twofold b) {
  return a + -b;
}

inline Twofold operator*(Twofold a, Twofold b) {
  const Twofold product = twofold::product_of_two(a.high, b.high);
  return twofold::renewed(product.high, product.low + (a.high * b.low + a.low * b.high));
}

inline Twofold operator/(Twofold a, Twofold b) {
  const double first = a.high / b.high;
  const Twofold left = a - b * Twofold{first, 0};
  const double second = left.high / b.high;
  const Twofold rest = left - b * Twofold{second, 0};
  return twofold::renewed(first, second) + Twofold{rest.high / b.high, 0};
}

inline Twofold twofold_of(U128 whole) {
  const auto high = static_cast<double>(whole);
  const auto back = static_cast<U128>(high);
  return {high, back > whole ? -static_cast<double>(back - whole) : static_cast<double>(whole - back)};
}

inline Twofold twofold_of(const Ratio& ratio) {
  return twofold_of(ratio.numerator) / twofold_of(ratio.denominator);
}

inline Twofold twofold_of(Decimal number) {
  const bool negative = number.mantissa < 0;
  const auto size = static_cast<U128>(negative ? -number.mantissa : number.mantissa);
  const Twofold value = twofold_of(Ratio{size, power_of_ten(number.scale)});
  return negative ? -value : value;
}

}  // namespace junheng
