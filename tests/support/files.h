// SPDX-License-Identifier: MIT
#pragma once

#include <fstream>
#include <iterator>
#include <string>

namespace test {

/// A file of the source tree as it stands; empty where there is none. The build says where the tree is.
inline std::string source_file(const std::string& path) {
  std::ifstream in(std::string(JUNHENG_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace test
