// SPDX-License-Identifier: MIT
#include "shell/card_model.h"

#include <algorithm>
#include <cmath>

#include "junheng/insight.h"
#include "state/texts.h"

namespace workbench {
namespace {

using junheng::Evaluation;

struct Range {
  double low = 0;
  double high = 0;
  [[nodiscard]] float part(double value) const {
    return high > low ? static_cast<float>((value - low) / (high - low)) : 0.5F;
  }
};

/// From the least to the greatest of the stage, the threshold among them.
Range range_of(const Evaluation& evaluation, const junheng::StageUnits& stage, std::size_t indicator) {
  const std::vector<double>& values = evaluation.indicators[indicator].value;
  Range range{INFINITY, -INFINITY};
  const auto include = [&](double value) {
    range.low = std::min(range.low, value);
    range.high = std::max(range.high, value);
  };
  for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
    if (!std::isnan(values[unit])) include(values[unit]);
  }
  const auto& threshold = evaluation.standard->indicators[indicator].threshold[static_cast<std::size_t>(stage.stage)];
  if (threshold) include(to_double(threshold->value));
  return range;
}

std::vector<std::string> notes_of(const AppState& state, std::uint32_t unit, std::size_t indicator) {
  const Evaluation& evaluation = *state.evaluation;
  const junheng::IndicatorColumn& column = evaluation.indicators[indicator];
  std::vector<std::string> notes;
  if (const std::string_view note = origin_note(state, unit, indicator); !note.empty()) notes.emplace_back(note);
  const unsigned used = column.extras.empty() ? 0U : column.extras[unit];
  const auto& extras = evaluation.standard->indicators[indicator].extras;
  for (std::size_t i = 0; i < extras.size(); ++i) {
    if ((used >> i & 1U) == 0 || extras[i].exemption.id.empty()) continue;
    notes.push_back(
        filled(state.say(Phrase::card_exemption), {{"exemption", extras[i].exemption.title.in(state.view.language)}}));
  }
  return notes;
}

CardLine line_of(const AppState& state, std::uint32_t unit, std::size_t stage_index, std::size_t indicator) {
  const Evaluation& evaluation = *state.evaluation;
  const junheng::Indicator& rule = evaluation.standard->indicators[indicator];
  const junheng::StageUnits& stage = evaluation.split.stages[stage_index];
  const junheng::StageBalance& balance = evaluation.balance[stage_index];
  const double value = evaluation.indicators[indicator].value[unit];
  const CellText cell = cell_text(state, unit, indicator);
  const auto& threshold = rule.threshold[static_cast<std::size_t>(stage.stage)];

  CardLine line;
  line.title = rule.title.in(state.view.language);
  line.verdict = cell.verdict;
  line.value = cell.value.empty() ? std::string(state.say(Phrase::cell_missing))
                                  : filled(state.say(Phrase::cell_value),
                                           {{"value", cell.value}, {"unit", rule.unit.in(state.view.language)}});
  if (threshold) line.limit = filled(state.say(Phrase::cell_limit), {{"limit", to_text(threshold->value)}});
  line.gap = gap_text(state, unit, indicator);
  const junheng::Spread& spread = balance.indicators[indicator].spread;
  const double share = junheng::cv_share(spread, value, evaluation.split.units.pupils[unit], balance.pupils);
  if (!std::isnan(share)) line.share = filled(state.say(Phrase::cell_share), {{"percent", percent_text(share)}});
  line.notes = notes_of(state, unit, indicator);

  const Range range = range_of(evaluation, stage, indicator);
  if (!std::isnan(value)) line.value_part = range.part(value);
  if (threshold && range.low <= range.high) line.limit_part = range.part(to_double(threshold->value));
  if (!std::isnan(spread.mean)) line.mean_part = range.part(spread.mean);
  return line;
}

}  // namespace

void refresh_card(AppState& state) {
  state.model.card.reset();
  const std::uint32_t unit = state.view.selected_unit;
  if (!state.evaluation || unit >= state.evaluation->split.units.size() || state.model.stages.empty()) return;
  const Evaluation& evaluation = *state.evaluation;
  const UnitText about = unit_text(state, unit);
  const std::uint32_t row = evaluation.split.units.row[unit];
  const std::uint16_t type = evaluation.roster.type[row];
  SchoolCard card;
  card.unit = unit;
  card.school = about.school;
  // A primary school has no other stage than its own.
  const bool typed = type != junheng::kNoType;
  const auto& types = state.library.vocabulary.types;
  if (!typed || types[type].stages.size() != 1) card.about = about.stage;
  if (typed && !card.about.empty()) card.about += " · ";
  if (typed) card.about += types[type].label.in(state.view.language);
  if (!about.pupils.empty()) card.about += " · " + filled(state.say(Phrase::card_pupils), {{"count", about.pupils}});
  card.place = filled(state.say(Phrase::issues_row),
                      {{"row", std::to_string(sheet_line(evaluation.sheets, evaluation.roster.line[row]).line)}});
  card.verdict = about.verdict;
  if (evaluation.standard->unit_rule) {
    card.meeting = filled(state.say(Phrase::card_meeting),
                          {{"meeting", about.meeting}, {"all", std::to_string(evaluation.indicators.size())}});
  }
  const std::size_t stage = stage_of(evaluation, unit);
  for (std::size_t i = 0; i < evaluation.indicators.size(); ++i)
    card.lines.push_back(line_of(state, unit, stage, i));
  state.model.card = std::move(card);
}

}  // namespace workbench
