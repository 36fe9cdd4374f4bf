// SPDX-License-Identifier: MIT
#include "files.h"

#include <fstream>
#include <iterator>

namespace test {

std::string source_file(const std::string& path) {
  std::ifstream in(std::string(JUNHENG_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace test
