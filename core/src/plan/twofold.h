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

[[nodiscard]] Twofold operator-(Twofold a);
[[nodiscard]] Twofold operator+(Twofold a, Twofold b);
[[nodiscard]] Twofold operator-(Twofold a, Twofold b);
[[nodiscard]] Twofold operator*(Twofold a, Twofold b);
[[nodiscard]] Twofold operator/(Twofold a, Twofold b);

[[nodiscard]] Twofold twofold_of(U128 whole);
[[nodiscard]] Twofold twofold_of(const Ratio& ratio);
[[nodiscard]] Twofold twofold_of(Decimal number);

}  // namespace junheng
