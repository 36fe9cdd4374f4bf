// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "json/json_tree.h"
#include "junheng/evaluation.h"
#include "junheng/outlook.h"

namespace junheng {

/// What is assumed of the years to come.
[[nodiscard]] OutlookWishes outlook_wishes(const Evaluation& evaluation, Json asked);

/// 三年复查沙盘 of one county under what `asked` assumes, and what changed since the year before where `request` has it.
[[nodiscard]] std::string outlook_json(const Evaluation& evaluation, std::uint32_t county, Json asked,
                                       const Request& request);

}  // namespace junheng
