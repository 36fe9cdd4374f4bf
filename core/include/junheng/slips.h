// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "junheng/evaluation.h"

namespace junheng {

/// 稳健性: how sure the verdict of a stage is, by what plausible slips of single cells would make of it (督学抽查单).

/// How a number may have come to be wrong, all of them on the number as it stands in its cell.
enum class Slip : std::uint8_t {
  one_less,
  one_more,
  digits_swapped,  ///< two neighbouring ones
  tenth,
  ten_times,
  row_above,
  row_below,
  column_before,
  column_after,
  blank,            ///< it is a zero, and nothing was known
  other_unit_less,  ///< 元 where 万元 were meant, or the other way round
  other_unit_more,
};
template <>
inline constexpr auto kIds<Slip> = ids_up_to<Slip::other_unit_more>({"one_less", "one_more", "digits_swapped", "tenth",
                                                                     "ten_times", "row_above", "row_below",
                                                                     "column_before", "column_after", "blank",
                                                                     "other_unit_less", "other_unit_more"});

/// One indicator of the unit after a slip.
struct SlippedIndicator {
  std::uint16_t indicator = 0;
  double value = 0;                       ///< NaN: not known any more
  double cv = 0;                          ///< NaN likewise
  Verdict verdict = Verdict::unknown;     ///< of the value
  Verdict cv_verdict = Verdict::unknown;  ///< of the coefficient; none where only their mean is judged
};

/// A cell with another number in it, and what follows for the stage.
struct SlipEffect {
  std::uint32_t unit = 0;   ///< into split.units
  std::uint32_t row = 0;    ///< into the roster, where the cell stands
  std::uint16_t field = 0;  ///< into Vocabulary::fields
  std::uint8_t column_stage = kNoStage;
  Slip slip = Slip::one_less;
  Decimal from;               ///< as it stands in the cell
  std::optional<Decimal> to;  ///< nullopt: nothing stands there
  std::vector<SlippedIndicator> indicators;
  Verdict unit_verdict = Verdict::unknown;
  Verdict stage_verdict = Verdict::unknown;
  double mean_cv = 0;  ///< of all coefficients, where that is judged (综合差异系数); NaN: not known any more
  Verdict mean_verdict = Verdict::none;  ///< none where it is not

  bool tips_stage = false;  ///< the stage's verdict is another one
  bool tips = false;        ///< that, or the unit's, or that of a coefficient or their mean
};

/// Every plausible slip of every cell of a stage from which its values are made, and of the enrolment of schools with one
/// row and one stage. Each coefficient is found from sums, in constant time, and it or the mean of all exactly where that is
/// near its limit. Empty where a row's stage is not known. A cell that counts in another stage too is followed in this one.
[[nodiscard]] std::vector<SlipEffect> slips_of(const Evaluation& evaluation, std::size_t stage);

/// Those that tip something, for each cell the one that takes least, and at most `most`: first those that tip the stage,
/// then by how much of the number is changed.
[[nodiscard]] std::vector<SlipEffect> cells_to_visit(const Evaluation& evaluation, std::size_t stage, std::size_t most);

}  // namespace junheng
