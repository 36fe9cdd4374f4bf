// SPDX-License-Identifier: MIT
#include <algorithm>

#include "junheng/junheng.h"
#include "junheng_embedded.h"
#include "load_vocabulary.h"

namespace junheng {

const Standard* Library::standard(std::string_view id) const {
  const auto at = std::find_if(standards.begin(), standards.end(), [&](const Standard& one) { return one.id == id; });
  return at == standards.end() ? nullptr : &*at;
}

Library load_library() {
  Library library;
  library.vocabulary = load_vocabulary(embedded::vocabulary());
  for (const std::string_view json : {embedded::quality_2017(), embedded::basic_2012()}) {
    StandardResult result = load_standard(json, library.vocabulary);
    // A fault in a built-in file is caught by the tests; here its standard would simply not be offered.
    if (result.standard) library.standards.push_back(std::move(*result.standard));
  }
  library.zh = load_words(embedded::zh(), Language::zh);
  library.en = load_words(embedded::en(), Language::en);
  return library;
}

std::string_view version() {
  return JUNHENG_VERSION;
}

}  // namespace junheng
