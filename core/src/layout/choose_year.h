// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "layout/section.h"
#include "layout/years.h"

namespace junheng {

/// Where the same schools stand in the rows of several years, by a column of years, the names of their sheets or the
/// titles above them: adds the years to `years` and keeps only the rows of the year a person chose; none where nobody
/// has chosen yet.
void keep_one_year(std::vector<RawSheet>& sheets, std::vector<Section>& sections, const Vocabulary& vocabulary,
                   std::vector<SourceRow>& rows, Years& years);

}  // namespace junheng
