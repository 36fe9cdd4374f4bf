// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "junheng/evaluation.h"
#include "junheng/scenario.h"

namespace junheng {

/// 三年复查沙盘: the verdicts of the years to come, each by the ordinary evaluation of the table as it would be then.

/// Years that are looked ahead.
inline constexpr std::size_t kOutlookYears = 6;

/// A number of entrants that is known: of the stage of the row on a line, in one of the years (1 is the next).
struct KnownEntrants {
  std::uint32_t line = 0;
  Stage stage = Stage::primary;
  std::size_t year = 1;
  std::uint32_t pupils = 0;
};

/// The same of a town (乡镇), by the table's column of towns: what its schools with known entrants leave is spread over the
/// others in proportion to their pupils of now.
struct TownEntrants {
  std::string town;
  Stage stage = Stage::primary;
  std::size_t year = 1;
  std::uint32_t pupils = 0;
};

/// What is assumed. Without anything the county stays as it is: as many come as leave.
struct OutlookWishes {
  /// Years that a pupil spends in each stage: 六三制 is 6 and 3. A table has no pupils by grade, so that each stage's are
  /// spread evenly over its grades. 0: the stage is left as it is.
  std::array<std::uint32_t, kStages.size()> grades{};
  std::array<double, kStages.size()> growth{};  ///< of the entrants, each year: 0.02 is 2 % more than the year before
  std::vector<KnownEntrants> entrants;
  std::vector<TownEntrants> town_entrants;
  std::vector<double> resources;  ///< by indicator: what its resource gains or loses each year, −0.05 is ageing of 5 %
  /// From a year on: planned schools, teachers who come, what is bought. New schools count from kAddedLine on, in the
  /// order in which they stand here.
  struct From {
    std::size_t year = 1;
    Change change;
    /// So much more than the table has now, or less, and what other such changes of the same cell say; the text of the
    /// change is not looked at then. Never less than nothing.
    std::optional<Decimal> by;
  };
  std::vector<From> changes;
};

/// One stage of one county in one year.
struct OutlookStage {
  std::uint64_t pupils = 0;
  std::uint32_t units = 0;
  std::uint32_t units_passing = 0;
  Verdict verdict = Verdict::unknown;
  std::vector<double> cv;           ///< by indicator; NaN: not known
  std::vector<Verdict> cv_verdict;  ///< likewise
  struct Unit {
    std::uint32_t line = 0;
    std::uint32_t pupils = 0;
    Verdict verdict = Verdict::unknown;
    std::vector<std::uint16_t> below;  ///< indicators whose threshold is not reached
  };
  std::vector<Unit> by_unit;
};

/// The first year in which something fails that passed now.
struct FirstFailure {
  std::size_t stage = 0;                   ///< into split.stages
  std::optional<std::uint32_t> line;       ///< of a school; nullopt: of the stage
  std::optional<std::uint16_t> indicator;  ///< whose coefficient it is; nullopt: the verdict of the school or the stage
  std::size_t year = 0;
};

struct Outlook {
  /// Now, then the years to come; each with the base's split.stages in their order.
  std::vector<std::vector<OutlookStage>> years;
  std::vector<FirstFailure> failures;  ///< in the order of stages: the stage, its coefficients, its schools
};

/// The county as it would be in a year, from 1 to kOutlookYears.
struct CountyOfYear {
  Scenario changes;  ///< of the base's cells
  Evaluation evaluation;
};
[[nodiscard]] CountyOfYear county_in_year(const Evaluation& base, const OutlookWishes& wishes, std::size_t year,
                                          const Request& request = {});

/// The town of a row of the roster, as it stands in the table; empty where there is none.
[[nodiscard]] std::string town_of(const Prepared& prepared, std::uint32_t row);

[[nodiscard]] Outlook outlook_of(const Evaluation& base, const OutlookWishes& wishes, const Request& request = {});

}  // namespace junheng
