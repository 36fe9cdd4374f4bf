// SPDX-License-Identifier: MIT
#include "shell/update.h"

#include <utility>

namespace workbench {

void apply(AppState& state, DismissNotice) {
  if (state.notice) ++state.revision;
  state.notice.reset();
}

void apply(AppState& state, Scrolled) {
  state.view.scroll_to_selection = state.view.scroll_to_cell = state.view.scroll_to_fact = false;
}

void apply(AppState& state, SetTheme action) {
  state.view.theme = action.theme;
}

void apply(AppState& state, AskPlatform&& action) {
  state.requests.push_back(std::move(action.request));
}

}  // namespace workbench
