// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "junheng/indicators.h"

/// Values that were read well and are worth a second look (经验校验). These checks add issues and change nothing else.
namespace junheng {

/// Values far from those of the county's other schools, and whole columns off by a power of ten.
void check_plausible(const Prepared& prepared, const Indicators& indicators, Issues& issues);
/// Values far from those of the same school in the year before. `previous`: its tables, read as `reading` says.
void compare_with_previous(const Prepared& prepared, const Indicators& indicators, std::vector<SourceText> previous,
                           TableChoices reading, Issues& issues);

}  // namespace junheng
