// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "junheng/exact.h"
#include "junheng/ids.h"
#include "junheng/prepared.h"

namespace junheng {

/// The subject of a quantity: the county, a stage of it, a school, or a stage of a school.
struct Subject {
  std::uint32_t county = 0;
  std::uint8_t stage = kNoStage;
  std::uint32_t row = kNoRow;  ///< into Roster: of a school its first row, of a stage the row that has it
  std::uint16_t year = 0;
  /// Of the county or a stage: its numbers are the sums of these schools, and no fact speaks of them. null: all schools.
  const SchoolFilter* where = nullptr;
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
  bool below = false;   ///< of Quantity::over
  bool shared = false;  ///< the whole school's, of which a unit has its share
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

/// The pupils of a school in the stages that are evaluated, or in one of them; of one that has none of them (特教) all.
/// nullopt: not known. `subject` names a row; of a subject of one stage only that row counts.
[[nodiscard]] std::optional<std::uint64_t> enrolment_of(const Prepared& prepared, const Subject& subject,
                                                        std::uint8_t only);

/// Returns the numbers of a quantity, in the order of its terms (`of`, then `over`): of a school that stands in several
/// rows one for each of them.
[[nodiscard]] std::vector<Reading> readings_of(const Prepared& prepared, const Quantity& quantity,
                                               const Subject& subject);
[[nodiscard]] Measured measured(const Prepared& prepared, const Quantity& quantity, const Subject& subject);
/// Compares exactly. Precondition: the value is known.
[[nodiscard]] bool holds(const Measured& value, Compare how, Decimal limit);
/// Whether conditions hold: `open` where a number is missing that would decide it. A flag that nobody set, and a number
/// for which the table has no column, are no claim, and so do not hold.
enum class Holding : std::uint8_t { no, open, yes };
[[nodiscard]] Holding all_hold(const Prepared& prepared, const std::vector<Condition>& conditions,
                               const Subject& subject);

}  // namespace junheng
