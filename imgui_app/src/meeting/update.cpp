// SPDX-License-Identifier: MIT
#include "meeting/update.h"

#include <algorithm>

#include "meeting/model.h"

namespace workbench {

void apply(AppState& state, Meet action) {
  if (!state.evaluation) return;
  state.view.meeting = action.page;
  state.view.editing = false;
  refresh_meeting(state);
  if (!state.view.meeting || state.model.meeting.empty()) return;
  state.view.meeting = std::min(*state.view.meeting, state.model.meeting.size() - 1);
}

void apply(AppState& state, HideNames) {
  state.view.names_hidden = !state.view.names_hidden;
  refresh_meeting(state);
}

}  // namespace workbench
