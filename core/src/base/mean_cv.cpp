// SPDX-License-Identifier: MIT
#include <optional>
#include <utility>

#include "base/cv_square.h"

namespace junheng {
namespace {

/// Binary digits behind the point that are tried one after another. A sum of square roots that is not the limit differs
/// from it within the first few hundred; one that still agrees after the last counts as equal.
constexpr unsigned kDigits[] = {64, 256, 1024};

/// Longer products are not tried for being squares: they are of many units, and no rational number by chance.
constexpr unsigned kLongestSquare = 8192;

/// The largest number whose square is no more.
BigNatural root_of(const BigNatural& square) {
  BigNatural root;
  for (unsigned bit = (square.bits() + 1) / 2; bit-- > 0;) {
    BigNatural more = root + BigNatural::power_of_two(bit);
    if (more * more <= square) root = std::move(more);
  }
  return root;
}

/// floor(√(numerator / denominator) · 2^digits): two binary digits of the quotient for each of the root.
BigNatural root_of(BigNatural numerator, const BigNatural& denominator, unsigned digits) {
  BigNatural quotient;
  const BigNatural one(1);
  // The whole part is the square of a coefficient: small.
  for (; numerator >= denominator; numerator = numerator - denominator)
    quotient = quotient + one;
  for (unsigned i = 0; i < 2 * digits; ++i) {
    numerator = numerator + numerator;
    quotient = quotient + quotient;
    if (numerator < denominator) continue;
    numerator = numerator - denominator;
    quotient = quotient + one;
  }
  return root_of(quotient);
}

/// The comparison where all coefficients are rational: √(n / d) = √(n · d) / d. Positive roots of which one is not add
/// up to no rational number, so that they are never equal to a limit.
std::optional<std::strong_ordering> compare_rational(const std::vector<CvSquare>& squares, Decimal limit) {
  BigNatural sum;
  BigNatural under(1);
  for (const CvSquare& square : squares) {
    const BigNatural product = (square.above - square.below) * square.below;
    if (product.bits() > kLongestSquare) return std::nullopt;
    const BigNatural root = root_of(product);
    if (root * root != product) return std::nullopt;
    sum = sum * square.below + root * under;
    under = under * square.below;
  }
  return sum * BigNatural(power_of_ten(limit.scale)) <=>
         BigNatural(static_cast<U128>(limit.mantissa)) * BigNatural(squares.size()) * under;
}

}  // namespace

std::strong_ordering compare_mean_cv(const std::vector<std::vector<WeightedRatio>>& indicators, Decimal limit) {
  std::vector<CvSquare> squares;
  squares.reserve(indicators.size());
  for (const auto& units : indicators)
    squares.push_back(cv_square(units));
  const BigNatural count(indicators.size());
  const BigNatural one(power_of_ten(limit.scale));
  for (const unsigned digits : kDigits) {
    BigNatural sum;
    for (const CvSquare& square : squares)
      sum = sum + root_of(square.above - square.below, square.below, digits);
    // The sum of the roots lies from `sum` up to, and not at, `sum` + count, in units of 2^-digits.
    const BigNatural bar = BigNatural(static_cast<U128>(limit.mantissa)) * count * BigNatural::power_of_two(digits);
    if (sum * one > bar) return std::strong_ordering::greater;
    if ((sum + count) * one <= bar) return std::strong_ordering::less;
    if (digits != kDigits[0]) continue;
    if (const auto rational = compare_rational(squares, limit)) return *rational;
  }
  return std::strong_ordering::equal;
}

}  // namespace junheng
