// SPDX-License-Identifier: MIT
#include "what_if/model.h"

#include <algorithm>
#include <cmath>

#include "junheng/judged_text.h"
#include "junheng/lookup.h"
#include "state/texts.h"

namespace workbench {
namespace {

using junheng::Change;
using junheng::Evaluation;
using junheng::Verdict;

constexpr std::string_view kNotKnown = "—";
/// Schools in a list that opens; the search beside it narrows them.
constexpr std::size_t kMostListed = 500;

const junheng::Scenario& scenario_of(const AppState& state) {
  static const junheng::Scenario kNone;
  const auto& scenarios = state.history.now().scenarios;
  return state.view.scenario < scenarios.size() ? scenarios[state.view.scenario] : kNone;
}

std::vector<std::pair<std::uint32_t, std::string>> added_schools(const junheng::Scenario& scenario) {
  std::vector<std::pair<std::uint32_t, std::string>> added;
  for (const Change& change : scenario.changes) {
    if (change.kind == Change::Kind::add)
      added.emplace_back(junheng::kAddedLine + static_cast<std::uint32_t>(added.size()), change.text);
  }
  return added;
}

std::string school_of_line(const AppState& state, std::uint32_t line) {
  for (const auto& [own, name] : added_schools(scenario_of(state)))
    if (own == line) return name;
  const auto row = row_of_line(*state.evaluation, line);
  return row ? std::string(state.evaluation->table.at(state.evaluation->roster.school[*row])) : std::string();
}

void put_schools(const AppState& state, WhatIf& model) {
  const junheng::Scenario& scenario = scenario_of(state);
  const std::string wanted = junheng::normalised(state.view.scenario_search);
  const auto has = [&](std::uint32_t line, bool closing) {
    return std::any_of(scenario.changes.begin(), scenario.changes.end(), [&](const Change& change) {
      return change.line == line && (change.kind == Change::Kind::close) == closing;
    });
  };
  const auto put = [&](std::uint32_t line, std::string name) {
    if (!wanted.empty() && junheng::normalised(name).find(wanted) == std::string::npos) return;
    const bool touched = !scenario.changes.empty();
    model.schools.push_back({line, std::move(name), touched && has(line, true), touched && has(line, false)});
  };
  for (auto& [line, name] : added_schools(scenario))
    put(line, name);
  const junheng::Roster& roster = state.evaluation->roster;
  for (std::size_t row = 0; row < roster.rows(); ++row) {
    if (roster.county[row] != state.view.county || roster.total[row] != 0) continue;
    put(roster.line[row], std::string(state.evaluation->table.at(roster.school[row])));
  }
}

/// A primary school has nothing to say about its middle stage.
bool lacks_stage(const AppState& state, junheng::Stage stage) {
  const auto row = row_of_line(*state.evaluation, state.view.scenario_line);
  if (!row) return false;
  const std::uint16_t type = state.evaluation->roster.type[*row];
  if (type == junheng::kNoType) return false;
  const std::vector<junheng::Stage>& stages = state.library.vocabulary.types[type].stages;
  return std::find(stages.begin(), stages.end(), stage) == stages.end();
}

/// What a column is in. Units of tables are Chinese words; of others than the field's own English has the factor.
std::string unit_of(const AppState& state, const junheng::Field& rule, const junheng::Conversion& conversion) {
  const std::string_view name = state.library.vocabulary.unit_name(rule, conversion);
  if (name.empty() || name == rule.unit.zh) return rule.unit.in(state.view.language);
  if (state.view.language == junheng::Language::zh) return std::string(name);
  if (conversion.times != conversion.over || conversion.shift <= 0) return std::string(name);
  std::string factor = "1";
  for (int left = conversion.shift; left > 0; --left)
    factor += left % 3 == 0 ? ",0" : "0";
  return factor + " " + rule.unit.en;
}

/// Numbers of the table's own columns: what a school can have more or less of. Of a new school also its kind.
void put_fields(const AppState& state, WhatIf& model) {
  const Evaluation& evaluation = *state.evaluation;
  const std::uint32_t line = state.view.scenario_line;
  for (const junheng::ColumnUse& column : evaluation.roster.columns) {
    if (!column.match) continue;
    const junheng::Field& rule = state.library.vocabulary.fields[column.match->field];
    const bool place = rule.id == "type" || rule.id == "stage" || rule.id == "county";
    if (rule.kind == junheng::FieldKind::text && !(place && model.added)) continue;
    WhatIf::Field field;
    field.id = rule.id;
    if (column.match->stage) field.stage = static_cast<std::uint8_t>(*column.match->stage);
    field.label = rule.label.in(state.view.language);
    if (column.match->stage) field.label += " · " + std::string(stage_word(state, *column.match->stage));
    if (rule.kind != junheng::FieldKind::text) field.unit = unit_of(state, rule, column.match->conversion);
    field.target = {line, field.id, field.stage};
    field.real = scenario_cell(evaluation, {}, line, column.match->field, field.stage);
    field.assumed = scenario_cell(evaluation, scenario_of(state), line, column.match->field, field.stage);
    if (field.real.empty() && field.assumed.empty() && column.match->stage && lacks_stage(state, *column.match->stage))
      continue;
    model.fields.push_back(std::move(field));
  }
}

void put_changes(const AppState& state, WhatIf& model) {
  const junheng::Scenario& scenario = scenario_of(state);
  const junheng::Vocabulary& vocabulary = state.library.vocabulary;
  for (const Change& change : scenario.changes) {
    const std::string school = change.kind == Change::Kind::add ? change.text : school_of_line(state, change.line);
    switch (change.kind) {
      case Change::Kind::add:
        model.changes.push_back(filled(state.say(Phrase::what_if_added), {{"school", school}}));
        break;
      case Change::Kind::close:
        model.changes.push_back(filled(state.say(Phrase::what_if_closed), {{"school", school}}));
        break;
      case Change::Kind::set: {
        const auto field = vocabulary.field(change.field);
        if (!field) {
          model.changes.emplace_back(kNotKnown);
          break;
        }
        std::string label = vocabulary.fields[*field].label.in(state.view.language);
        if (change.stage != junheng::kNoStage)
          label += " · " + std::string(stage_word(state, static_cast<junheng::Stage>(change.stage)));
        const std::string real = scenario_cell(*state.evaluation, {}, change.line, *field, change.stage);
        model.changes.push_back(filled(state.say(Phrase::what_if_set),
                                       {{"school", school},
                                        {"field", label},
                                        {"from", real.empty() ? kNotKnown : std::string_view(real)},
                                        {"to", change.text.empty() ? kNotKnown : std::string_view(change.text)}}));
        break;
      }
    }
  }
}

// ---- before and after ----------------------------------------------------------------------------------------------

std::uint32_t county_named(const Evaluation& evaluation, std::string_view name) {
  for (std::uint32_t i = 0; i < evaluation.roster.counties.size(); ++i)
    if (evaluation.table.at(evaluation.roster.counties[i].name) == name) return i;
  return kNoSelection;
}

/// A coefficient of one of the two evaluations beside the limit that both are judged by.
std::string cv_or_dash(const Evaluation& evaluation, std::size_t stage, double cv, Verdict verdict) {
  if (std::isnan(cv)) return std::string(kNotKnown);
  const auto at = static_cast<std::size_t>(evaluation.split.stages[stage].stage);
  return junheng::cv_text(cv, evaluation.standard->balance.limit[at], verdict);
}

/// What stays the same stands in the other views.
void put(std::vector<CompareLine>& lines, CompareLine line) {
  line.changed = line.before != line.after || line.verdict_before != line.verdict_after;
  if (line.changed || line.before.empty()) lines.push_back(std::move(line));
}

void compare_county(const AppState& state, WhatIf& model) {
  const Evaluation& before = *state.evaluation;
  const Evaluation& after = *state.assumed;
  const std::uint32_t own = state.view.county;
  const std::uint32_t other = county_named(after, before.table.at(before.roster.counties[own].name));
  if (other == kNoSelection) return;
  put(model.county, {std::string(county_name(state, own)),
                     {},
                     {},
                     before.counties[own].verdict,
                     after.counties[other].verdict,
                     false});
  const bool judged = before.standard->unit_rule.has_value();
  for (const std::uint32_t index : state.model.stages) {
    const junheng::Stage stage = before.split.stages[index].stage;
    const std::size_t found = stage_of(after, other, stage);
    if (found >= after.split.stages.size()) continue;
    const std::string word(stage_word(state, stage));
    const auto count = [&](const Evaluation& e, std::size_t i) {
      const std::string all = std::to_string(e.split.stages[i].end - e.split.stages[i].begin);
      return judged ? std::to_string(e.stages[i].units_passing) + " / " + all : all;
    };
    // The verdict of the stage is no verdict on this count: 25 of 25 beside a cross says nothing.
    put(model.county, {.title = word + " · " + std::string(state.say(Phrase::what_if_units)),
                       .before = count(before, index),
                       .after = count(after, found)});
    for (std::size_t i = 0; i < before.indicators.size(); ++i) {
      const junheng::Balance& a = before.balance[index].indicators[i];
      const junheng::Balance& b = after.balance[found].indicators[i];
      put(model.county, {word + " · " + before.standard->indicators[i].short_title.in(state.view.language),
                         cv_or_dash(before, index, a.spread.cv, a.verdict),
                         cv_or_dash(after, found, b.spread.cv, b.verdict), a.verdict, b.verdict, false});
    }
    if (before.standard->balance.kind != junheng::BalanceKind::composite) continue;
    const auto composite = [](const Evaluation& e, std::size_t i) {
      return cv_or_dash(e, i, e.balance[i].composite_cv, e.balance[i].composite_verdict);
    };
    put(model.county, {word + " · " + std::string(state.say(Phrase::balance_composite)), composite(before, index),
                       composite(after, found), before.balance[index].composite_verdict,
                       after.balance[found].composite_verdict, false});
  }
}

struct UnitValue {
  std::string text;
  Verdict verdict = Verdict::none;
};

UnitValue value_of(const Evaluation& evaluation, std::uint32_t line, junheng::Stage stage, std::size_t indicator) {
  const auto unit = unit_of(evaluation, line, stage);
  if (!unit) return {std::string(kNotKnown), Verdict::none};
  const double value = evaluation.indicators[indicator].value[*unit];
  if (std::isnan(value)) return {std::string(kNotKnown), Verdict::unknown};
  return {unit_value_text(evaluation, stage, indicator, *unit), evaluation.indicators[indicator].verdict[*unit]};
}

void compare_school(const AppState& state, WhatIf& model) {
  const Evaluation& after = state.assumed ? *state.assumed : *state.evaluation;
  for (const junheng::Stage stage : state.standard().stages) {
    for (std::size_t i = 0; i < state.evaluation->indicators.size(); ++i) {
      const UnitValue a = value_of(*state.evaluation, state.view.scenario_line, stage, i);
      const UnitValue b = value_of(after, state.view.scenario_line, stage, i);
      if (a.text == kNotKnown && b.text == kNotKnown) continue;
      put(model.own, {std::string(stage_word(state, stage)) + " · " +
                          state.standard().indicators[i].short_title.in(state.view.language),
                      a.text, b.text, a.verdict, b.verdict, false});
    }
  }
}

}  // namespace

void refresh_scenario(AppState& state) {
  WhatIf& model = state.model.what_if;
  model = {};
  const bool shown = state.view.tab == Tab::what_if || state.view.meeting;
  if (!state.evaluation || !shown || state.view.county >= state.evaluation->counties.size()) return;
  for (const junheng::Scenario& scenario : state.history.now().scenarios)
    model.scenarios.push_back(scenario.name);
  put_schools(state, model);
  put_changes(state, model);
  if (state.assumed) compare_county(state, model);
  model.school = school_of_line(state, state.view.scenario_line);
  if (model.school.empty()) return;
  model.added = state.view.scenario_line >= junheng::kAddedLine;
  for (const Change& change : scenario_of(state).changes)
    model.closed = model.closed || (change.kind == Change::Kind::close && change.line == state.view.scenario_line);
  put_fields(state, model);
  for (const WhatIf::Field& field : model.fields)
    model.field_labels.push_back(field.label);
  for (std::size_t i = 0; i < model.schools.size() && i < kMostListed; ++i)
    model.move_names.push_back(model.schools[i].name);
  compare_school(state, model);
  model.move_to = school_of_line(state, state.view.move_to);
  if (model.move_to.empty() || state.view.move_to == state.view.scenario_line) return;
  if (state.view.move_field >= model.fields.size()) return;
  const WhatIf::Field& field = model.fields[state.view.move_field];
  const auto index = state.library.vocabulary.field(field.id);
  if (!index || state.view.move_count.empty()) return;
  model.move =
      move_amount(state.library.vocabulary, *index, field.assumed,
                  scenario_cell(*state.evaluation, scenario_of(state), state.view.move_to, *index, field.stage),
                  state.view.move_count);
}

}  // namespace workbench
