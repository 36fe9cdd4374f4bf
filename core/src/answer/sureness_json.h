// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "junheng/junheng.h"

namespace junheng {

/// 稳健性 of one of split.stages: margins, cells to visit, verdicts that hang on rounding or on an option.
[[nodiscard]] std::string sureness_json(const Evaluation& evaluation, std::size_t stage, const Library& library);

}  // namespace junheng
