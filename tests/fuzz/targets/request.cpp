// SPDX-License-Identifier: MIT
// A table, a NUL byte and any bytes as the request for it: facts, decisions, options, remarks of any shape. The answer is
// an object, and no longer than such an input can be worth.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "demand.h"
#include "json/json_tree.h"
#include "junheng/junheng.h"
#include "junheng/table_pages.h"
#include "support/outcome.h"

namespace {

using fuzz::demand;

/// Characters; a full answer to a county has a hundred thousand.
constexpr std::size_t kLongestAnswer = 8'000'000;

void check(const std::string& answer, bool list) {
  demand(answer.size() < kLongestAnswer, "an answer has an end");
  const junheng::JsonTree tree = junheng::JsonTree::parse(answer);
  demand(list ? tree.root().is_list() : tree.root().is_object(), "the answer is what the contract says");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(all.find('\0'), all.size());
  const std::string table(all.substr(0, end));
  const std::string_view request = all.substr(std::min(end + 1, all.size()));
  check(junheng::answer(table, request, test::library()), false);
  junheng::TablePages pages;
  check(pages.json(table, request, test::library()), false);
  // An evaluation for each choice: once in a while is enough.
  if (size % 16 == 0) check(junheng::option_effects(table, request, test::library()), true);
  return 0;
}
