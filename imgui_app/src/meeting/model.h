// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

namespace workbench {

/// The pages shown to a room full of people; none while nobody meets.
void refresh_meeting(AppState& state);

}  // namespace workbench
