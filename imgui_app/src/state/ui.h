// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "state/actions.h"

namespace workbench {

/// What a view gets: the state to read, and lists to add to. Actions are carried out after the frame is drawn.
struct Ui {
  const AppState& state;
  std::vector<Action>& actions;
  std::vector<TextField>& fields;

  [[nodiscard]] std::string_view say(Phrase phrase) const { return state.say(phrase); }
  /// Defined for each action in ui.cpp: a view that builds the variant of all of them itself takes twice as long to
  /// compile, and several times with sanitizers.
  template <class A>
  void emit(A action);
};

}  // namespace workbench
