// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "state/actions.h"

namespace workbench {

void apply(AppState& state, ShowPart action);
void apply(AppState& state, ShowItem action);
void apply(AppState& state, const NextFact& action);
/// What a person says of a fact: its value, or the note beside it. Empty: nothing any more.
void set_text(AppState& state, const FactTarget& target, std::string value);

}  // namespace workbench
