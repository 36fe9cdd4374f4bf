// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "junheng/slips.h"

namespace junheng {

/// Where a number stands, and what it counts for in its unit.
struct SlippedCell {
  Reading reading;
  bool enrolment = false;                          ///< the pupils of the unit, by which all its values are divided
  std::vector<std::pair<std::size_t, bool>> uses;  ///< indicator, and whether it is taken away there
  std::vector<Reading> by_indicator;               ///< of an enrolment: what each value is made from first
};

/// The column of numbers of a field of a stage or of the whole school (kNoStage); null where the table has none.
[[nodiscard]] const NumberColumn* numbers_of(const Evaluation& e, std::uint16_t field, std::uint8_t stage);

/// A number as it stands in its cell; nullopt where its column's unit is a third of the field's (亩).
[[nodiscard]] std::optional<Decimal> written_number(const Evaluation& e, std::uint16_t field, std::uint8_t stage,
                                                    std::size_t row);

/// A stage with one number changed at a time: its values and coefficients from sums, its verdicts from counts.
class SlippedStage {
 public:
  SlippedStage(const Evaluation& evaluation, std::size_t stage);

  /// Whether its verdict is one of units and single coefficients, all of whose rows are known.
  [[nodiscard]] bool followed() const;

  /// The cells from which the values of a unit are made, each with the indicators that use it.
  [[nodiscard]] std::vector<SlippedCell> cells_of(std::uint32_t unit) const;

  /// The cell of a unit's enrolment, where a school has one row, one stage and one such cell, and no exclusion looks at it.
  [[nodiscard]] std::optional<SlippedCell> enrolment_of(std::uint32_t unit) const;

  /// What follows from another number in a cell, as it would be written there; nullopt as it: nothing stands there. Its
  /// slip is not set. nullopt: the number is beyond a decimal.
  [[nodiscard]] std::optional<SlipEffect> effect(std::uint32_t unit, const SlippedCell& cell,
                                                 std::optional<Decimal> to) const;

 private:
  [[nodiscard]] std::optional<Ratio> value_with(std::uint32_t unit, std::size_t i, const Reading& reading, bool minus,
                                                std::optional<Decimal> to) const;
  [[nodiscard]] bool asks_for_unit(std::size_t i, const Reading& reading, const Ratio& value, const Limit& limit) const;
  /// The unit as it would be: its pupils, and its value of one indicator.
  struct Changed {
    std::uint32_t unit = 0;
    std::uint32_t pupils = 0;
    std::optional<Ratio> value;
  };
  void add_enrolment(SlipEffect& effect, const SlippedCell& cell, std::uint32_t pupils) const;
  [[nodiscard]] std::optional<Ratio> exact(std::uint32_t unit, std::size_t i) const {
    return exact_[i * (range_.end - range_.begin) + (unit - range_.begin)];
  }
  [[nodiscard]] SlippedIndicator slipped(std::size_t i, Changed changed, const Reading* reading) const;
  [[nodiscard]] double cv_with(std::size_t i, const Changed& changed) const;
  [[nodiscard]] Verdict within(std::size_t i, const Changed& changed, double cv, Decimal limit) const;
  [[nodiscard]] Verdict unit_verdict(std::uint32_t unit, const std::vector<SlippedIndicator>& changed) const;
  [[nodiscard]] Verdict stage_verdict(std::uint32_t unit, const SlipEffect& effect) const;

  const Evaluation& e_;
  const Standard& standard_;
  std::size_t stage_;
  const StageUnits& range_;
  std::vector<std::optional<Ratio>> exact_;  ///< by indicator and unit
};

}  // namespace junheng
