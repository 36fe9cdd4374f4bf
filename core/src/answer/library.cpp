// SPDX-License-Identifier: MIT
#include <algorithm>

#include "json/json_tree.h"
#include "junheng/junheng.h"
#include "junheng_embedded.h"
#include "standard/load_standard.h"
#include "standard/merge_standard.h"
#include "standard/own_name.h"
#include "standard/standard_changes.h"
#include "vocabulary/load_vocabulary.h"

namespace junheng {

namespace {

std::vector<StandardFault> refused(const char* path, const char* accepted) {
  std::vector<StandardFault> faults;
  faults.push_back({path, accepted});
  return faults;
}

/// Nobody shall take a standard of somebody's own for one that came with the engine.
std::vector<StandardFault> faults_of_name(Json root, const Library& library) {
  const std::string_view id = root.find("id").text();
  if (!is_plain_id(id))
    return refused("/id", "small ASCII letters and digits with single hyphens, as \"my-county-2025\"");
  for (std::size_t i = 0; i < library.built_in; ++i) {
    const Standard& known = library.standards[i];
    if (look_alike(id, known.id)) return refused("/id", "an id that cannot be taken for one of the built-in standards");
    const Json title = root.find("title");
    for (const char* const language : {"zh", "en"}) {
      const std::string_view text = title.find(language).text();
      if (same_title(text, known.title.zh) || same_title(text, known.title.en))
        return refused("/title", "a title of its own, not one that can be taken for that of a built-in standard");
    }
  }
  return {};
}

}  // namespace

const Standard* Library::standard(std::string_view id) const {
  const auto at = std::find_if(standards.begin(), standards.end(), [&](const Standard& one) { return one.id == id; });
  return at == standards.end() ? nullptr : &*at;
}

std::vector<StandardFault> Library::add(std::string_view json) {
  if (json.size() > kLargestStandard) return refused("", "a file of at most 4 MB");
  return add(std::make_shared<const JsonTree>(JsonTree::parse(json)));
}

std::vector<StandardFault> Library::add(std::shared_ptr<const JsonTree> whole) {
  if (whole->fault() == JsonFault::too_deep) return refused("", "JSON that is nested at most 256 deep");
  const Json root = whole->root();
  const std::string_view id = root.find("id").text();
  std::size_t place = 0;
  while (place < standards.size() && standards[place].id != id)
    ++place;
  if (place == kMostStandards) return refused("/id", "at most 100 standards at once");
  if (built_in > 0 && root.is_object()) {  // what is no object is said to be none
    std::vector<StandardFault> faults = faults_of_name(root, *this);
    if (!faults.empty()) return faults;
  }

  MergedStandard merged;
  std::size_t origin = standards.size();  // the built-in one at the head of its parents
  if (root.has("parent")) {
    std::size_t parent = 0;
    while (parent < standards.size() && standards[parent].id != root.find("parent").text())
      ++parent;
    if (parent == standards.size()) return refused("/parent", "the id of a standard that is loaded");
    for (const char* const own : {"/id", "/title", "/document"}) {
      if (!root.has(own + 1)) return refused(own, "its own, not that of the parent");
    }
    origin = parent;
    if (const auto& own = standards[parent].own)
      origin = static_cast<std::size_t>(
          std::find_if(standards.begin(), standards.end(), [&](const Standard& one) { return one.id == own->parent; }) -
          standards.begin());
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
  if (built_in > 0) {
    OwnStandard& own = result.standard->own.emplace();
    if (origin < built_in) {
      own.parent = standards[origin].id;
      own.parent_title = standards[origin].title;
      own.changes = standard_changes(sources[origin]->root(), whole->root());
    }
  }
  standards[place] = std::move(*result.standard);
  sources[place] = std::move(whole);
  return {};
}

Library load_library() {
  Library library;
  library.vocabulary = load_vocabulary(JsonTree::unpack(embedded::vocabulary()).root());
  // A fault in a built-in file is caught by the tests; here its standard would simply not be offered.
  for (const std::string_view packed : {embedded::quality_2017(), embedded::basic_2012()})
    static_cast<void>(library.add(std::make_shared<const JsonTree>(JsonTree::unpack(packed))));
  library.built_in = library.standards.size();
  library.zh = load_words(embedded::zh(), Language::zh);
  library.en = load_words(embedded::en(), Language::en);
  return library;
}

std::string_view version() {
  return JUNHENG_VERSION;
}

}  // namespace junheng
