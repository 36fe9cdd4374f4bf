// SPDX-License-Identifier: MIT
#include "base/big_natural.h"

#include <algorithm>
#include <bit>

namespace junheng {
namespace {
constexpr unsigned kLimbBits = 32;
}

BigNatural::BigNatural(U128 value) {
  for (; value != 0; value >>= kLimbBits)
    limbs_.push_back(static_cast<std::uint32_t>(value));
}

void BigNatural::trim() {
  while (!limbs_.empty() && limbs_.back() == 0)
    limbs_.pop_back();
}

BigNatural operator+(const BigNatural& a, const BigNatural& b) {
  BigNatural sum;
  const std::size_t size = std::max(a.limbs_.size(), b.limbs_.size());
  sum.limbs_.reserve(size + 1);
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (i < a.limbs_.size()) carry += a.limbs_[i];
    if (i < b.limbs_.size()) carry += b.limbs_[i];
    sum.limbs_.push_back(static_cast<std::uint32_t>(carry));
    carry >>= kLimbBits;
  }
  if (carry != 0) sum.limbs_.push_back(static_cast<std::uint32_t>(carry));
  return sum;
}

BigNatural BigNatural::power_of_two(unsigned power) {
  BigNatural result;
  result.limbs_.assign(power / kLimbBits + 1, 0);
  result.limbs_.back() = std::uint32_t{1} << power % kLimbBits;
  return result;
}

unsigned BigNatural::bits() const {
  if (limbs_.empty()) return 0;
  return static_cast<unsigned>(limbs_.size()) * kLimbBits - static_cast<unsigned>(std::countl_zero(limbs_.back()));
}

BigNatural operator-(const BigNatural& a, const BigNatural& b) {
  BigNatural difference;
  difference.limbs_.reserve(a.limbs_.size());
  std::uint64_t borrow = 0;
  for (std::size_t i = 0; i < a.limbs_.size(); ++i) {
    const std::uint64_t taken = (i < b.limbs_.size() ? b.limbs_[i] : 0U) + borrow;
    borrow = a.limbs_[i] < taken ? 1 : 0;
    difference.limbs_.push_back(static_cast<std::uint32_t>((borrow << kLimbBits) + a.limbs_[i] - taken));
  }
  difference.trim();
  return difference;
}

BigNatural operator*(const BigNatural& a, const BigNatural& b) {
  BigNatural product;
  product.limbs_.assign(a.limbs_.size() + b.limbs_.size(), 0);
  for (std::size_t i = 0; i < a.limbs_.size(); ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; j < b.limbs_.size(); ++j) {
      carry += static_cast<std::uint64_t>(a.limbs_[i]) * b.limbs_[j] + product.limbs_[i + j];
      product.limbs_[i + j] = static_cast<std::uint32_t>(carry);
      carry >>= kLimbBits;
    }
    product.limbs_[i + b.limbs_.size()] = static_cast<std::uint32_t>(carry);
  }
  product.trim();
  return product;
}

std::strong_ordering operator<=>(const BigNatural& a, const BigNatural& b) {
  if (a.limbs_.size() != b.limbs_.size()) return a.limbs_.size() <=> b.limbs_.size();
  for (std::size_t i = a.limbs_.size(); i-- > 0;) {
    if (a.limbs_[i] != b.limbs_[i]) return a.limbs_[i] <=> b.limbs_[i];
  }
  return std::strong_ordering::equal;
}

}  // namespace junheng
