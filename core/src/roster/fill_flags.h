// SPDX-License-Identifier: MIT
#pragma once

#include "junheng/roster.h"

namespace junheng {

/// Fills flags that are blank from the number of their row that they follow from: built by 2010 from 建校年份.
void fill_flags(Roster& roster, const Vocabulary& vocabulary);

}  // namespace junheng
