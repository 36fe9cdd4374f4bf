// SPDX-License-Identifier: MIT
#pragma once

#include "json/json_tree.h"
#include "junheng/standard.h"

namespace junheng {

/// The same for a file that was read already, or that several were merged to.
[[nodiscard]] StandardResult load_standard(Json file, const Vocabulary& vocabulary);

}  // namespace junheng
