// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "state/actions.h"

namespace workbench {

/// Evaluates again with the chosen scenario alone.
void assume_again(AppState& state);

void apply(AppState& state, NewScenario action);
void apply(AppState& state, DropScenario action);
void apply(AppState& state, SelectScenario action);
void apply(AppState& state, SelectScenarioSchool action);
void apply(AppState& state, Assume&& action);
void apply(AppState& state, DropAssumption action);
void apply(AppState& state, MoveTo action);
void apply(AppState& state, MoveField action);
void apply(AppState& state, Move action);
void apply(AppState& state, AssumeAbout action);
/// Renames the chosen scenario.
void set_name(AppState& state, std::string name);
/// A number assumed of a school. Empty: nothing is said of it any more.
void set_text(AppState& state, const AssumptionTarget& target, std::string value);

}  // namespace workbench
