// SPDX-License-Identifier: MIT
#include "balance/update.h"

#include "balance/model_detail.h"

namespace workbench {

void apply(AppState& state, ShowIndicator action) {
  ViewState& view = state.view;
  const bool again = view.balance_stage == action.stage && view.indicator == action.indicator;
  view.balance_stage = action.stage;
  view.indicator = again ? std::nullopt : action.indicator;
  refresh_detail(state);
}

void apply(AppState& state, GroupBy action) {
  state.view.group_field = action.field;
  refresh_detail(state);
}

}  // namespace workbench
