// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "layout/section.h"

namespace junheng {

/// Rows that no word names as totals, but whose numbers are the sums of the rows above or below them in two columns or
/// more: each is asked about, and until it is answered, or where it is a total, it is kept out as one.
void find_sum_rows(std::vector<RawSheet>& sheets, std::vector<Section>& sections, const Vocabulary& vocabulary,
                   const TableChoices& reading, std::vector<SourceRow>& rows, std::vector<Question>& questions,
                   Issues& issues);

}  // namespace junheng
