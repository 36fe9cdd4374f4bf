// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "junheng/ids.h"
#include "junheng/issue.h"
#include "junheng/roster.h"
#include "junheng/schools.h"
#include "junheng/standard.h"

namespace junheng {

/// Part of a whole-school resource that belongs to a stage: weight * N_s / total with total = Σ weight * N.
/// Both are scaled by the same power of ten, so the value of the stage is resource * weight / total.
struct Share {
  std::uint32_t weight = 1;
  std::uint64_t total = 0;  ///< 0: not known, or no ratio in the standard
};

/// The evaluated units (评估单元: one stage of one school) as columns, ordered by county, stage and row.
struct Units {
  std::vector<std::uint32_t> row;     ///< into Roster
  std::vector<std::uint32_t> pupils;  ///< of this stage; kUnknownPupils where not known
  std::vector<Share> share;           ///< for schools of one stage weight 1, total = pupils
  std::vector<std::uint8_t> divided;  ///< 1: one of several stages of its row
  std::vector<std::uint32_t> whole;   ///< the row with the numbers of its whole school, or kNoRow; `row` where divided

  [[nodiscard]] std::size_t size() const { return row.size(); }
};

/// The units of one stage of one county: [begin, end).
struct StageUnits {
  std::uint32_t county = 0;
  Stage stage = Stage::primary;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Why a row, or one stage of it, is not evaluated.
enum class LeftOut : std::uint8_t {
  excluded,            ///< by Exclusion `rule` of the standard
  no_evaluated_stage,  ///< senior school, kindergarten
  no_pupils,           ///< 0 pupils in this stage
  total_row,
  merged,    ///< into its main school, by the reading chosen
  unplaced,  ///< its stage is not known: the county cannot be judged without it
};
template <>
inline constexpr auto kIds<LeftOut> = ids_up_to<LeftOut::unplaced>({"excluded", "no_evaluated_stage", "no_pupils",
                                                                    "total_row", "merged", "unplaced"});

struct LeftOutUnit {
  std::uint32_t row = 0;
  std::uint32_t pupils = kUnknownPupils;
  std::uint8_t stage = kNoStage;
  LeftOut why = LeftOut::excluded;
  std::uint8_t rule = 0;
};

struct Split {
  Schools schools;
  Units units;
  std::vector<StageUnits> stages;       ///< every evaluated stage of every county, also empty ones
  std::vector<LeftOutUnit> left_out;    ///< ordered by county
  std::vector<std::uint32_t> unplaced;  ///< by county: rows whose stage is not known
};

/// Splits schools of several stages into their stages (拆分, rules 1.3) and leaves out what the standard excludes.
[[nodiscard]] Split split_units(const Roster& roster, Schools schools, const Standard& standard, const Choices& choices,
                                Issues& issues);

}  // namespace junheng
