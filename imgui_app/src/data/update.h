// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "state/actions.h"

/// What a person decides about the data, and what of it is looked at.
namespace workbench {

void apply(AppState& state, SelectCell action);
void apply(AppState& state, FinishCell action);
void apply(AppState& state, FindNext action);
void apply(AppState& state, DropEdit action);
void apply(AppState& state, LeaveOutRow action);
void apply(AppState& state, OpenColumn action);
void apply(AppState& state, TakeColumn action);
void apply(AppState& state, OpenCell action);
void apply(AppState& state, ShowDataPage action);
void apply(AppState& state, ShowSheet action);
void set_remark(AppState& state, std::string_view text);

}  // namespace workbench
