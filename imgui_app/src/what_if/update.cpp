// SPDX-License-Identifier: MIT
#include "what_if/update.h"

#include <algorithm>

#include "state/project.h"
#include "what_if/model.h"

namespace workbench {
namespace {

using junheng::Change;
using junheng::Scenario;

/// A name that no scenario has yet.
std::string new_scenario_name(const AppState& state) {
  const std::vector<junheng::Scenario>& known = state.history.now().scenarios;
  for (std::size_t number = known.size() + 1;; ++number) {
    std::string name = filled(state.say(Phrase::what_if_name), {{"number", std::to_string(number)}});
    if (std::none_of(known.begin(), known.end(), [&](const auto& scenario) { return scenario.name == name; }))
      return name;
  }
}

/// Changes the chosen scenario; the first change makes one.
template <typename Make>
void with_scenario(AppState& state, const Make& make) {
  if (!state.evaluation) return;
  junheng::Project project = state.history.now();
  if (project.scenarios.empty()) {
    project.scenarios.push_back({new_scenario_name(state), {}});
    state.view.scenario = 0;
  }
  const std::size_t index = std::min<std::size_t>(state.view.scenario, project.scenarios.size() - 1);
  make(project.scenarios[index]);
  state.history.put(std::move(project));
  ++state.revision;
  assume_again(state);
  refresh_scenario(state);
}

/// A later number for the same cell takes the place of the former.
void put(Scenario& scenario, Change change) {
  std::erase_if(scenario.changes, [&](const Change& other) {
    return change.kind == Change::Kind::set && other.kind == change.kind && other.line == change.line &&
           other.field == change.field && other.stage == change.stage;
  });
  scenario.changes.push_back(std::move(change));
}

}  // namespace

void assume_again(AppState& state) {
  state.assumed.reset();
  const std::vector<Scenario>& scenarios = state.history.now().scenarios;
  if (!state.evaluation || scenarios.empty()) return;
  state.view.scenario = std::min(state.view.scenario, static_cast<std::uint32_t>(scenarios.size() - 1));
  const Scenario& scenario = scenarios[state.view.scenario];
  // Without a change there is nothing to compare.
  if (scenario.changes.empty()) return;
  state.assumed = std::make_unique<const junheng::Evaluation>(
      junheng::evaluate_scenario(*state.evaluation, scenario, request_for(state.history.now())));
}

void apply(AppState& state, NewScenario) {
  if (!state.evaluation) return;
  junheng::Project project = state.history.now();
  project.scenarios.push_back({new_scenario_name(state), {}});
  state.view.scenario = static_cast<std::uint32_t>(project.scenarios.size() - 1);
  state.history.put(std::move(project));
  ++state.revision;
  assume_again(state);
  refresh_scenario(state);
}

void apply(AppState& state, DropScenario) {
  junheng::Project project = state.history.now();
  if (state.view.scenario >= project.scenarios.size()) return;
  project.scenarios.erase(project.scenarios.begin() + state.view.scenario);
  state.view.scenario = 0;
  state.history.put(std::move(project));
  ++state.revision;
  assume_again(state);
  refresh_scenario(state);
}

void apply(AppState& state, SelectScenario action) {
  state.view.scenario = action.scenario;
  assume_again(state);
  refresh_scenario(state);
}

void apply(AppState& state, SelectScenarioSchool action) {
  state.view.scenario_line = action.line;
  refresh_scenario(state);
}

void apply(AppState& state, Assume&& action) {
  if (action.change.kind == Change::Kind::close) {
    with_scenario(state, [&](Scenario& scenario) {
      const auto closed = [&](const Change& change) {
        return change.kind == Change::Kind::close && change.line == action.change.line;
      };
      // Closing a closed school opens it again.
      if (std::erase_if(scenario.changes, closed) == 0) scenario.changes.push_back(action.change);
    });
    return;
  }
  if (action.change.kind == Change::Kind::add) {
    std::uint32_t line = junheng::kAddedLine;
    with_scenario(state, [&](Scenario& scenario) {
      for (const Change& change : scenario.changes)
        line += change.kind == Change::Kind::add ? 1U : 0U;
      scenario.changes.push_back(action.change);
    });
    state.view.scenario_line = line;
    state.view.new_school.clear();
    return refresh_scenario(state);
  }
  with_scenario(state, [&](Scenario& scenario) { put(scenario, std::move(action.change)); });
}

void apply(AppState& state, DropAssumption action) {
  with_scenario(state, [&](Scenario& scenario) {
    if (!action.index) return scenario.changes.clear();
    if (*action.index >= scenario.changes.size()) return;
    const auto at = scenario.changes.begin() + static_cast<std::ptrdiff_t>(*action.index);
    if (at->kind != Change::Kind::add) {
      scenario.changes.erase(at);
      return;
    }
    // With a new school goes what was said of it; those added later move up.
    std::uint32_t line = junheng::kAddedLine;
    for (auto before = scenario.changes.begin(); before != at; ++before)
      line += before->kind == Change::Kind::add ? 1U : 0U;
    scenario.changes.erase(at);
    std::erase_if(scenario.changes, [line](const Change& change) { return change.line == line; });
    for (Change& change : scenario.changes)
      if (change.line != junheng::kNoLine && change.line > line) --change.line;
  });
}

void apply(AppState& state, MoveTo action) {
  state.view.move_to = action.line;
  refresh_scenario(state);
}

void apply(AppState& state, MoveField action) {
  state.view.move_field = action.field;
  refresh_scenario(state);
}

void apply(AppState& state, Move) {
  const WhatIf& model = state.model.what_if;
  const ViewState& view = state.view;
  if (!model.move || view.move_field >= model.fields.size()) return;
  const WhatIf::Field& field = model.fields[view.move_field];
  with_scenario(state, [&](Scenario& scenario) {
    const auto set = [&](std::uint32_t line, const std::string& text) {
      put(scenario, {Change::Kind::set, line, field.id, field.stage, text});
    };
    set(view.scenario_line, model.move->from);
    set(view.move_to, model.move->to);
  });
  state.view.move_count.clear();
  refresh_scenario(state);
}

void apply(AppState& state, AssumeAbout action) {
  if (!state.evaluation || action.unit >= state.evaluation->split.units.size()) return;
  state.view.scenario_line = state.evaluation->roster.line[state.evaluation->split.units.row[action.unit]];
  state.view.tab = Tab::what_if;
  refresh_scenario(state);
}

void set_name(AppState& state, std::string name) {
  with_scenario(state, [&](Scenario& scenario) { scenario.name = std::move(name); });
}

void set_text(AppState& state, const AssumptionTarget& target, std::string value) {
  for (const WhatIf::Field& one : state.model.what_if.fields)
    if (one.target == target && one.assumed == value) return;
  apply(state, Assume{{Change::Kind::set, target.line, target.field, target.stage, std::move(value)}});
}

}  // namespace workbench
