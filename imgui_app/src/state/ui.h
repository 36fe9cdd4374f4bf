// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <vector>

#include "state/actions.h"

namespace workbench {

/// What a view gets: the state to read, and lists to add to. Actions are carried out after the frame is drawn.
struct Ui {
  const AppState& state;
  std::vector<Action>& actions;
  std::vector<TextField>& fields;

  [[nodiscard]] std::string_view say(Phrase phrase) const { return state.say(phrase); }
  void emit(Action action) { actions.push_back(std::move(action)); }
};

}  // namespace workbench
