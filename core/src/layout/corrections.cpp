// SPDX-License-Identifier: MIT
#include "junheng/corrections.h"

#include <algorithm>

namespace junheng {

Corrections::Corrections(const TableChoices& choices, std::size_t sheet) {
  for (const TableChoices::Edit& edit : choices.edits) {
    if (edit.place.sheet == sheet) edits_.push_back(&edit);
  }
  std::stable_sort(edits_.begin(), edits_.end(),
                   [](const auto* a, const auto* b) { return a->place.line < b->place.line; });
}

bool Corrections::touch(std::uint32_t line) const {
  const auto edit = first_of(line);
  return edit != edits_.end() && (*edit)->place.line == line;
}

Corrections::Edits::const_iterator Corrections::first_of(std::uint32_t line) const {
  return std::partition_point(edits_.begin(), edits_.end(), [&](const auto* one) { return one->place.line < line; });
}

void Corrections::apply(std::uint32_t line, std::vector<std::string>& cells) const {
  constexpr std::size_t kMostAdded = 500;
  const std::size_t most = cells.size() + kMostAdded;
  for (auto edit = first_of(line); edit != edits_.end() && (*edit)->place.line == line; ++edit) {
    if ((*edit)->column >= most) continue;
    if (cells.size() <= (*edit)->column) cells.resize((*edit)->column + std::size_t{1});
    cells[(*edit)->column] = (*edit)->text;
  }
}

}  // namespace junheng
