// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <utility>

#include "junheng/exact.h"

namespace junheng {

/// A decimal that is not negative, in units of 10^-kMaxScale: the one scale in which any of them can be added up.
inline U128 in_finest_units(Decimal value) {
  return static_cast<U128>(value.mantissa) * power_of_ten(kMaxScale - value.scale);
}

/// The same as a fraction.
inline Ratio ratio_of(Decimal value) {
  return {static_cast<U128>(value.mantissa), power_of_ten(value.scale)};
}

/// The sum of two numbers where both are known and it stays within the bounds of Decimal.
inline std::optional<Decimal> sum_of(std::optional<Decimal> a, std::optional<Decimal> b) {
  if (!a || !b) return std::nullopt;
  if (a->scale < b->scale) std::swap(a, b);
  std::int64_t scaled = b->mantissa;
  for (std::uint8_t scale = b->scale; scale < a->scale; ++scale)
    if (__builtin_mul_overflow(scaled, std::int64_t{10}, &scaled)) return std::nullopt;
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a->mantissa, scaled, &sum)) return std::nullopt;
  // Back within the bounds of Decimal, which the exact comparisons rely on.
  return shifted(Decimal{sum, a->scale}, 0);
}

/// A sum of decimals in units of 10^-scale, what is added and what is taken away apart. The scale is the largest of those
/// that were added: of numbers as people write them the sums stay short, and comparing short numbers is quick.
struct ScaledSum {
  U128 plus = 0;
  U128 minus = 0;
  std::uint8_t scale = 0;
  bool complete = true;  ///< no number was missing
  bool any = false;      ///< at least one was there

  void add(const std::optional<Decimal>& number, bool take_away = false) {
    if (!number) {
      complete = false;
      return;
    }
    any = true;
    rescale(number->scale);
    const bool negative = number->mantissa < 0;
    U128& side = take_away != negative ? minus : plus;
    const auto amount = static_cast<U128>(negative ? -number->mantissa : number->mantissa);
    side += scale == number->scale ? amount : amount * power_of_ten(scale - number->scale);
  }

  void rescale(std::uint8_t least) {
    if (least <= scale) return;
    const U128 factor = power_of_ten(least - scale);
    plus *= factor;
    minus *= factor;
    scale = least;
  }
};

/// The same in units of 10^-kMaxScale from the beginning: two of them can be compared as they are.
struct ExactSum : ScaledSum {
  ExactSum() { scale = kMaxScale; }
};

}  // namespace junheng
