// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "junheng/exact.h"
#include "junheng/indicators.h"
#include "junheng/prepared.h"

namespace junheng {

/// Computes the values of nearly all units of one stage by one alternative: those whose every number stands in the
/// unit's own row, once, and is short. What value_of() would find, term by term, is looked up once for all of them; where
/// anything is out of the ordinary there is no value here, and value_of() says what is to be said. Both come to the same
/// fraction, digit by digit.
class PlainValues {
 public:
  /// `resource` has to outlive it. Where the alternative needs more than sums over pupils, there are no plain values.
  PlainValues(const Prepared& prepared, const Indicator& indicator, const Resource& resource, Stage stage);

  /// per · resource / pupils, not reduced, both parts within 64 bits. nullopt: not plain.
  [[nodiscard]] std::optional<Ratio> of(std::uint32_t unit) const;

 private:
  struct TermColumns {
    const NumberColumn* staged = nullptr;
    const NumberColumn* whole = nullptr;
    bool minus = false;
  };

  [[nodiscard]] bool alone(std::uint32_t row) const;

  const Prepared& p_;
  std::vector<TermColumns> terms_;
  std::uint64_t per_ = 1;
  int per_scale_ = 0;
  bool ask_unit_ = false;  ///< a unit that nobody wrote is asked for
  bool plain_ = false;
};

/// Whether the unit of a field's numbers, where nobody wrote it, may be another one by Plausible::unit_times.
[[nodiscard]] bool unit_may_be_left_out(const Prepared& prepared, std::uint16_t field);

}  // namespace junheng
