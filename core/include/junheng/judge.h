// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "junheng/balance.h"
#include "junheng/ids.h"
#include "junheng/items.h"

namespace junheng {

/// Why a part does not pass, or how its pass is to be read. Sentences in core/words under "reason.<id>".
enum class ReasonCode : std::uint8_t {
  units_fail,     ///< count units do not meet the standard
  units_unknown,  ///< count units cannot be judged
  cv_over,        ///< a coefficient is over its limit
  cv_unknown,     ///< count coefficients cannot be computed because values are missing
  cv_all_zero,    ///< every value is zero: there is no coefficient
  composite_over,
  composite_unknown,
  rows_unplaced,  ///< count rows whose stage is not known
  single_unit,    ///< one unit in the stage: its coefficient is 0 by the formula and says nothing
  no_units,       ///< nothing to evaluate in the county
  not_stated,     ///< this part needs facts that are not in the table
  item_fails,
  items_unknown,    ///< count items cannot be judged
  score_low,        ///< the points are below the limit
  score_unknown,    ///< points are missing
  units_not_given,  ///< coefficients were given without schools: the schools' part cannot be checked
  cv_given,         ///< count coefficients are taken as published: they cannot be checked
  composite_given,  ///< the composite is taken as published
  schools_fail,     ///< count units meet too few items of the part, or one far too little
  schools_unknown,  ///< count units cannot be judged by the items of the part
  schools_assumed,  ///< how many items a school has to meet is remembered or assumed
};
template <>
inline constexpr auto kIds<ReasonCode> = ids_up_to<ReasonCode::schools_assumed>(
    {"units_fail",        "units_unknown",   "cv_over",        "cv_unknown",      "cv_all_zero", "composite_over",
     "composite_unknown", "rows_unplaced",   "single_unit",    "no_units",        "not_stated",  "item_fails",
     "items_unknown",     "score_low",       "score_unknown",  "units_not_given", "cv_given",    "composite_given",
     "schools_fail",      "schools_unknown", "schools_assumed"});
inline constexpr int kReasonCodeCount = static_cast<int>(kIds<ReasonCode>.size());

struct Reason {
  ReasonCode code{};
  std::uint8_t stage = kNoStage;
  std::uint16_t indicator = kNoSubject;
  std::uint64_t indicators = 0;  ///< several indicators: bit i is Standard::indicators[i]; or items of the part
  std::uint16_t part = 0;        ///< into Standard::parts, where an item is spoken of
  std::uint16_t item = kNoSubject;
  std::uint32_t count = 0;
  double value = 0;
  double limit = 0;
};

struct PartVerdict {
  Verdict verdict = Verdict::unknown;
  std::vector<Reason> reasons;
  ItemResults items;             ///< in the order of Part::items
  std::optional<Decimal> score;  ///< the points, where the part has a score and they are known
};

struct StageVerdict {
  Verdict verdict = Verdict::unknown;
  std::uint32_t units_passing = 0;
  std::uint32_t units_failing = 0;
  std::uint32_t units_unknown = 0;
};

struct CountyVerdict {
  Verdict verdict = Verdict::unknown;
  std::vector<PartVerdict> parts;  ///< in the order of Standard::parts
  ItemResults supplements;         ///< in the order of Standard::supplements
};

/// The judgements of all units, stages and counties.
struct Verdicts {
  std::vector<Verdict> unit_verdict;       ///< one for each unit
  std::vector<std::uint8_t> unit_meeting;  ///< thresholds met
  std::vector<StageVerdict> stages;        ///< one for each of split.stages
  std::vector<CountyVerdict> counties;     ///< one for each of roster.counties
  Verdict verdict = Verdict::unknown;      ///< the worst of the counties
};

/// The last stage: verdicts from what was measured and weighed. Facts that items point to are those of `prepared`.
[[nodiscard]] Verdicts judge(const Prepared& prepared, const Indicators& indicators,
                             const std::vector<StageBalance>& balance);

}  // namespace junheng
