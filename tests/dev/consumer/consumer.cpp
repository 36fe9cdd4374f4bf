// SPDX-License-Identifier: MIT
//
// Reads a table from the standard input and prints the version and the answer as JSON.

#include <iostream>
#include <iterator>
#include <string>

#include "junheng/junheng.h"

int main() {
  const junheng::Library library = junheng::load_library();
  std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  std::cout << junheng::version() << '\n'
            << junheng::answer(std::move(text), R"({"standard": "quality-2017", "detail": "summary"})", library)
            << '\n';
}
