// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "junheng/exact.h"

namespace junheng {

/// A natural number of any size: only what the exact comparison of coefficients needs. Schoolbook products are enough:
/// it runs only where a coefficient lies within its error bound of the limit.
class BigNatural {
 public:
  BigNatural() = default;
  explicit BigNatural(U128 value);

  [[nodiscard]] static BigNatural power_of_two(unsigned power);
  [[nodiscard]] unsigned bits() const;  ///< up to the highest that is set; 0 for zero

  friend BigNatural operator+(const BigNatural& a, const BigNatural& b);
  friend BigNatural operator-(const BigNatural& a, const BigNatural& b);  ///< precondition: a >= b
  friend BigNatural operator*(const BigNatural& a, const BigNatural& b);
  friend std::strong_ordering operator<=>(const BigNatural& a, const BigNatural& b);
  friend bool operator==(const BigNatural& a, const BigNatural& b) = default;

 private:
  void trim();
  std::vector<std::uint32_t> limbs_;  ///< lowest first, none for zero, the highest is never zero
};

}  // namespace junheng
