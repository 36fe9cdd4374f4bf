// SPDX-License-Identifier: MIT
#pragma once

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

}  // namespace junheng
