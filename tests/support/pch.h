// SPDX-License-Identifier: MIT
#pragma once

// Read once for all files of a test program instead of once for each: CMake puts it before every source. The sources
// include what they use all the same, so that each can be read, and compiled, without it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/files.h"
#include "support/json.h"
#include "support/outcome.h"
#include "support/sheet.h"
