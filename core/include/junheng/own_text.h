// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "junheng/standard.h"
#include "junheng/words.h"

namespace junheng {

/// "按自定办法《甲县办法》（以《…》为底本，改动 3 项，删去 1 项，另加 0 项）"; empty for a standard that is built in.
[[nodiscard]] std::string own_text(const Words& words, const Standard& standard);

}  // namespace junheng
