// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "junheng/slips.h"
#include "plan/twofold.h"

namespace junheng {

/// Where a number stands, and what it counts for in its unit.
struct SlippedCell {
  Reading reading;
  bool enrolment = false;                          ///< the pupils of the unit, by which all its values are divided
  std::vector<std::pair<std::size_t, bool>> uses;  ///< indicator, and whether it is taken away there
  std::vector<Reading> by_indicator;               ///< of an enrolment: what each value is made from first
  std::optional<Decimal> written;                  ///< as it stands in the cell; nullopt: in a third unit (亩)
  int shift = 0;                                   ///< what is written, as a power of ten of what it counts
};

/// A number as it stands in its cell; nullopt where its column's unit is a third of the field's (亩).
[[nodiscard]] std::optional<Decimal> written_number(const Evaluation& e, std::uint16_t field, std::uint8_t stage,
                                                    std::size_t row);

/// A stage with one number changed at a time: its values and coefficients from sums, its verdicts from counts.
///
/// Each number is followed in doubles with what they may be off. Where a threshold lies within that, the fraction decides;
/// where the limit of a coefficient does, sums in twice as many digits, made once for each indicator, and where these cannot
/// tell either, the fractions of all units: so that what is asked of 3,000 schools is constant time for each number.
class SlippedStage {
 public:
  SlippedStage(const Evaluation& evaluation, std::size_t stage);

  /// Whether all its rows are known.
  [[nodiscard]] bool followed() const;

  /// The cells from which the values of a unit are made, each with the indicators that use it.
  [[nodiscard]] std::vector<SlippedCell> cells_of(std::uint32_t unit) const;

  /// The cell of a unit's enrolment, where a school has one row, one stage and one such cell, and no exclusion looks at it.
  [[nodiscard]] std::optional<SlippedCell> enrolment_of(std::uint32_t unit) const;

  /// What follows from another number in a cell, as it would be written there; nullopt as it: nothing stands there. Its
  /// slip is not set. nullopt: the number is beyond a decimal.
  [[nodiscard]] std::optional<SlipEffect> effect(std::uint32_t unit, const SlippedCell& cell,
                                                 std::optional<Decimal> to) const;

  /// What one more of a number adds to its unit's value.
  [[nodiscard]] double rise(std::uint32_t unit, std::size_t i, const Reading& reading) const;

  /// Whether the stage could have another verdict if the coefficients of these indicators had, whatever becomes of the unit.
  [[nodiscard]] bool could_tip(std::uint32_t unit, const std::vector<std::pair<std::size_t, bool>>& uses) const;

 private:
  /// The unit as it would be: its pupils, and its value of one indicator.
  struct Changed {
    std::uint32_t unit = 0;
    std::uint32_t pupils = 0;
    double value = 0;
    double error = 0;                  ///< the value is off by this at most
    const Reading* reading = nullptr;  ///< the number that is another one; null: the pupils are
    bool minus = false;
    Decimal to;
    bool divided = true;  ///< by the pupils; not where the value stands in the table
  };
  /// Of one indicator over all units, in twice the digits of a double.
  struct Sums {
    std::vector<Twofold> values;
    Twofold weighted;  ///< Σ P X
    Twofold squares;   ///< Σ P X²
  };
  struct Coefficient {
    double cv = 0;
    Verdict verdict = Verdict::unknown;
    double error = 0;  ///< it is off by this at most
  };
  /// An indicator after a slip, and what its unit would be; nullopt: its value is not known.
  struct Followed {
    SlippedIndicator indicator;
    std::optional<Changed> changed;
    double error = 0;  ///< of the coefficient
  };

  [[nodiscard]] std::optional<Changed> with_number(std::uint32_t unit, std::size_t i, const Reading& reading,
                                                   bool minus, std::optional<Decimal> to) const;
  [[nodiscard]] std::optional<Ratio> exact(std::uint32_t unit, std::size_t i) const;
  [[nodiscard]] std::optional<Ratio> exact(std::size_t i, const Changed& changed) const;
  [[nodiscard]] Twofold precise(std::size_t i, const Changed& changed) const;
  [[nodiscard]] bool reaches(std::size_t i, const Changed& changed, Decimal limit, Decimal factor) const;
  [[nodiscard]] bool asks_for_unit(std::size_t i, const Reading& reading, const Changed& changed,
                                   const Limit& limit) const;
  void add_enrolment(std::vector<Followed>& all, std::uint32_t unit, const SlippedCell& cell,
                     std::uint32_t pupils) const;
  /// `reading`: the number by which it is asked for the unit; null where none is.
  [[nodiscard]] Followed slipped(std::size_t i, std::optional<Changed> changed, const Reading* reading) const;
  [[nodiscard]] Coefficient coefficient(std::size_t i, const Changed& changed) const;
  [[nodiscard]] const Sums& sums(std::size_t i) const;
  [[nodiscard]] Verdict precisely(std::size_t i, const Changed& changed, Decimal limit) const;
  [[nodiscard]] Verdict exactly(std::size_t i, const Changed& changed, Decimal limit) const;
  /// `changed`: null where the indicator is as it was.
  [[nodiscard]] std::vector<WeightedRatio> units_with(std::size_t i, const Changed* changed) const;
  void add_mean(SlipEffect& effect, const std::vector<Followed>& all) const;
  [[nodiscard]] Verdict unit_verdict(std::uint32_t unit, const std::vector<SlippedIndicator>& changed) const;
  [[nodiscard]] Verdict stage_verdict(std::uint32_t unit, const SlipEffect& effect) const;

  const Evaluation& e_;
  const Standard& standard_;
  bool of_mean_;  ///< the mean of the coefficients is judged, and none of them
  std::size_t stage_;
  const StageUnits& range_;
  const std::optional<Limit>& limit_;              ///< of each coefficient, or of their mean
  std::vector<std::uint32_t> not_zero_;            ///< by indicator: units whose value is not zero
  mutable std::vector<std::optional<Sums>> sums_;  ///< by indicator; made when something is near its limit
};

}  // namespace junheng
