// SPDX-License-Identifier: MIT
#pragma once

#include "state/actions.h"

namespace workbench {

[[nodiscard]] Address address_of(const AppState& state);
/// Goes there. What is not there, or not any more, is left as it is.
void apply(AppState& state, GoTo&& action);

}  // namespace workbench
