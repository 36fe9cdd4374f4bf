// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "junheng/standard.h"

namespace test {

/// Every row of a standard that can decide a verdict, one line each, in the order of its file: ways with what they
/// measure, limits with their schools and conditions, extras, exclusions, weights, statements that are wanted.
std::vector<std::string> rule_rows(const junheng::Standard& standard);

/// Those that begin with `start`.
std::vector<std::string> rows_from(const std::vector<std::string>& rows, std::string_view start);

/// Compares with a text of one row a line, and names those that are missing and those that nobody expects.
void expect_rows(const std::vector<std::string>& rows, std::string_view expected);

}  // namespace test
