// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "json/json_tree.h"
#include "json/json_writer.h"
#include "junheng/evaluation.h"

namespace junheng {

/// Keys "school", "row", perhaps "sheet", and "pupils" of a unit.
void write_unit(JsonWriter& out, const Evaluation& evaluation, std::uint32_t unit);

/// The least plan for one of split.stages under what `asked` wishes; `request` is that of the evaluation.
[[nodiscard]] std::string plan_json(const Evaluation& evaluation, std::size_t stage, Json asked,
                                    const Request& request);

}  // namespace junheng
