// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "junheng/exact.h"
#include "junheng/indicators.h"
#include "junheng/prepared.h"

namespace junheng {

/// Computes the values of nearly all units of one stage by one alternative: those whose every number stands in the
/// unit's own row, for the unit alone or for the whole school that the row is of, and is short. What value_of() would
/// find, term by term, is looked up once for all of them; where anything is out of the ordinary there is no value here,
/// and value_of() says what is to be said. Both come to the same fraction.
class PlainValues {
 public:
  /// `resource` has to outlive it. Where the alternative needs more than sums over pupils, there are no plain values.
  PlainValues(const Prepared& prepared, const Indicator& indicator, const Resource& resource, Stage stage);

  /// Puts per · resource / pupils, or its share of what the school has as a whole, of each unit of [begin, end) that has
  /// a plain one, as a number, and its origin where they belong; leaves those of all others.
  void fill(std::uint32_t begin, std::uint32_t end, std::vector<double>& values, std::vector<Origin>& origins) const;

 private:
  struct TermColumns {
    NumberColumn::Rows staged;
    NumberColumn::Rows whole;
    bool minus = false;
  };

  /// above / below, not reduced.
  struct Value {
    std::uint64_t above = 0;
    std::uint64_t below = 1;
    bool split = false;
  };
  struct Columns;
  bool find(const Columns& columns, std::uint32_t unit, Value& value) const;

  const Split& split_;
  std::vector<TermColumns> terms_;
  std::uint64_t per_ = 1;
  int per_scale_ = 0;
  bool ask_unit_ = false;  ///< a unit that nobody wrote is asked for
  bool plain_ = false;
  bool splits_ = false;  ///< what a school has as a whole is split without anything to be said
};

/// Whether the unit of a field's numbers, where nobody wrote it, may be another one by Plausible::unit_times.
[[nodiscard]] bool unit_may_be_left_out(const Prepared& prepared, std::uint16_t field);

}  // namespace junheng
