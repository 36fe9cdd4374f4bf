// SPDX-License-Identifier: MIT
#include "issues/update.h"

#include "issues/model.h"

namespace workbench {

void apply(AppState& state, FilterSeverity action) {
  state.view.severity = action.severity;
  refresh_issues(state);
}

}  // namespace workbench
