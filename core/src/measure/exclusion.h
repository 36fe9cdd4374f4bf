// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "junheng/exact.h"
#include "junheng/schools.h"
#include "junheng/standard.h"

namespace junheng {

/// Index of the exclusion of the standard that leaves a row out of the indicators; `pupils` of all its stages. A school
/// of unknown size is not left out for being small.
inline std::optional<std::size_t> exclusion_of(const Standard& standard, const Choices& choices, const Roster& roster,
                                               std::uint32_t row, std::uint32_t pupils) {
  for (std::size_t i = 0; i < standard.exclusions.size(); ++i) {
    const Exclusion& rule = standard.exclusions[i];
    if (rule.type && *rule.type != roster.type[row]) continue;
    if (rule.ownership != Ownership::not_said && rule.ownership != roster.ownership_of(row)) continue;
    const bool small = rule.pupils_below && pupils != kUnknownPupils &&
                       compare(Ratio{pupils, 1}, *rule.pupils_below) == std::strong_ordering::less;
    if ((!rule.pupils_below || small) && counts(rule.only_when, standard, choices)) return i;
  }
  return std::nullopt;
}

}  // namespace junheng
