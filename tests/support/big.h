// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace test {

/// Whole numbers of any size, as slow and as plain as they can be: the oracle for the exact comparisons.
class Big {
 public:
  Big() = default;
  explicit Big(std::uint64_t value) {
    while (value != 0) {
      limbs_.push_back(static_cast<std::uint32_t>(value));
      value >>= 32U;
    }
  }
  static Big from_parts(std::uint64_t high, std::uint64_t low) {
    return Big(high) * Big(1ULL << 32U) * Big(1ULL << 32U) + Big(low);
  }

  friend Big operator+(const Big& a, const Big& b) {
    Big sum;
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < std::max(a.limbs_.size(), b.limbs_.size()) || carry != 0; ++i) {
      carry += a.limb(i) + b.limb(i);
      sum.limbs_.push_back(static_cast<std::uint32_t>(carry));
      carry >>= 32U;
    }
    return sum;
  }

  friend Big operator*(const Big& a, const Big& b) {
    Big product;
    product.limbs_.assign(a.limbs_.size() + b.limbs_.size(), 0);
    for (std::size_t i = 0; i < a.limbs_.size(); ++i) {
      std::uint64_t carry = 0;
      for (std::size_t j = 0; j < b.limbs_.size() || carry != 0; ++j) {
        carry += product.limbs_[i + j] + a.limb(i) * b.limb(j);
        product.limbs_[i + j] = static_cast<std::uint32_t>(carry);
        carry >>= 32U;
      }
    }
    while (!product.limbs_.empty() && product.limbs_.back() == 0)
      product.limbs_.pop_back();
    return product;
  }

  /// -1, 0 or 1.
  friend int compare(const Big& a, const Big& b) {
    if (a.limbs_.size() != b.limbs_.size()) return a.limbs_.size() < b.limbs_.size() ? -1 : 1;
    for (std::size_t i = a.limbs_.size(); i-- > 0;) {
      if (a.limbs_[i] != b.limbs_[i]) return a.limbs_[i] < b.limbs_[i] ? -1 : 1;
    }
    return 0;
  }

 private:
  [[nodiscard]] std::uint64_t limb(std::size_t i) const { return i < limbs_.size() ? limbs_[i] : 0; }
  std::vector<std::uint32_t> limbs_;  ///< least significant first, no leading zeros
};

}  // namespace test
