// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "junheng/evaluation.h"
#include "junheng/formula.h"
#include "junheng/number_text.h"

/// Numbers that were judged, as people read them in every sentence, table and chart: never on the other side of a limit
/// than their verdict says. Rounding is for display only.
namespace junheng {

/// The verdict is on the unrounded coefficient; people compare with four digits.
inline constexpr int kCvDecimals = 4;

/// The limit of a comparison as a bar for a number that met it or did not; `power` of ten: 2 where percent are shown.
[[nodiscard]] Bar bar_of(const Limit& limit, Compare how, bool met, int power = 0);

/// A coefficient of variation; beside a limit with as many digits as its verdict needs. Empty: not known.
[[nodiscard]] std::string cv_text(double cv, const std::optional<Limit>& limit, Verdict verdict,
                                  int decimals = kCvDecimals);

/// What a step of an indicator's coefficient in a stage comes to; counts of pupils are whole.
[[nodiscard]] std::string step_text(const Evaluation& evaluation, std::size_t stage, std::size_t indicator,
                                    const Step& step, int decimals);

/// The value of one unit beside its threshold and beside the floor below it (余项). Empty: not known.
[[nodiscard]] std::string unit_value_text(const Evaluation& evaluation, Stage stage, std::size_t indicator,
                                          std::uint32_t unit);

/// Points beside the points that pass.
[[nodiscard]] std::string score_text(double score, double pass, Verdict verdict);

}  // namespace junheng
