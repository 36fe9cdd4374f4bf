// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "state/state.h"

namespace workbench {

/// Items of the shown part, and what the chosen one asks for.
void refresh_facts(AppState& state);

/// The unit that stands beside the field of a fact.
[[nodiscard]] std::string unit_beside(const junheng::Field& field, junheng::Language language);

}  // namespace workbench
