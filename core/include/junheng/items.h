// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "junheng/exact.h"
#include "junheng/facts.h"
#include "junheng/units.h"

namespace junheng {

inline constexpr std::uint32_t kNoRow = 0xFFFFFFFF;
inline constexpr std::uint8_t kNoLimit = 0xFF;

/// For whom a quantity is asked: the county, a stage of it, a row of the table, or a unit.
struct Subject {
  std::uint32_t county = 0;
  std::uint8_t stage = kNoStage;
  std::uint32_t row = kNoRow;   ///< into Roster
  std::uint32_t unit = kNoRow;  ///< into Units
  std::uint16_t year = 0;
};

/// Where one number of a quantity came from.
enum class ReadFrom : std::uint8_t {
  fact,       ///< `place` is an index into the county's facts
  cell,       ///< `place` is a row of the roster
  enrolment,  ///< the pupils of the subject
  sum,        ///< a column of the table added up over the county
  nowhere,
};

/// One number that was used, or is missing.
struct Reading {
  Term term;
  std::uint8_t stage = kNoStage;
  ReadFrom from = ReadFrom::nowhere;
  std::uint32_t place = 0;
  std::optional<Decimal> value;
};

/// The value of a quantity, exact.
struct Measured {
  bool known = false;
  bool any = false;       ///< at least one of its numbers is given
  bool partial = false;   ///< not known, but `ratio` is what the numbers that are there come to
  bool none = false;      ///< the denominator is zero: there is nobody to speak of
  bool negative = false;  ///< `ratio` is the absolute value
  Ratio ratio;

  [[nodiscard]] double value() const;
};

/// One subject of a check, judged.
struct Judged {
  Subject subject;
  Verdict verdict = Verdict::unknown;
  Measured value;
  std::uint8_t limit = kNoLimit;  ///< into Way::limits
  std::uint32_t extras = 0;       ///< bit i: Way::extras[i] was added
};

struct CheckResult {
  Verdict verdict = Verdict::unknown;  ///< none: skipped, or only informs
  std::optional<std::uint8_t> way;     ///< into Check::ways; absent: nothing was given
  const Fact* fact = nullptr;          ///< of an attested check: what the county said
  std::uint32_t subjects = 0;          ///< how many were judged
  std::uint32_t failing = 0;
  std::uint32_t unknown = 0;
  /// All subjects of county and stage scope; of schools those that fail, are unknown or use an exemption.
  std::vector<Judged> judged;
};

struct ItemResult {
  Verdict verdict = Verdict::unknown;
  std::vector<CheckResult> checks;  ///< in the order of Item::checks
  std::optional<Decimal> points;    ///< given for this item, where the part has a score
};

struct Evaluation;

/// Judges one item for one county.
[[nodiscard]] ItemResult judge_item(const Evaluation& evaluation, std::uint32_t county, const Item& item);
/// The same by one way alone, as an explanation of another choice needs it.
[[nodiscard]] CheckResult judge_way(const Evaluation& evaluation, std::uint32_t county, const Way& way);

/// The numbers of a quantity, in the order of its terms (`of`, then `over`).
[[nodiscard]] std::vector<Reading> readings_of(const Evaluation& evaluation, const Quantity& quantity,
                                               const Subject& subject);
[[nodiscard]] Measured measured(const Evaluation& evaluation, const Quantity& quantity, const Subject& subject);
/// Compares exactly; the value has to be known.
[[nodiscard]] bool holds(const Measured& value, Compare how, Decimal limit);
/// The quantity of a way with the extras that were added for a subject.
[[nodiscard]] Quantity with_extras(const Way& way, std::uint32_t extras);
/// Whether all conditions hold; one that lacks its numbers does not.
[[nodiscard]] bool all_hold(const Evaluation& evaluation, const std::vector<Condition>& conditions,
                            const Subject& subject);

}  // namespace junheng
