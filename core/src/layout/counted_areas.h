// SPDX-License-Identifier: MIT
#pragma once

#include "junheng/layout.h"

namespace junheng {

/// Columns of areas whose header names no area (教学用房, 运动场, 体育馆) and whose numbers look like counts of rooms: not
/// used until a person says that they are areas; each raises an issue.
void ask_about_counts(Layout& layout, const Vocabulary& vocabulary, Issues& issues);

}  // namespace junheng
