// SPDX-License-Identifier: MIT
#pragma once

#include <cstdio>
#include <cstdlib>

namespace fuzz {

/// What must be true whatever was read. Ends the program at the first that is not, so that the fuzzer keeps the input.
inline void demand(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "fuzz: not true: %s\n", what);
  std::abort();
}

}  // namespace fuzz
