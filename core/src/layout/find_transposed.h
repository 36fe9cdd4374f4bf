// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "layout/section.h"

namespace junheng {

/// Whether the names of the fields stand below each other and not beside each other; then the section is added.
[[nodiscard]] bool find_transposed(RawSheet& sheet, std::size_t index, const Vocabulary& vocabulary, HeaderMemo& memo,
                                   std::vector<Section>& sections, std::vector<SourceRow>& rows);

}  // namespace junheng
