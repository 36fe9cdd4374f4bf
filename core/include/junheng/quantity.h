// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "junheng/exact.h"
#include "junheng/ids.h"
#include "junheng/prepared.h"

namespace junheng {

/// The subject of a quantity: the county, a stage of it, a row of the table, or a unit.
struct Subject {
  std::uint32_t county = 0;
  std::uint8_t stage = kNoStage;
  std::uint32_t row = kNoRow;   ///< into Roster
  std::uint32_t unit = kNoRow;  ///< into Units
  std::uint16_t year = 0;
};

/// The origin of one number of a quantity.
enum class ReadFrom : std::uint8_t {
  fact,       ///< `place` is an index into the county's facts
  cell,       ///< `place` is a row of the roster
  enrolment,  ///< the pupils of the subject
  sum,        ///< a column of the table added up over the county
  nowhere,
};
template <>
inline constexpr auto kIds<ReadFrom> = ids_up_to<ReadFrom::nowhere>({"fact", "cell", "enrolment", "sum", "nowhere"});

/// One number of a quantity, or the place where it is missing.
struct Reading {
  Term term;
  std::uint8_t stage = kNoStage;
  ReadFrom from = ReadFrom::nowhere;
  std::uint32_t place = 0;
  std::optional<Decimal> value;
  /// Of a cell: which of the field's columns it stands in, that of this stage or the whole school's (kNoStage).
  std::uint8_t column_stage = kNoStage;
};

/// The value of a quantity, exact.
struct Measured {
  bool known = false;
  bool any = false;       ///< at least one of its numbers is given
  bool partial = false;   ///< not known, but `ratio` is what the numbers that are there come to
  bool none = false;      ///< the denominator is zero
  bool negative = false;  ///< `ratio` is the absolute value
  Ratio ratio;

  [[nodiscard]] double value() const;
};

/// Returns the numbers of a quantity, in the order of its terms (`of`, then `over`).
[[nodiscard]] std::vector<Reading> readings_of(const Prepared& prepared, const Quantity& quantity,
                                               const Subject& subject);
[[nodiscard]] Measured measured(const Prepared& prepared, const Quantity& quantity, const Subject& subject);
/// Compares exactly. Precondition: the value is known.
[[nodiscard]] bool holds(const Measured& value, Compare how, Decimal limit);
/// Returns whether all conditions hold; a condition whose numbers are missing does not.
[[nodiscard]] bool all_hold(const Prepared& prepared, const std::vector<Condition>& conditions, const Subject& subject);

}  // namespace junheng
