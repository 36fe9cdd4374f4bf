// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "state/state.h"

namespace workbench {

/// The schools of the selected county, filtered and sorted.
void refresh_rows(AppState& state);
/// Where the selected school and the highlighted row stand among them, and its card.
void refresh_selection(AppState& state);
/// The column that holds the towns of schools; nullopt: there is none.
[[nodiscard]] std::optional<std::uint16_t> town_column(const AppState& state);

}  // namespace workbench
