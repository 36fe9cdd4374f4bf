// SPDX-License-Identifier: MIT
#pragma once

#include "state/actions.h"

namespace workbench {

void apply(AppState& state, DismissNotice action);
void apply(AppState& state, Scrolled action);
void apply(AppState& state, SetTheme action);
void apply(AppState& state, AskPlatform&& action);

}  // namespace workbench
