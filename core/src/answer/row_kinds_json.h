// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "json/json_writer.h"
#include "junheng/layout.h"

namespace junheng {

/// Key "rowKinds": what each line that is not empty was taken for, by sheet and kind, as runs of lines. All lines of all
/// sheets are in it.
void write_row_kinds(JsonWriter& out, const std::vector<Sheet>& sheets, const std::vector<SourceRow>& rows);

}  // namespace junheng
