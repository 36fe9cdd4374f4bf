// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "layout/section.h"

namespace junheng {

/// Takes away the sections that have no schools: summaries by stage, town, county or year, and where another section has
/// schools, explanations and tables of averages. Their rows get the kind that says so.
void keep_tables_of_schools(std::vector<RawSheet>& sheets, std::vector<Section>& sections, const Vocabulary& vocabulary,
                            std::vector<SourceRow>& rows);

}  // namespace junheng
