// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "junheng/evaluation.h"

namespace junheng {

/// A formula with its numbers put in, "100 × (12 + 3) ÷ 812": only numbers, names of earlier steps, brackets and the
/// signs + − × ÷ √ and ², so that anybody can work it out again. A number that is missing stands as "?": a formula either
/// comes to the value beside it or has a "?" in it, and the value is not known. Nothing stands for a division by zero.

inline constexpr std::string_view kNotKnown = "?";

/// per × Σ of ÷ Σ over.
[[nodiscard]] std::string formula_of(const Quantity& quantity, const std::vector<Reading>& readings);

/// The value of one unit: per × (its own terms) ÷ pupils + per × (the whole school's terms) × weight ÷ total.
[[nodiscard]] std::string formula_of_value(const Evaluation& evaluation, std::size_t indicator, std::uint32_t unit,
                                           const std::vector<Reading>& readings);

/// The numbers from which the value of one unit is made.
[[nodiscard]] std::vector<Reading> readings_of_value(const Evaluation& evaluation, const StageUnits& stage,
                                                     std::size_t indicator, std::uint32_t unit);

/// One named step of a longer calculation.
struct Step {
  std::string name;
  std::string formula;
  double value = 0;
  bool judged = false;  ///< the coefficient itself
};

/// X̄, S and CV of one indicator of one stage, or nothing where they are not known or were given.
[[nodiscard]] std::vector<Step> steps_of_cv(const Evaluation& evaluation, std::size_t stage, std::size_t indicator);

}  // namespace junheng
