// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace test {

/// A file of the source tree as it stands; empty where there is none. The build says where the tree is.
std::string source_file(const std::string& path);

}  // namespace test
