// SPDX-License-Identifier: MIT
#include "schools/numbers.h"

#include <cmath>

#include "junheng/lookup.h"
#include "state/texts.h"

namespace workbench {

double margin_over(double value, double threshold) {
  return (value - threshold) / threshold;
}

std::string margin_text(double margin) {
  return (margin < 0 ? "−" : "+") + percent_text(std::abs(margin)) + " %";
}

double cell_margin(const junheng::Evaluation& evaluation, std::uint32_t unit, std::size_t indicator) {
  const junheng::Stage stage = evaluation.split.stages[stage_of(evaluation, unit)].stage;
  const auto& threshold = evaluation.standard->indicators[indicator].threshold[static_cast<std::size_t>(stage)];
  if (!threshold) return NAN;
  return margin_over(evaluation.indicators[indicator].value[unit], to_double(threshold->value));
}

double cell_share(const junheng::Evaluation& evaluation, std::uint32_t unit, std::size_t indicator) {
  const junheng::StageBalance& balance = evaluation.balance[stage_of(evaluation, unit)];
  return junheng::cv_share(balance.indicators[indicator].spread, evaluation.indicators[indicator].value[unit],
                           evaluation.split.units.pupils[unit], balance.pupils);
}

std::string shown_cell(const AppState& state, std::uint32_t unit, std::size_t indicator) {
  if (state.view.show == CellShow::share) {
    const double share = cell_share(*state.evaluation, unit, indicator);
    return std::isnan(share) ? std::string() : percent_text(share) + " %";
  }
  const double margin =
      state.view.show == CellShow::margin ? cell_margin(*state.evaluation, unit, indicator) : std::nan("");
  if (std::isnan(margin)) return cell_text(state, unit, indicator).value;
  return margin_text(margin);
}

}  // namespace workbench
