// SPDX-License-Identifier: MIT
#pragma once

#include "state/actions.h"

namespace workbench {

/// The only function that changes the state, and the only caller of junheng::evaluate.
void update(AppState& state, Action action);

/// First texts of a new state, before anything happened.
void start(AppState& state);

}  // namespace workbench
