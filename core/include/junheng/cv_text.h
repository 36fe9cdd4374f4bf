// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "junheng/rule.h"

namespace junheng {

/// The verdict is on the unrounded coefficient; people compare with four digits.
inline constexpr int kCvDecimals = 4;

/// A coefficient of variation for people; beside a limit with as many digits as its verdict needs. Empty: not known.
[[nodiscard]] std::string cv_text(double cv, const std::optional<Limit>& limit, Verdict verdict);

}  // namespace junheng
