// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "state/state.h"

/// The numbers that a cell of the schools' table can say, NaN where they are not known.
namespace workbench {

/// (value − threshold) ÷ threshold.
[[nodiscard]] double margin_over(double value, double threshold);
[[nodiscard]] double cell_margin(const junheng::Evaluation& evaluation, std::uint32_t unit, std::size_t indicator);
/// Of CV².
[[nodiscard]] double cell_share(const junheng::Evaluation& evaluation, std::uint32_t unit, std::size_t indicator);
/// "+12.3 %".
[[nodiscard]] std::string margin_text(double margin);
/// As it is shown, "+12.3 %"; empty where it is not known.
[[nodiscard]] std::string shown_cell(const AppState& state, std::uint32_t unit, std::size_t indicator);

}  // namespace workbench
