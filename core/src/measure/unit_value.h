// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "junheng/indicators.h"
#include "junheng/prepared.h"

namespace junheng {

/// A unit's value of an indicator, by one of its alternatives.
struct UnitValue {
  Ratio ratio;
  Origin origin = Origin::missing;
  /// Why there is none, where it is not simply missing: negative_result, row_of_school_blank, option_asked.
  std::optional<IssueCode> problem;
  bool unit_named = true;  ///< the unit of at least one of its numbers is written
  bool open = false;       ///< something that the school may add is left blank: the value may be higher
};

/// per · resource / pupils (rules 1.2 to 1.4), exact. Each term is the stage's own number, in its column or in a row of
/// this stage alone; or else its share (拆分) of what the school has as a whole.
[[nodiscard]] UnitValue value_of(const Prepared& prepared, std::size_t unit, Stage stage, const ValueRule& rule);

/// The same with each alternative in turn: the first that is complete for this unit.
struct ChosenValue {
  UnitValue value;
  std::uint8_t alternative = 0;
  bool differs = false;  ///< another complete alternative comes to another value
};
[[nodiscard]] ChosenValue first_complete(const Prepared& prepared, std::size_t unit, Stage stage, ValueRule rule,
                                         const std::vector<std::uint8_t>& alternatives);

}  // namespace junheng
