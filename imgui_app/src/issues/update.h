// SPDX-License-Identifier: MIT
#pragma once

#include "state/actions.h"

namespace workbench {

void apply(AppState& state, FilterSeverity action);
void apply(AppState& state, OpenCause action);
void apply(AppState& state, AnswerQuestion action);

}  // namespace workbench
