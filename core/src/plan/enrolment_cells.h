// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "junheng/evaluation.h"
#include "junheng/scenario.h"

namespace junheng {

/// Other numbers of pupils, where the table has them: in the columns of stages and in that of the whole school.
/// `pupils`: by unit of split.units; those of units whose pupils are not known are not looked at.
void set_enrolments(Scenario& scenario, const Evaluation& evaluation, const std::vector<std::int64_t>& pupils);

}  // namespace junheng
