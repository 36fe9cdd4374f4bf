// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "layout/section.h"

namespace junheng {

/// Finds the headers of one sheet and what stands below each; `rows` gets the kind of every line.
void find_sections(RawSheet& sheet, std::size_t index, const Vocabulary& vocabulary, const TableChoices& reading,
                   HeaderMemo& memo, std::vector<Section>& sections, std::vector<SourceRow>& rows);

}  // namespace junheng
