// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "junheng/evaluation.h"

namespace junheng {

/// The cell by which a verdict tips first: with so much more in it, or less (少 2 名教师就不达标).
struct TippingCell {
  std::uint32_t unit = 0;   ///< into split.units
  std::uint32_t row = 0;    ///< into the roster
  std::uint16_t field = 0;  ///< into Vocabulary::fields
  std::uint8_t column_stage = kNoStage;
  Decimal by;  ///< in the unit of the field; what can be had (decimals_to_be_had) and no less
};

/// How far the coefficient of an indicator is from its limit.
struct CvMargin {
  std::uint16_t indicator = 0;       ///< nothing where it is the mean of all
  double margin = 0;                 ///< limit − cv; negative: over it; NaN: no coefficient or no limit
  std::optional<TippingCell> first;  ///< the smallest number with which the verdict is another; nullopt: of no one cell
};

/// How far the verdicts of a stage are from others, each by one cell alone.
struct StageMargins {
  std::vector<CvMargin> indicators;               ///< in the order of Standard::indicators
  std::vector<std::optional<TippingCell>> units;  ///< of the stage, in their order
  std::optional<TippingCell> stage;               ///< the verdict of the whole stage
  std::optional<CvMargin> mean;                   ///< where the mean of the coefficients is judged
};

/// Where several cells tip a unit, the mean or the stage, the first is that which changes by the smallest part of itself; of one
/// indicator, that which changes by the smallest number. Computed for the first cell of each value (people of a sum of
/// several columns are added to the first). Empty where slips_of() is.
[[nodiscard]] StageMargins margins_of(const Evaluation& evaluation, std::size_t stage);

}  // namespace junheng
