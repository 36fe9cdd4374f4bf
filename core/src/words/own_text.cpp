// SPDX-License-Identifier: MIT
#include "junheng/own_text.h"

#include <algorithm>

#include "words/fill.h"

namespace junheng {

std::string own_text(const Words& words, const Standard& standard) {
  if (!standard.own) return {};
  const std::string& title = standard.title.in(words.language);
  if (standard.own->parent.empty()) return filled(words, "own.alone", {{"title", title}});
  const auto count = [&](ChangeKind kind) {
    const std::vector<StandardChange>& changes = standard.own->changes;
    return std::to_string(
        std::count_if(changes.begin(), changes.end(), [&](const StandardChange& one) { return one.kind == kind; }));
  };
  return filled(words, "own.changed",
                {{"title", title},
                 {"parent", standard.own->parent_title.in(words.language)},
                 {"changed", count(ChangeKind::changed)},
                 {"removed", count(ChangeKind::removed)},
                 {"added", count(ChangeKind::added)}});
}

}  // namespace junheng
