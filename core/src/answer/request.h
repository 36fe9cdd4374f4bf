// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "answer/decisions.h"
#include "json/json_tree.h"
#include "junheng/junheng.h"
#include "junheng/layout.h"

namespace junheng {

/// Tables that were handed over as the bytes of all of them: sources_of of junheng.h.
[[nodiscard]] std::vector<SourceText> sources_of(std::string bytes, Json parts);

/// What answer() takes, as far as evaluate() does. Its texts are those of the tree.
[[nodiscard]] Request request_of(Json root, Decisions&& decisions);
/// And as far as the answer does.
[[nodiscard]] Asked asked_of(Json root, std::vector<Remark>&& remarks);

}  // namespace junheng
