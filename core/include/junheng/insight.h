// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "junheng/evaluation.h"

/// Analyses of a finished evaluation. None of them changes a verdict.
namespace junheng {

/// Digits behind the point of what can be had of a resource: whole people and rooms, hundredths of ㎡ and yuan.
[[nodiscard]] int decimals_to_be_had(const Field& field);

/// The amount of a resource that a unit lacks to reach a threshold: (threshold − value) · pupils ÷ per.
struct Gap {
  double amount = 0;       ///< rounded up to what can be had
  int decimals = 0;        ///< digits of it
  std::uint16_t term = 0;  ///< a field of the vocabulary that is counted in the resource's unit
};

/// nullopt: nothing is missing, or it cannot be said (no threshold, no value, no enrolment).
[[nodiscard]] std::optional<Gap> gap_of(const Evaluation& evaluation, std::uint32_t unit, std::size_t indicator);

/// The coefficient that the other units of a stage would have without this one; NaN where there is none. By removing
/// from what is known of all: with d = X − X̄ and Q = ΣP − p, X̄' = X̄ − pd/Q and V' = V − pd² − (pd)²/Q, which loses no
/// digits as the removal of squares does.
[[nodiscard]] std::vector<double> leave_one_out(const Evaluation& evaluation, std::size_t stage, std::size_t indicator);

/// A group of units of one stage, by a word in the table (城乡类型, 乡镇, 学区), and its part in CV².
struct GroupPart {
  std::string name;  ///< as it stands in the table; empty: nothing stands there
  std::uint32_t units = 0;
  std::uint64_t pupils = 0;
  double mean = 0;
  double cv = 0;       ///< within the group
  double between = 0;  ///< P_g/ΣP · (X̄_g − X̄)² ÷ X̄², a part of CV²
  double within = 0;   ///< P_g/ΣP · S_g² ÷ X̄²; all between and within add up to CV²
};

/// Empty where the table has no such column, or the coefficient is not known or zero. The largest part first.
[[nodiscard]] std::vector<GroupPart> split_by_group(const Evaluation& evaluation, std::size_t stage,
                                                    std::size_t indicator, std::uint16_t field);

/// The column to look at for an issue: its own; that of its field in the issue's stage; for an indicator the one that
/// the unit's value was read from. Where there is none of the stage, the whole school's or any. nullopt: no column.
[[nodiscard]] std::optional<std::uint16_t> column_of(const Evaluation& evaluation, const Issue& issue);

}  // namespace junheng
