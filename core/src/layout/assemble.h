// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "layout/section.h"

namespace junheng {

/// Writes the sections as one table.
[[nodiscard]] Layout assemble(std::vector<RawSheet> sheets, std::vector<Section> sections, const Vocabulary& vocabulary,
                              const TableChoices& reading, Issues& issues);

}  // namespace junheng
