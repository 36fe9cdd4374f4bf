// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "json/json_tree.h"
#include "junheng/junheng.h"
#include "junheng/layout.h"
#include "junheng/remark.h"

namespace junheng {

/// { "edits": [{ "sheet", "row", "column", "text" }], "columns": [{ "column", "field", "stage", "unit" }],
///   "leftOut": [{ "sheet", "row" }], "answers": [{ "question", "sheet", "row", "option" }], "header": { "sheet", "row", "last" } }: what is missing or of another kind counts
/// as not decided.
[[nodiscard]] TableChoices table_choices(Json reading);

/// Tables that were handed over as the bytes of all of them: sources_of of junheng.h.
[[nodiscard]] std::vector<SourceText> sources_of(std::string bytes, Json parts);

/// What answer() takes, as far as evaluate() does. Its texts are those of the tree.
[[nodiscard]] Request request_of(Json root);
/// And as far as the answer does.
[[nodiscard]] Asked asked_of(Json root);

/// [{ "code", "row", "indicator", "text" }]
[[nodiscard]] std::vector<Remark> remarks_of(Json list);

}  // namespace junheng
