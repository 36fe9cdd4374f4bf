// SPDX-License-Identifier: MIT
#include "plan/twofold.h"

namespace junheng {
namespace {

Twofold sum_of_two(double a, double b) {
  const double sum = a + b;
  const double of_b = sum - a;
  return {sum, (a - (sum - of_b)) + (b - of_b)};
}

/// Of two of which the first is not the smaller one.
Twofold renewed(double a, double b) {
  const double sum = a + b;
  return {sum, b - (sum - a)};
}

Twofold product_of_two(double a, double b) {
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

}  // namespace

Twofold operator-(Twofold a) {
  return {-a.high, -a.low};
}

Twofold operator+(Twofold a, Twofold b) {
  const Twofold high = sum_of_two(a.high, b.high);
  const Twofold low = sum_of_two(a.low, b.low);
  const Twofold nearly = renewed(high.high, high.low + low.high);
  return renewed(nearly.high, nearly.low + low.low);
}

Twofold operator-(Twofold a, Twofold b) {
  return a + -b;
}

Twofold operator*(Twofold a, Twofold b) {
  const Twofold product = product_of_two(a.high, b.high);
  return renewed(product.high, product.low + (a.high * b.low + a.low * b.high));
}

Twofold operator/(Twofold a, Twofold b) {
  const double first = a.high / b.high;
  const Twofold left = a - b * Twofold{first, 0};
  const double second = left.high / b.high;
  const Twofold rest = left - b * Twofold{second, 0};
  return renewed(first, second) + Twofold{rest.high / b.high, 0};
}

Twofold twofold_of(U128 whole) {
  const auto high = static_cast<double>(whole);
  const auto back = static_cast<U128>(high);
  return {high, back > whole ? -static_cast<double>(back - whole) : static_cast<double>(whole - back)};
}

Twofold twofold_of(const Ratio& ratio) {
  return twofold_of(ratio.numerator) / twofold_of(ratio.denominator);
}

Twofold twofold_of(Decimal number) {
  const bool negative = number.mantissa < 0;
  const auto size = static_cast<U128>(negative ? -number.mantissa : number.mantissa);
  const Twofold value = twofold_of(Ratio{size, power_of_ten(number.scale)});
  return negative ? -value : value;
}

}  // namespace junheng
