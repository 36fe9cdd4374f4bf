// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "junheng/exact.h"
#include "junheng/units.h"

namespace junheng {

/// How a unit's value came about.
enum class Origin : std::uint8_t {
  reported,        ///< a number of this stage, or of a school that has one stage
  split,           ///< the stage's part of a whole-school number, as the rule says
  split_fallback,  ///< the same for a number that should be reported per stage; marked
  missing,
};

/// One indicator of all units, as columns.
struct IndicatorColumn {
  std::optional<std::uint8_t> alternative;  ///< which of Indicator::resource the table allows; none: not computable
  std::vector<double> value;                ///< NaN: not known
  std::vector<Verdict> verdict;             ///< against the threshold; none where the standard has no threshold
  std::vector<Origin> origin;
};

using Indicators = std::vector<IndicatorColumn>;  ///< in the order of Standard::indicators

/// Which units belong to which stage is in `split`; a value is per * resource / pupils, compared exactly.
[[nodiscard]] Indicators measure(const Roster& roster, const Split& split, const Standard& standard, Issues& issues);

/// The exact value of one unit, as measure() compares it; nullopt where it is not known.
[[nodiscard]] std::optional<Ratio> exact_value(const Roster& roster, const Units& units, std::size_t unit, Stage stage,
                                               const Indicator& indicator, const std::vector<Term>& terms);

}  // namespace junheng
