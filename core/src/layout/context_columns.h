// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "junheng/question.h"
#include "layout/section.h"

namespace junheng {

struct ContextsFound {
  bool columns = false;  ///< a section has a column more
  std::string county;    ///< of all rows, where no column says it and only one is named
};

/// What lines above a block, titles and names of sheets state about rows (stage, type, county) becomes columns behind
/// those of their sections, where they have none of their own; a county only where there are several. A name that was
/// used is said once a sheet, and is a question that is answered with what was taken.
[[nodiscard]] ContextsFound add_context_columns(std::vector<RawSheet>& sheets, std::vector<Section>& sections,
                                                const Vocabulary& vocabulary, const TableChoices& reading,
                                                std::vector<Question>& questions, Issues& issues);

}  // namespace junheng
