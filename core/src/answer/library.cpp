// SPDX-License-Identifier: MIT
#include <algorithm>

#include "json/json_tree.h"
#include "junheng/junheng.h"
#include "junheng_embedded.h"
#include "standard/load_standard.h"
#include "standard/merge_standard.h"
#include "vocabulary/load_vocabulary.h"

namespace junheng {

namespace {

std::vector<StandardFault> refused(const char* path, const char* accepted) {
  std::vector<StandardFault> faults;
  faults.push_back({path, accepted});
  return faults;
}

}  // namespace

const Standard* Library::standard(std::string_view id) const {
  const auto at = std::find_if(standards.begin(), standards.end(), [&](const Standard& one) { return one.id == id; });
  return at == standards.end() ? nullptr : &*at;
}

std::vector<StandardFault> Library::add(std::string_view json) {
  auto whole = std::make_shared<const JsonTree>(JsonTree::parse(json));
  const Json root = whole->root();
  const std::string_view id = root.find("id").text();
  std::size_t place = 0;
  while (place < standards.size() && standards[place].id != id)
    ++place;
  if (place < built_in) return refused("/id", "an id of its own, not one of the built-in standards");

  MergedStandard merged;
  if (root.has("parent")) {
    std::size_t parent = 0;
    while (parent < standards.size() && standards[parent].id != root.find("parent").text())
      ++parent;
    if (parent == standards.size()) return refused("/parent", "the id of a standard that is loaded");
    for (const char* const own : {"/id", "/title", "/document"}) {
      if (!root.has(own + 1)) return refused(own, "its own, not that of the parent");
    }
    merged = merge_standard(sources[parent]->root(), root);
    whole = std::make_shared<const JsonTree>(std::move(merged.tree));
  }
  StandardResult result = load_standard(whole->root(), vocabulary);
  if (!result.standard) {
    for (StandardFault& fault : result.faults)
      fault.path = merged.path_in_file(fault.path);
    return std::move(result.faults);
  }
  if (place == standards.size()) {
    standards.emplace_back();
    sources.emplace_back();
  }
  standards[place] = std::move(*result.standard);
  sources[place] = std::move(whole);
  return {};
}

Library load_library() {
  Library library;
  library.vocabulary = load_vocabulary(embedded::vocabulary());
  // A fault in a built-in file is caught by the tests; here its standard would simply not be offered.
  for (const std::string_view json : {embedded::quality_2017(), embedded::basic_2012()})
    static_cast<void>(library.add(json));
  library.built_in = library.standards.size();
  library.zh = load_words(embedded::zh(), Language::zh);
  library.en = load_words(embedded::en(), Language::en);
  return library;
}

std::string_view version() {
  return JUNHENG_VERSION;
}

}  // namespace junheng
