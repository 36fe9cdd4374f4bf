// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "junheng/junheng.h"
#include "state/actions.h"

/// What makes a new evaluation: another table, another standard, another state of the project.
namespace workbench {

/// Begins with state.opening; the former result stays on the screen.
void begin_opening(AppState& state, OpenTable&& what);
/// Takes its next step. False behind the last one, and where nothing is being opened.
bool advance_opening(AppState& state);
/// The result, behind the last step.
void show_opening(AppState& state);

/// Evaluates the tables again after the project was changed. What was chosen stays chosen where it is still there; where
/// the change leaves nothing to evaluate, the former result stays and a notice says why. Large tables only begin with it:
/// until the last step the former result stays on the screen.
void evaluate_again(AppState& state);
/// Takes the next step of that; behind the last one the result is shown. False where there is nothing left to do.
bool advance_again(AppState& state);
/// All steps that are left.
void settle(AppState& state);

/// A user's own; see junheng::Library::add. Where it takes the place of one of the same id, what is judged by that is
/// judged again.
[[nodiscard]] std::vector<junheng::StandardFault> add_standard(AppState& state, std::string_view json);

void apply(AppState& state, OpenTable&& action);
void apply(AppState& state, ChooseStandard action);
void apply(AppState& state, ChangeProject&& action);
void apply(AppState& state, Undo action);
void apply(AppState& state, Redo action);

}  // namespace workbench
