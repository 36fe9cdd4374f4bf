// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

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

/// A sum of decimals in units of 10^-kMaxScale, what is added and what is taken away apart.
struct ExactSum {
  U128 plus = 0;
  U128 minus = 0;
  bool complete = true;  ///< no number was missing
  bool any = false;      ///< at least one was there

  void add(const std::optional<Decimal>& number, bool take_away = false) {
    if (!number) {
      complete = false;
      return;
    }
    any = true;
    const bool negative = number->mantissa < 0;
    (take_away != negative ? minus : plus) +=
        in_finest_units({negative ? -number->mantissa : number->mantissa, number->scale});
  }
};

}  // namespace junheng
