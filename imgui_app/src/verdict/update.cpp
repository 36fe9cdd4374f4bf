// SPDX-License-Identifier: MIT
#include "verdict/update.h"

#include <utility>

#include "state/project.h"
#include "verdict/model.h"
#include "verdict/options_model.h"

namespace workbench {

void apply(AppState& state, OpenReason action) {
  const std::pair wanted(action.part, action.reason);
  state.view.reason = state.view.reason == wanted ? std::nullopt : std::optional(wanted);
  refresh_reason(state);
}

void apply(AppState& state, OpenOption action) {
  if (!state.evaluation || action.option >= state.standard().options.size()) return;
  state.view.option = state.view.option == action.option ? std::nullopt : std::optional(action.option);
  state.effects.reset();
  refresh_options(state);
}

void apply(AppState& state, ChooseOption action) {
  if (!state.evaluation || action.option >= state.standard().options.size()) return;
  const junheng::Option& option = state.standard().options[action.option];
  if (action.choice >= option.choices.size() || state.evaluation->choices[action.option] == action.choice) return;
  junheng::Project project = state.history.now();
  std::erase_if(project.options, [&](const auto& one) { return one.first == option.id; });
  // The standard's own choice is no decision.
  if (action.choice != option.preset) project.options.emplace_back(option.id, option.choices[action.choice].id);
  change_project(state, std::move(project));
}

}  // namespace workbench
