// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "junheng/exact.h"
#include "junheng/ids.h"
#include "junheng/prepared.h"
#include "junheng/quantity.h"

namespace junheng {

/// How a unit's value came about.
enum class Origin : std::uint8_t {
  reported,        ///< a number of this stage, or of a school that has one stage
  split,           ///< the stage's part of a whole-school number, as the rule says
  split_fallback,  ///< the same for a number that should be reported per stage; marked
  given,           ///< the value per pupil stands in the table; what it was computed from is not known
  missing,
};
template <>
inline constexpr auto kIds<Origin> = ids_up_to<Origin::missing>({"reported", "split", "split_fallback", "given",
                                                                 "missing"});

/// One indicator of all units, as columns.
struct IndicatorColumn {
  std::optional<std::uint8_t> alternative;  ///< which of Indicator::resource the table allows; none: not computable
  std::vector<std::uint8_t> others;         ///< by unit, where some have another as their first complete one
  std::vector<double> value;                ///< NaN: not known
  std::vector<Verdict> verdict;             ///< against the threshold; none where the standard has no threshold
  std::vector<Origin> origin;
  std::vector<std::uint8_t> extras;  ///< bit i: Indicator::extras[i] was added; empty: nowhere

  [[nodiscard]] std::uint8_t alternative_of(std::size_t unit) const {
    return others.empty() ? alternative.value_or(0) : others[unit];
  }
};

using Indicators = std::vector<IndicatorColumn>;  ///< in the order of Standard::indicators

/// How one unit's value is read from the table.
struct ValueRule {
  const Indicator* indicator = nullptr;
  const Resource* resource = nullptr;
  std::uint8_t extras = 0;
};

/// The values of all units of prepared.split: per * resource / pupils, compared exactly.
[[nodiscard]] Indicators measure(const Prepared& prepared, Issues& issues);
/// Of one of Standard::indicators.
[[nodiscard]] IndicatorColumn measure(const Prepared& prepared, std::size_t indicator, Issues& issues);

/// How measure() read a unit's value. Precondition: the column has an alternative.
[[nodiscard]] inline ValueRule rule_for(const Indicator& indicator, const IndicatorColumn& column, std::size_t unit) {
  return {&indicator, &indicator.resource[column.alternative_of(unit)],
          column.extras.empty() ? std::uint8_t{0} : column.extras[unit]};
}

/// The exact value of one unit, as measure() compares it; nullopt where it is not known.
[[nodiscard]] std::optional<Ratio> exact_value(const Prepared& prepared, std::size_t unit, Stage stage,
                                               const ValueRule& rule);

/// The numbers from which the value of one unit is made, in the order of its terms.
[[nodiscard]] std::vector<Reading> readings_of_unit(const Prepared& prepared, std::size_t unit, Stage stage,
                                                    const ValueRule& rule);

/// The first alternative of an indicator's resource that the table has columns for, under the choices.
[[nodiscard]] std::optional<std::uint8_t> alternative_for(const Prepared& prepared, const Indicator& indicator,
                                                          const Choices& choices);

}  // namespace junheng
