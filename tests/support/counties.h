// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "oracle.h"
#include "random.h"
#include "sheet.h"

/// Random counties as the oracle's schools, and the same schools as a table a person could paste.
namespace test {

struct CountyOptions {
  int schools = 12;
  std::uint64_t missing_one_in = 40;  ///< how often a resource is missing; 0: never
  bool odd_kinds = true;              ///< schools of several stages, teaching points, special education
};

std::vector<oracle::School> random_county(Random& random, const std::string& name, const CountyOptions& options = {});

/// Columns: county, name, type, whole-school numbers, numbers of the stages.
Sheet sheet_of(const std::vector<oracle::School>& schools);

}  // namespace test
