// SPDX-License-Identifier: MIT
#include "junheng/exact.h"

#include <numeric>
#include <utility>

#include "base/cv_square.h"
#include "base/sort_places.h"

namespace junheng {
namespace {

struct U256 {
  U128 high;
  U128 low;
};

U256 product(U128 a, U128 b) {
  constexpr int kHalf = 64;
  const U128 mask = (static_cast<U128>(1) << kHalf) - 1;
  const U128 low = (a & mask) * (b & mask);
  const U128 cross_a = (a >> kHalf) * (b & mask);
  const U128 cross_b = (a & mask) * (b >> kHalf);
  const U128 middle = (low >> kHalf) + (cross_a & mask) + (cross_b & mask);
  return {(a >> kHalf) * (b >> kHalf) + (cross_a >> kHalf) + (cross_b >> kHalf) + (middle >> kHalf),
          (middle << kHalf) | (low & mask)};
}

/// Nearly all numbers are; then one multiplication of 64 bits is exact in 128.
bool is_short(U128 value) {
  return value >> 64 == 0;
}

U128 greatest_common_divisor(U128 a, U128 b) {
  while (b != 0)
    a = std::exchange(b, a % b);
  return a;
}

Ratio reduced(Ratio ratio) {
  const U128 divisor = greatest_common_divisor(ratio.numerator, ratio.denominator);
  return divisor == 0 ? ratio : Ratio{ratio.numerator / divisor, ratio.denominator / divisor};
}

struct BigRatio {
  BigNatural numerator;
  BigNatural denominator{1};
};

/// A summand whose denominator is the square of `root` (or `root` itself, for the plain sum).
struct Summand {
  U128 root;
  BigNatural numerator;
};

/// Sums fractions: first those of the same denominator, then pairwise, so that the numbers stay short for long.
BigRatio sum(const std::vector<Summand>& summands, bool squared) {
  std::vector<std::uint32_t> order(summands.size());
  std::iota(order.begin(), order.end(), 0U);
  sort_places(order, [&](std::uint32_t a, std::uint32_t b) { return summands[a].root < summands[b].root; });
  std::vector<BigRatio> fractions;
  for (std::size_t i = 0; i < order.size();) {
    const U128 root = summands[order[i]].root;
    BigNatural numerator;
    for (; i < order.size() && summands[order[i]].root == root; ++i)
      numerator = numerator + summands[order[i]].numerator;
    const BigNatural denominator(root);
    fractions.push_back({std::move(numerator), squared ? denominator * denominator : denominator});
  }
  while (fractions.size() > 1) {
    std::vector<BigRatio> halves;
    halves.reserve(fractions.size() / 2 + 1);
    for (std::size_t i = 0; i + 1 < fractions.size(); i += 2) {
      const BigRatio& a = fractions[i];
      const BigRatio& b = fractions[i + 1];
      halves.push_back({a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator});
    }
    if (fractions.size() % 2 == 1) halves.push_back(std::move(fractions.back()));
    fractions = std::move(halves);
  }
  return fractions.empty() ? BigRatio{} : std::move(fractions.front());
}

}  // namespace

std::strong_ordering compare_products(U128 a, U128 b, U128 c, U128 d) {
  const U128 all = a | b | c | d;
  // Where there are 32 bits a product of 128 is a call, and nearly no comparison needs it.
  if (all >> 32 == 0) {
    return static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b) <=>
           static_cast<std::uint64_t>(c) * static_cast<std::uint64_t>(d);
  }
  if (is_short(all)) return a * b <=> c * d;
  const U256 left = product(a, b);
  const U256 right = product(c, d);
  if (left.high != right.high)
    return left.high < right.high ? std::strong_ordering::less : std::strong_ordering::greater;
  if (left.low != right.low) return left.low < right.low ? std::strong_ordering::less : std::strong_ordering::greater;
  return std::strong_ordering::equal;
}

std::strong_ordering compare(const Ratio& value, Decimal limit, Decimal factor) {
  const auto whole = static_cast<U128>(limit.mantissa);
  const U128 bar = factor.mantissa == 1 ? whole : whole * static_cast<U128>(factor.mantissa);
  return compare_products(value.numerator, power_of_ten(limit.scale + factor.scale), bar, value.denominator);
}

double to_double(const Ratio& value) {
  if (is_short(value.numerator | value.denominator))
    return static_cast<double>(static_cast<std::uint64_t>(value.numerator)) /
           static_cast<double>(static_cast<std::uint64_t>(value.denominator));
  return static_cast<double>(value.numerator) / static_cast<double>(value.denominator);
}

CvSquare cv_square(const std::vector<WeightedRatio>& units) {
  std::vector<Summand> squares;
  std::vector<Summand> plain;
  squares.reserve(units.size());
  plain.reserve(units.size());
  U128 pupils = 0;
  for (const WeightedRatio& unit : units) {
    pupils += unit.pupils;
    const Ratio value = reduced(unit.value);
    const BigNatural numerator(value.numerator);
    const BigNatural weighted = numerator * BigNatural(unit.pupils);
    squares.push_back({value.denominator, weighted * numerator});
    plain.push_back({value.denominator, weighted});
  }
  const BigRatio square_sum = sum(squares, true);
  const BigRatio plain_sum = sum(plain, false);

  return {BigNatural(pupils) * square_sum.numerator * plain_sum.denominator * plain_sum.denominator,
          plain_sum.numerator * plain_sum.numerator * square_sum.denominator};
}

std::strong_ordering compare_cv(const std::vector<WeightedRatio>& units, Decimal limit) {
  const CvSquare square = cv_square(units);
  // With L = mantissa / 10^scale.
  const BigNatural one(power_of_ten(limit.scale));
  const BigNatural mantissa(static_cast<U128>(limit.mantissa));
  return square.above * one * one <=> (one * one + mantissa * mantissa) * square.below;
}

}  // namespace junheng
