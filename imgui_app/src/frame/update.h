// SPDX-License-Identifier: MIT
#pragma once

#include "state/actions.h"

namespace workbench {

/// The only function that changes the state: carries out an action, then evaluates again where the action changed the
/// project.
void update(AppState& state, Action action);

/// First texts of a new state, before anything happened.
void start(AppState& state);

}  // namespace workbench
