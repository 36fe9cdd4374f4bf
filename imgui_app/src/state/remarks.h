// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "state/state.h"

namespace workbench {

/// What was said of an issue of the evaluation on the screen; empty: nothing.
[[nodiscard]] std::string_view remark_of(const AppState& state, std::uint32_t issue);

}  // namespace workbench
