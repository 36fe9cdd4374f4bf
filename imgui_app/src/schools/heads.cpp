// SPDX-License-Identifier: MIT
#include "schools/heads.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "junheng/lookup.h"
#include "junheng/number_text.h"
#include "schools/model.h"
#include "schools/numbers.h"
#include "state/texts.h"

namespace workbench {
namespace {

using junheng::Evaluation;
using junheng::Verdict;

/// A list of more is no filter.
constexpr std::size_t kMostTowns = 200;

void put_heads(AppState& state) {
  const junheng::Standard& standard = state.standard();
  const junheng::Language language = state.view.language;
  Model& model = state.model;
  model.heads.clear();
  std::string stages;
  for (const junheng::Stage stage : standard.stages) {
    if (!stages.empty()) stages += " / ";
    stages += stage_word(state, stage);
  }
  bool any = false;
  for (const junheng::Indicator& indicator : standard.indicators) {
    IndicatorHead head{.title = indicator.short_title.in(language),
                       .full = indicator.title.in(language),
                       .unit = indicator.unit.in(language),
                       .limits = {}};
    for (const junheng::Stage stage : standard.stages) {
      const auto& threshold = indicator.threshold[static_cast<std::size_t>(stage)];
      if (!threshold) continue;
      if (!head.limits.empty()) head.limits += " / ";
      head.limits += to_text(threshold->value);
      any = true;
    }
    model.heads.push_back(std::move(head));
  }

  model.legend.clear();
  model.limits_note.clear();
  if (!any) return;
  model.limits_note = filled(state.say(Phrase::schools_limits), {{"stages", stages}});
  std::string percent;
  if (standard.unit_rule) {
    // The floor is a decimal: moving its point by two digits is exact.
    if (const auto moved = shifted(standard.unit_rule->floor, 2)) percent = to_text(*moved);
  }
  const auto entry = [&](Verdict verdict, Phrase phrase) {
    model.legend.push_back({verdict, filled(state.say(phrase), {{"percent", percent}})});
  };
  entry(Verdict::pass, Phrase::legend_pass);
  entry(Verdict::near, Phrase::legend_near);
  entry(Verdict::fail, Phrase::legend_fail);
  entry(Verdict::unknown, Phrase::legend_unknown);
}

/// What the cells above it show, of the whole stage: a mean, its distance to the threshold, a coefficient.
std::string foot_text(const AppState& state, std::uint32_t stage_index, std::size_t indicator) {
  const Evaluation& evaluation = *state.evaluation;
  const junheng::Indicator& rule = evaluation.standard->indicators[indicator];
  const junheng::Spread& spread = evaluation.balance[stage_index].indicators[indicator].spread;
  if (state.view.show == CellShow::share)
    return std::isnan(spread.cv) ? std::string() : junheng::number_text(spread.cv, junheng::kCvDecimals);
  if (std::isnan(spread.mean)) return {};
  const auto& threshold = rule.threshold[static_cast<std::size_t>(evaluation.split.stages[stage_index].stage)];
  if (state.view.show == CellShow::margin && threshold)
    return margin_text(margin_over(spread.mean, to_double(threshold->value)));
  return junheng::number_text(spread.mean, rule.decimals);
}

}  // namespace

void refresh_feet(AppState& state) {
  state.model.stage_feet.clear();
  if (!state.evaluation) return;
  const Evaluation& evaluation = *state.evaluation;
  const Phrase title = state.view.show == CellShow::share ? Phrase::schools_coefficient : Phrase::schools_mean;
  for (const std::uint32_t index : state.model.stages) {
    const junheng::StageUnits& stage = evaluation.split.stages[index];
    const junheng::StageBalance& balance = evaluation.balance[index];
    if (stage.begin == stage.end) continue;
    StageFoot& foot = state.model.stage_feet.emplace_back();
    foot.title = filled(state.say(title), {{"stage", stage_word(state, stage.stage)}});
    foot.pupils = std::to_string(balance.pupils);
    foot.meeting =
        std::to_string(evaluation.stages[index].units_passing) + " / " + std::to_string(stage.end - stage.begin);
    foot.means.reserve(balance.indicators.size());
    for (std::size_t i = 0; i < balance.indicators.size(); ++i)
      foot.means.push_back(foot_text(state, index, i));
  }
}

namespace {

/// Kinds of school and towns that occur: what schools can be filtered by.
void put_choices(AppState& state) {
  const Evaluation& evaluation = *state.evaluation;
  Model& model = state.model;
  std::set<std::uint16_t> kinds;
  std::set<std::string> towns;
  const auto town = town_column(state);
  for (const std::uint32_t index : model.stages) {
    for (std::uint32_t unit = evaluation.split.stages[index].begin; unit < evaluation.split.stages[index].end; ++unit) {
      const std::uint32_t row = evaluation.split.units.row[unit];
      if (evaluation.roster.type[row] != junheng::kNoType) kinds.insert(evaluation.roster.type[row]);
      if (town && towns.size() < kMostTowns) towns.insert(cell_of(evaluation, row, *town));
    }
  }
  model.kinds.assign(kinds.begin(), kinds.end());
  towns.erase(std::string());
  model.towns.assign(towns.begin(), towns.end());
}

}  // namespace

void refresh_heads(AppState& state) {
  put_heads(state);
  Model& model = state.model;
  model.left_out.clear();
  model.kinds.clear();
  model.towns.clear();
  model.left_out_title.clear();
  refresh_feet(state);
  if (!state.evaluation || model.stages.empty()) return;
  const Evaluation& evaluation = *state.evaluation;
  for (std::uint32_t i = 0; i < evaluation.split.left_out.size(); ++i) {
    if (evaluation.roster.county[evaluation.split.left_out[i].row] == state.view.county) model.left_out.push_back(i);
  }
  model.left_out_title = filled(state.say(Phrase::left_out_title), {{"count", std::to_string(model.left_out.size())}});
  put_choices(state);
}

}  // namespace workbench
