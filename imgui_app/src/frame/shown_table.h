// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace workbench {

struct AppState;

/// The table of the shown view as it is sorted and filtered, for a spreadsheet: lines of cells with tabs between them,
/// the heads first. What would part a cell has become a space. Empty where the view has no table.
[[nodiscard]] std::string shown_table(const AppState& state);

}  // namespace workbench
