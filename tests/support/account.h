// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "tables.h"

namespace test {

/// Whether every row of some tables that holds anything is read as a school, or has a kind that one issue of its sheet names
/// or that says all of it; and whether no issue stands in a sheet that has no such row. What is missing in this account;
/// empty where it is complete.
std::string gap_in(const Tables& tables);

}  // namespace test
