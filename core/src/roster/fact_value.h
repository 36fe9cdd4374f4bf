// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "junheng/issue.h"
#include "roster/fact_names.h"

namespace junheng {

/// What a value was read as.
struct FactValue {
  std::optional<Decimal> value;  ///< nullopt: not readable, unless `blank`
  bool blank = false;            ///< nothing there, or a mark that says so
  bool converted = false;        ///< from another unit
  bool fraction = false;         ///< 0.85 where a percentage is meant
  std::optional<IssueCode> doubt;
};

/// Reads "14.65万元", "Ⅲ级", "12%", "是" … of a fact called `name`; `unit` is what stands beside the value.
[[nodiscard]] FactValue read_fact_value(std::string_view text, std::string_view unit, std::string_view name,
                                        const FactName& what, const Vocabulary& vocabulary);

}  // namespace junheng
