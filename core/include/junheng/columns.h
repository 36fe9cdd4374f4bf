// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/evaluation.h"
#include "junheng/ids.h"

/// What an evaluation says of each county and of each unit, as columns of numbers that go out in one copy each.
///
/// Verdicts, stages, origins and kinds are the places in kIds of their enums; kNoStage and kNoCount stand for null, as
/// NaN does among doubles. What is not judged is Verdict::none.
namespace junheng {

inline constexpr std::uint8_t kNoCount = 0xFF;

/// Texts one behind the other: the i-th ends at ends[i] and begins where the one before it ends. An empty one stands
/// for null.
struct TextColumn {
  std::string bytes;
  std::vector<std::uint32_t> ends;

  void push(std::string_view text);  ///< too long for a name: its beginning, as in the whole answer
  [[nodiscard]] std::string_view operator[](std::size_t i) const;
  [[nodiscard]] std::size_t size() const { return ends.size(); }
};

/// Rows of these are counties, in the order of evaluation_json(): [county], [county][part], [county][stage],
/// [county][stage][indicator], each with the last place running fastest.
struct SummaryColumns {
  std::vector<std::uint8_t> verdict;
  std::vector<std::uint8_t> part_verdict;

  std::vector<std::uint8_t> stage_verdict;
  std::vector<std::uint32_t> units;
  std::vector<double> pupils;
  std::vector<std::uint32_t> units_passing;  ///< this and the next two: all 0 where the standard judges no units
  std::vector<std::uint32_t> units_failing;
  std::vector<std::uint32_t> units_unknown;
  std::vector<double> composite_cv;

  std::vector<double> mean;
  std::vector<double> deviation;
  std::vector<double> cv;
  std::vector<std::uint8_t> cv_verdict;
  std::vector<std::uint32_t> meeting;  ///< units at or above the threshold; this and the next two as units_passing
  std::vector<std::uint32_t> near;
  std::vector<std::uint32_t> failing;
  std::vector<std::uint32_t> unknown;
  std::vector<std::uint8_t> given;

  // The limits are the same in every county: [stage], and [stage][indicator].
  std::vector<double> composite_limit;
  std::vector<double> cv_limit;
  std::vector<double> threshold;
};

[[nodiscard]] SummaryColumns summary_columns(const Evaluation& evaluation);

/// The names of the counties, and of the provinces that they are in.
[[nodiscard]] TextColumn county_names(const Evaluation& evaluation);
[[nodiscard]] TextColumn province_names(const Evaluation& evaluation);

enum class UnitStatus : std::uint8_t { evaluated, excluded, unplaced };
template <>
inline constexpr auto kIds<UnitStatus> = ids_up_to<UnitStatus::unplaced>({"evaluated", "excluded", "unplaced"});

[[nodiscard]] inline UnitStatus status_of(const LeftOutUnit& unit) {
  return unit.why == LeftOut::unplaced ? UnitStatus::unplaced : UnitStatus::excluded;
}
/// What is left out in a county, a part of split.left_out.
[[nodiscard]] std::span<const LeftOutUnit> left_out_of(const Evaluation& evaluation, std::uint32_t county);

/// The units of one county or, county by county, of all: the evaluated ones of each stage, then what is left out.
struct UnitColumns {
  std::vector<std::uint32_t> begin;  ///< where each county begins, and the end of the last
  std::vector<std::uint32_t> row;    ///< within its sheet
  std::vector<std::uint16_t> sheet;
  std::vector<std::uint8_t> stage;
  std::vector<std::uint8_t> status;
  std::vector<std::uint8_t> divided;  ///< 1: one of several stages of its school
  std::vector<double> pupils;
  std::vector<std::uint8_t> meeting;
  std::vector<std::uint8_t> verdict;

  [[nodiscard]] std::size_t size() const { return row.size(); }
};

/// nullopt: of all counties.
[[nodiscard]] UnitColumns unit_columns(const Evaluation& evaluation, std::optional<std::uint32_t> county);

/// What one indicator says of the same units in the same order. One at a time: of the nation all of them would be as
/// much as the table once more, beside what the caller makes of them.
struct UnitValues {
  std::vector<double> value;
  std::vector<std::uint8_t> verdict;
  std::vector<std::uint8_t> origin;
  std::vector<double> cv_share;  ///< empty unless it was asked for
};

/// `shares`: with the share of each unit in CV², which nothing keeps and costs a division.
[[nodiscard]] UnitValues unit_values(const Evaluation& evaluation, std::optional<std::uint32_t> county,
                                     std::size_t indicator, bool shares);
/// The names of the schools of the same units.
[[nodiscard]] TextColumn unit_names(const Evaluation& evaluation, std::optional<std::uint32_t> county);

}  // namespace junheng
