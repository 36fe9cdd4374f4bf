// SPDX-License-Identifier: MIT
#include "state/texts.h"

#include <cmath>

#include "junheng/clipped.h"
#include "junheng/insight.h"
#include "junheng/judged_text.h"
#include "junheng/lookup.h"

namespace workbench {
namespace {

using junheng::Evaluation;
using junheng::Verdict;

constexpr double kPercent = 100;

std::string pupils_text(std::uint32_t pupils) {
  return pupils == junheng::kUnknownPupils ? std::string{} : std::to_string(pupils);
}

/// Words that both faces share are the core's.
std::string_view core_word(const AppState& state, std::string_view group, std::string_view id) {
  std::string key(group);
  key += id;
  return state.library.words(state.view.language).text(key);
}

std::string_view school_name(const Evaluation& evaluation, std::uint32_t row) {
  return junheng::clipped(evaluation.table.at(evaluation.roster.school[row]));
}

}  // namespace

std::string_view stage_word(const AppState& state, junheng::Stage stage) {
  return core_word(state, "stage.", junheng::id_of(stage));
}

std::string_view verdict_word(const AppState& state, Verdict verdict) {
  return core_word(state, "verdict.", junheng::id_of(verdict));
}

std::string_view sign_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return "√";
    case Verdict::near:
      return "△";
    case Verdict::fail:
      return "×";
    case Verdict::unknown:
      return "○";
    case Verdict::none:
      break;
  }
  return "—";
}

std::string_view severity_word(const AppState& state, junheng::Severity severity) {
  return core_word(state, "severity.", junheng::id_of(severity));
}

std::string_view county_name(const AppState& state, std::uint32_t county) {
  const junheng::Span name = state.evaluation->roster.counties[county].name;
  return name.length == 0 ? state.say(Phrase::county_unnamed) : junheng::clipped(state.evaluation->table.at(name));
}

UnitText unit_text(const AppState& state, std::uint32_t unit) {
  const Evaluation& evaluation = *state.evaluation;
  const junheng::Units& units = evaluation.split.units;
  return {.school = school_name(evaluation, units.row[unit]),
          .stage = stage_word(state, evaluation.split.stages[stage_of(evaluation, unit)].stage),
          .pupils = pupils_text(units.pupils[unit]),
          .meeting = std::to_string(evaluation.unit_meeting[unit]),
          .verdict = evaluation.unit_verdict[unit]};
}

CellText cell_text(const AppState& state, std::uint32_t unit, std::size_t indicator) {
  const Evaluation& evaluation = *state.evaluation;
  const junheng::IndicatorColumn& column = evaluation.indicators[indicator];
  const double value = column.value[unit];
  CellText text{.value = {}, .verdict = column.verdict[unit]};
  if (std::isnan(value)) return {.value = {}, .verdict = Verdict::unknown};

  const junheng::Stage stage = evaluation.split.stages[stage_of(evaluation, unit)].stage;
  text.value = unit_value_text(evaluation, stage, indicator, unit);
  return text;
}

std::string_view origin_note(const AppState& state, std::uint32_t unit, std::size_t indicator) {
  switch (state.evaluation->indicators[indicator].origin[unit]) {
    case junheng::Origin::split:
      return state.say(Phrase::cell_split);
    case junheng::Origin::split_fallback:
      return state.say(Phrase::cell_split_fallback);
    case junheng::Origin::given:
      return state.say(Phrase::cell_given);
    case junheng::Origin::reported:
    case junheng::Origin::missing:
      break;
  }
  return {};
}

std::string cell_explanation(const AppState& state, std::uint32_t unit, std::size_t indicator) {
  const Evaluation& evaluation = *state.evaluation;
  const junheng::Indicator& rule = evaluation.standard->indicators[indicator];
  const std::size_t stage_index = stage_of(evaluation, unit);
  const junheng::StageUnits& stage = evaluation.split.stages[stage_index];
  const UnitText about = unit_text(state, unit);
  const CellText cell = cell_text(state, unit, indicator);

  std::string text;
  const auto line = [&text](std::string_view part) {
    if (!text.empty()) text += '\n';
    text += part;
  };
  line(std::string(about.school) + " · " + std::string(about.stage));
  line(rule.title.in(state.view.language));
  if (cell.value.empty()) {
    line(state.say(Phrase::cell_missing));
  } else {
    std::string value =
        filled(state.say(Phrase::cell_value), {{"value", cell.value}, {"unit", rule.unit.in(state.view.language)}});
    if (cell.verdict != Verdict::none) value += " · " + std::string(verdict_word(state, cell.verdict));
    line(value);
  }
  if (const auto& threshold = rule.threshold[static_cast<std::size_t>(stage.stage)]) {
    line(filled(state.say(Phrase::cell_limit), {{"limit", to_text(threshold->value)}}));
  }
  if (const std::string_view note = origin_note(state, unit, indicator); !note.empty()) line(note);
  const junheng::StageBalance& balance = evaluation.balance[stage_index];
  const double share =
      junheng::cv_share(balance.indicators[indicator].spread, evaluation.indicators[indicator].value[unit],
                        evaluation.split.units.pupils[unit], balance.pupils);
  if (!std::isnan(share)) line(filled(state.say(Phrase::cell_share), {{"percent", percent_text(share)}}));
  return text;
}

IssueText issue_text(const AppState& state, std::uint32_t index) {
  const junheng::Issue& issue = state.evaluation->issues[index];
  return {.severity = severity_of(issue.code),
          .place = issue.line == junheng::kNoLine
                       ? std::string(state.say(Phrase::issues_table))
                       : filled(state.say(Phrase::issues_row), {{"row", std::to_string(issue.line)}}),
          .sentence = sentence(state.library.words(state.view.language), issue, *state.evaluation)};
}

std::string gap_text(const AppState& state, std::uint32_t unit, std::size_t indicator) {
  const auto gap = gap_of(*state.evaluation, unit, indicator);
  if (!gap) return {};
  return filled(state.say(Phrase::card_gap),
                {{"amount", junheng::number_text(gap->amount, gap->decimals)},
                 {"unit", state.library.vocabulary.fields[gap->term].unit.in(state.view.language)}});
}

std::string percent_text(double share) {
  return junheng::number_text(share * kPercent, 1);
}

}  // namespace workbench
