// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "junheng/indicators.h"

namespace junheng {

/// Student-weighted statistics of one indicator over the units of one stage (rules 3.2):
///   X̄ = ΣP·X / ΣP,   S = √(Σ P/ΣP · (X − X̄)²),   CV = S / X̄       (population form, no n−1)
struct Spread {
  double mean = std::numeric_limits<double>::quiet_NaN();
  double deviation = std::numeric_limits<double>::quiet_NaN();
  double cv = std::numeric_limits<double>::quiet_NaN();  ///< NaN: not known, or the mean is zero
};

/// |computed − true cv| stays below kCvErrorBound · (1 + cv): sums carry their rounding error along, so what is left
/// is a few roundings of single terms (2^-53 each).
inline constexpr double kCvErrorBound = 1e-13;

/// Values and pupils of the same length; pupils > 0. An empty span or a NaN among the values gives NaN throughout.
[[nodiscard]] Spread spread_of(std::span<const double> values, std::span<const std::uint32_t> pupils);

/// Share of one unit in CV²; the shares of a stage add up to 1. NaN where the cv is zero or not known.
[[nodiscard]] double cv_share(const Spread& spread, double value, std::uint32_t pupils, std::uint64_t all_pupils);

/// One indicator of one stage of one county.
struct Balance {
  Spread spread;
  Verdict verdict = Verdict::unknown;  ///< against the limit; none where only the composite is judged
  std::uint32_t units_meeting = 0;
  std::uint32_t units_near = 0;
  std::uint32_t units_failing = 0;
  std::uint32_t units_unknown = 0;
  bool given = false;  ///< the coefficient is one the county states; there are no schools to compute it from
};

/// All indicators of one stage of one county.
struct StageBalance {
  std::uint64_t pupils = 0;         ///< of units whose enrolment is known
  std::vector<Balance> indicators;  ///< in the order of Standard::indicators
  double composite_cv = std::numeric_limits<double>::quiet_NaN();
  bool composite_given = false;  ///< printed alone, without the coefficients it is the mean of
  Verdict composite_verdict = Verdict::none;
};

/// One entry for each of split.stages. Where a stage has no schools, coefficients that the county states stand in.
[[nodiscard]] std::vector<StageBalance> weigh(const Prepared& prepared, const Indicators& indicators);

}  // namespace junheng
