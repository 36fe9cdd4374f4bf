// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "json/json_tree.h"
#include "junheng/standard.h"

namespace junheng {

/// What a whole standard says otherwise than another one, in the order of `base` and then of `own`. Entries of lists are
/// told apart by their ids; one that is gone or new counts once, whatever is in it. What a standard is called and where
/// it comes from (id, title, document, sources, parent) is no change of a rule.
[[nodiscard]] std::vector<StandardChange> standard_changes(Json base, Json own);

}  // namespace junheng
