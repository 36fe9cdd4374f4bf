// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

namespace workbench {

/// What the core is asked for, with everything that was decided.
[[nodiscard]] junheng::Request request_for(const junheng::Project& project);

/// A new state of the project, which can be undone. The tables are evaluated again once the action is carried out: see
/// AppState::evaluation_due.
void change_project(AppState& state, junheng::Project project);

}  // namespace workbench
