// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "json/json_tree.h"
#include "json/json_writer.h"
#include "junheng/evaluation.h"
#include "junheng/plan.h"
#include "junheng/scenario.h"

namespace junheng {

/// Keys "school", "row", perhaps "sheet", and "pupils" of a unit.
void write_unit(JsonWriter& out, const Evaluation& evaluation, std::uint32_t unit);

/// Where a county of a year to come is planned: the county of now, whose units `asked` counts, and what the year changes.
struct PlanAhead {
  const Evaluation& now;
  std::size_t stage;
  const Scenario& changes;
};

/// The least plan for one of split.stages under what `asked` wishes; `request` is that of the evaluation.
[[nodiscard]] std::string plan_json(const Evaluation& evaluation, std::size_t stage, Json asked, const Request& request,
                                    const PlanProgress& progress, const PlanAhead* ahead = nullptr);

}  // namespace junheng
