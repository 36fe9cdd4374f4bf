// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "json/json_tree.h"

namespace junheng {

/// A standard made of another one and a file of changes (地方标准).
struct MergedStandard {
  JsonTree tree;
  /// Entries that the changes speak of stand elsewhere in the whole: JSON pointer there to the index in the file.
  std::map<std::string, std::string> renamed;

  /// The place in the file of changes for a place in the whole.
  [[nodiscard]] std::string path_in_file(const std::string& path) const;
};

/// Objects are merged key by key, lists of entries with ids by id ({"id": …, "remove": true} takes one away); anything
/// else is replaced.
[[nodiscard]] MergedStandard merge_standard(Json parent, Json changes);

}  // namespace junheng
