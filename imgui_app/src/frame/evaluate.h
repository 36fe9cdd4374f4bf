// SPDX-License-Identifier: MIT
#pragma once

#include "state/actions.h"

/// What makes a new evaluation: another table, another standard, another state of the project.
namespace workbench {

/// Evaluates the tables again after the project was changed. What was chosen stays chosen where it is still there; where
/// the change leaves nothing to evaluate, the former result stays and a notice says why.
void evaluate_again(AppState& state);

void apply(AppState& state, OpenTable&& action);
void apply(AppState& state, ChooseStandard action);
void apply(AppState& state, ChangeProject&& action);
void apply(AppState& state, Undo action);
void apply(AppState& state, Redo action);

}  // namespace workbench
