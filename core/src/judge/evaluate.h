// SPDX-License-Identifier: MIT
#pragma once

#include "junheng/evaluation.h"

namespace junheng {

/// evaluate() from a table whose columns are known. `issues`: what its reading complained about.
[[nodiscard]] Evaluation evaluate_layout(Layout layout, Issues issues, const Standard& standard,
                                         const Vocabulary& vocabulary, const Request& request);

}  // namespace junheng
