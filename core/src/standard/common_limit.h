// SPDX-License-Identifier: MIT
#pragma once

#include "junheng/rule.h"

namespace junheng {

/// The one limit of a check: all its ways have it, of the same quantity and for everybody. null: there is none, as of a
/// check whose ways count schools, or ask more of one stage. A standard of one's own may say another one (`limit`).
[[nodiscard]] const Limit* common_limit(const Check& check);

}  // namespace junheng
