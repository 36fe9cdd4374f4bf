// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "state/state.h"

namespace workbench {

/// Of a part of the selected county: a page for each item that fails by a number, with the numbers as bars beside their
/// limit, of schools those that are furthest from it. What was only answered with no has no picture.
[[nodiscard]] std::vector<MeetingPage> item_pages(const AppState& state, std::size_t part);

}  // namespace workbench
