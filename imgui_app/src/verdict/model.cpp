// SPDX-License-Identifier: MIT
#include "verdict/model.h"

#include <algorithm>

#include "junheng/formula.h"
#include "junheng/judged_text.h"
#include "junheng/lookup.h"
#include "state/texts.h"

namespace workbench {
namespace {

constexpr std::size_t kReadable = 600;
constexpr std::size_t kUnitsShown = 8;
constexpr int kStepDecimals = 6;

void put_source(const AppState& state, const junheng::Source& source, ReasonModel& model) {
  // What is only remembered is no citation.
  if (!source.index || source.confidence == 'M') return;
  std::string line = filled(state.say(Phrase::verdict_rule),
                            {{"source", state.standard().sources[*source.index].in(state.view.language)}});
  std::erase(model.lines, line);  // of several indicators once, behind them all
  model.lines.push_back(std::move(line));
}

void explain_cv(const AppState& state, std::size_t stage, std::size_t indicator, ReasonModel& model) {
  for (const junheng::Step& step : steps_of_cv(*state.evaluation, stage, indicator)) {
    if (step.formula.size() <= kReadable) model.lines.push_back(step.name + " = " + step.formula);
    model.lines.push_back(step.name + " = " + step_text(*state.evaluation, stage, indicator, step, kStepDecimals));
  }
  const auto& limit =
      state.standard().balance.limit[static_cast<std::size_t>(state.evaluation->split.stages[stage].stage)];
  if (limit) put_source(state, limit->source, model);
}

/// The cells from which the value of a unit is made.
void put_cells(const AppState& state, std::size_t stage, std::size_t indicator, std::uint32_t unit,
               ReasonModel& model) {
  const junheng::Evaluation& evaluation = *state.evaluation;
  const std::vector<junheng::Reading> readings =
      readings_of_value(evaluation, evaluation.split.stages[stage], indicator, unit);
  const std::string school(unit_text(state, unit).school);
  const CellText value = cell_text(state, unit, indicator);
  model.lines.push_back(school + " · " + state.standard().indicators[indicator].short_title.in(state.view.language) +
                        " = " + formula_of_value(evaluation, indicator, unit, readings) + " = " +
                        (value.value.empty() ? std::string(state.say(Phrase::cell_missing)) : value.value));
  for (const junheng::Reading& reading : readings) {
    if (reading.from != junheng::ReadFrom::cell) continue;
    ReasonModel::Cell cell;
    cell.line = evaluation.roster.line[reading.place];
    cell.column = column_of(evaluation, reading.term.field, reading.column_stage).value_or(junheng::kNoColumn);
    const junheng::SheetLine place = sheet_line(evaluation.sheets, cell.line);
    cell.text = school + " · " + state.library.vocabulary.fields[reading.term.field].label.in(state.view.language) +
                " · " + filled(state.say(Phrase::issues_row), {{"row", std::to_string(place.line)}}) + "：" +
                (reading.value ? to_text(*reading.value) : std::string(state.say(Phrase::cell_missing)));
    model.cells.push_back(std::move(cell));
  }
}

void explain_units(const AppState& state, const junheng::Reason& reason, ReasonModel& model) {
  const junheng::Evaluation& evaluation = *state.evaluation;
  const junheng::Verdict wanted =
      reason.code == junheng::ReasonCode::units_fail ? junheng::Verdict::fail : junheng::Verdict::unknown;
  std::size_t shown = 0;
  for (const std::uint32_t index : state.model.stages) {
    const junheng::StageUnits& stage = evaluation.split.stages[index];
    if (reason.stage != junheng::kNoStage && static_cast<std::uint8_t>(stage.stage) != reason.stage) continue;
    for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
      if (evaluation.unit_verdict[unit] != wanted || shown == kUnitsShown) continue;
      ++shown;
      for (std::size_t i = 0; i < evaluation.indicators.size(); ++i) {
        const junheng::Verdict verdict = evaluation.indicators[i].verdict[unit];
        if (verdict == junheng::Verdict::fail || verdict == junheng::Verdict::unknown)
          put_cells(state, index, i, unit, model);
      }
    }
  }
  if (evaluation.standard->unit_rule) put_source(state, evaluation.standard->unit_rule->source, model);
}

/// Where a condition of entry is not met, neither is the standard; where nothing is said of it, nothing follows, and one
/// line says so.
PartCard entry_card(const AppState& state, const junheng::Words& words, std::uint16_t index) {
  const junheng::Item& item = state.standard().supplements[index];
  const junheng::ItemResult& result = state.evaluation->counties[state.view.county].supplements[index];
  PartCard card{.title = item.title.in(state.view.language), .verdict = result.verdict, .reasons = {}};
  card.supplement = index;
  if (result.verdict == junheng::Verdict::pass) return card;
  const bool fails = result.verdict == junheng::Verdict::fail;
  for (std::size_t i = 0; i < item.checks.size() && i < result.checks.size(); ++i) {
    const junheng::CheckResult& judged = result.checks[i];
    if (judged.verdict == junheng::Verdict::pass || (fails && judged.verdict != junheng::Verdict::fail)) continue;
    card.reasons.push_back(finding(words, item, item.checks[i], judged, *state.evaluation));
    if (!fails) break;
  }
  return card;
}

}  // namespace

void refresh_verdict(AppState& state) {
  Model& model = state.model;
  model.parts.clear();
  model.stage_lines.clear();
  if (!state.evaluation || state.view.county >= state.evaluation->counties.size()) return;
  const junheng::Evaluation& evaluation = *state.evaluation;
  const junheng::CountyVerdict& county = evaluation.counties[state.view.county];
  junheng::Words words = state.library.words(state.view.language);
  words.schools_unnamed = state.unnamed();
  for (std::size_t i = 0; i < county.parts.size(); ++i) {
    PartCard card{.title = evaluation.standard->parts[i].title.in(state.view.language),
                  .verdict = county.parts[i].verdict,
                  .reasons = {}};
    for (const junheng::Reason& reason : county.parts[i].reasons) {
      card.reasons.push_back(sentence(words, reason, state.view.county, evaluation));
    }
    model.parts.push_back(std::move(card));
  }
  for (std::size_t i = 0; i < county.supplements.size(); ++i) {
    if (evaluation.standard->supplements[i].entry)
      model.parts.push_back(entry_card(state, words, static_cast<std::uint16_t>(i)));
  }
  for (const std::uint32_t index : model.stages) {
    const junheng::StageUnits& stage = evaluation.split.stages[index];
    const junheng::StageVerdict& verdict = evaluation.stages[index];
    model.stage_lines.push_back({.stage = std::string(stage_word(state, stage.stage)),
                                 .units = std::to_string(stage.end - stage.begin),
                                 .passing = std::to_string(verdict.units_passing),
                                 .failing = std::to_string(verdict.units_failing),
                                 .unknown = std::to_string(verdict.units_unknown),
                                 .verdict = verdict.verdict});
  }
}

void refresh_reason(AppState& state) {
  state.model.reason.reset();
  if (!state.evaluation || !state.view.reason) return;
  const auto [part, index] = *state.view.reason;
  const junheng::CountyVerdict& county = state.evaluation->counties[state.view.county];
  if (part >= state.model.parts.size() || index >= state.model.parts[part].reasons.size()) return;
  ReasonModel model;
  if (const auto supplement = state.model.parts[part].supplement) {
    const junheng::Item& item = state.standard().supplements[*supplement];
    model.lines.push_back(item.rule.in(state.view.language));
    put_source(state, item.source, model);
    state.model.reason = std::move(model);
    return;
  }
  const junheng::Reason& reason = county.parts[part].reasons[index];
  if (reason.item != junheng::kNoSubject && reason.item < state.standard().parts[part].items.size()) {
    const junheng::Item& item = state.standard().parts[part].items[reason.item];
    model.lines.push_back(item.id + " " + item.rule.in(state.view.language));
    const junheng::ItemResult& result = county.parts[part].items[reason.item];
    for (std::size_t i = 0; i < item.checks.size() && i < result.checks.size(); ++i) {
      model.lines.push_back(
          finding(state.library.words(state.view.language), item, item.checks[i], result.checks[i], *state.evaluation));
    }
    put_source(state, item.source, model);
  } else if (reason.code == junheng::ReasonCode::units_fail || reason.code == junheng::ReasonCode::units_unknown) {
    explain_units(state, reason, model);
  } else {
    for (const std::uint32_t stage : state.model.stages) {
      if (static_cast<std::uint8_t>(state.evaluation->split.stages[stage].stage) != reason.stage) continue;
      for (std::size_t i = 0; i < state.evaluation->indicators.size(); ++i) {
        const bool meant = reason.indicator == i || (reason.indicators >> i & 1U) != 0;
        if (meant && reason.part == 0) explain_cv(state, stage, i, model);
      }
    }
  }
  std::erase_if(model.lines, [](const std::string& line) { return line.empty(); });
  state.model.reason = std::move(model);
}

}  // namespace workbench
