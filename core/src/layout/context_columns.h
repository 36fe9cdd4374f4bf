// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "junheng/question.h"
#include "layout/section.h"

namespace junheng {

/// What lines above a block, titles and names of sheets state about rows (stage, type, county) becomes columns behind
/// those of their sections, where they have none of their own. A name that was used is said once a sheet, and its stage
/// is a question that is answered with what was taken. True where a section has a column more.
[[nodiscard]] bool add_context_columns(std::vector<RawSheet>& sheets, std::vector<Section>& sections,
                                       const Vocabulary& vocabulary, std::vector<Question>& questions, Issues& issues);

}  // namespace junheng
