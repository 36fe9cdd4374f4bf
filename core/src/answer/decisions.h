// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/json_tree.h"
#include "junheng/remark.h"
#include "junheng/scenario.h"

namespace junheng {

/// What a person decided and added, as requests and projects carry it. What is of another shape than its kind has is
/// left aside, each named in `reading.refused`; the good rest is kept.
struct Decisions {
  std::vector<std::pair<std::string, std::string>> options;
  TableChoices reading;
  std::vector<Remark> remarks;
  std::vector<Scenario> scenarios;
};

/// The keys "options", "reading", "remarks" and "scenarios" of an object; unknown ones are left alone.
[[nodiscard]] Decisions read_decisions(Json root);
/// "reading" alone.
[[nodiscard]] TableChoices read_choices(Json reading);

}  // namespace junheng
