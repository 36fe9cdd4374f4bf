// SPDX-License-Identifier: MIT
#include "verdict/update.h"

#include <utility>

#include "verdict/model.h"

namespace workbench {

void apply(AppState& state, OpenReason action) {
  const std::pair wanted(action.part, action.reason);
  state.view.reason = state.view.reason == wanted ? std::nullopt : std::optional(wanted);
  refresh_reason(state);
}

}  // namespace workbench
