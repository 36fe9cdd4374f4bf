// SPDX-License-Identifier: MIT
#pragma once

#include "json/json_tree.h"
#include "junheng/vocabulary.h"

namespace junheng {

/// Reads core/standards/vocabulary.json. The file is built in and covered by a test, so what is malformed in it is
/// passed over here instead of reported.
[[nodiscard]] Vocabulary load_vocabulary(Json root);

}  // namespace junheng
