// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "kit/theme.h"

namespace workbench {

/// A sentence that can be pressed, with a mark that says whether what stands behind it is open. Broken into lines of at
/// most `room`. Returns true where it was pressed; ids are those of the scope.
bool folding_row(std::string_view words, bool open, float room, ImU32 ink);

}  // namespace workbench
