// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "layout/section.h"

namespace junheng {

/// Rows that are set aside are named: one issue a sheet and kind, at the first of them, with what it says. Which lines
/// they are stands in `rows`.
void name_rows(std::vector<RawSheet>& sheets, const std::vector<Sheet>& named, const std::vector<SourceRow>& rows,
               const Vocabulary& vocabulary, Issues& issues);

}  // namespace junheng
