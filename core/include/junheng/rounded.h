// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "junheng/evaluation.h"

namespace junheng {

/// What people round to before they compare: the national form keeps two decimals, shares one of a percent.
inline constexpr int kFormDecimals = 2;
inline constexpr int kShareDecimals = 3;
inline constexpr int kCvFormDecimals = 3;

/// A verdict that is another one where the number is rounded first, as the form is filled in.
struct RoundedVerdict {
  std::optional<std::uint32_t> unit;  ///< into split.units; nullopt: the coefficient of the stage
  std::uint16_t indicator = 0;
  double value = 0;
  std::string rounded;  ///< what would be compared
  Verdict before = Verdict::unknown;
  Verdict after = Verdict::unknown;
};

/// Of all values and coefficients of a stage, the coefficients first.
[[nodiscard]] std::vector<RoundedVerdict> verdicts_if_rounded(const Evaluation& evaluation, std::size_t stage);

}  // namespace junheng
