// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "junheng/vocabulary.h"

namespace junheng {

/// Reads core/standards/vocabulary.json. The file is built in and covered by a test, so what is malformed in it is
/// passed over here instead of reported.
[[nodiscard]] Vocabulary load_vocabulary(std::string_view json);

}  // namespace junheng
