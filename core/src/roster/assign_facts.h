// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "junheng/facts.h"

namespace junheng {

/// Facts go to the county they name, or to the only one there is; without any schools each county of the facts becomes
/// one of the roster. Returns, by county of the roster, an index into facts.counties, or kNoRow.
[[nodiscard]] std::vector<std::uint32_t> assign_facts(const Facts& facts, Roster& roster, Table& table, Issues& issues);

}  // namespace junheng
