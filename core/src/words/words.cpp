// SPDX-License-Identifier: MIT
#include "junheng/words.h"

#include "json/json_tree.h"

namespace junheng {

std::string_view Words::text(const char* key) const {
  return text(std::string_view(key));
}

std::string_view Words::text(std::string_view key) const {
  const auto at = texts.find(key);
  return at == texts.end() ? key : std::string_view(at->second);
}

Words load_words(std::string_view packed, Language language) {
  Words words;
  words.language = language;
  const JsonTree tree = JsonTree::unpack(packed);
  for (const Json entry : tree.root()) {
    if (entry.is_text()) words.texts.emplace(entry.key(), entry.text());
  }
  return words;
}

}  // namespace junheng
