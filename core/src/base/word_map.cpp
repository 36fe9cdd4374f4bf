// SPDX-License-Identifier: MIT
#include "junheng/word_map.h"

namespace junheng {

std::size_t WordMap::slot_of(std::string_view word) const {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : word)
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = (hash ^ hash >> 15U) & mask;
  while (slots_[slot] != 0 && entries_[slots_[slot] - 1].word != word)
    slot = (slot + 1) & mask;
  return slot;
}

void WordMap::grow() {
  constexpr std::size_t kFewest = 16;
  slots_.assign(slots_.empty() ? kFewest : slots_.size() * 2, 0);
  for (std::size_t i = 0; i < entries_.size(); ++i)
    slots_[slot_of(entries_[i].word)] = static_cast<std::uint32_t>(i + 1);
}

bool WordMap::add(std::string_view word, std::uint32_t number) {
  if (slots_.size() <= entries_.size() * 2) grow();
  const std::size_t slot = slot_of(word);
  if (slots_[slot] != 0) return false;
  entries_.push_back({std::string(word), number});
  slots_[slot] = static_cast<std::uint32_t>(entries_.size());
  return true;
}

const std::uint32_t* WordMap::find(std::string_view word) const {
  if (entries_.empty()) return nullptr;
  const std::size_t slot = slot_of(word);
  return slots_[slot] == 0 ? nullptr : &entries_[slots_[slot] - 1].number;
}

}  // namespace junheng
