// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace junheng {

/// Words with a number each, in the order in which they came.
///
/// One map for all of them: each map of the standard library with a type of its own is 2 to 4 kB of every visitor's
/// download, and there were eight.
class WordMap {
 public:
  struct Entry {
    std::string word;
    std::uint32_t number = 0;
  };

  /// False where the word is there already: it keeps its number.
  bool add(std::string_view word, std::uint32_t number);
  [[nodiscard]] const std::uint32_t* find(std::string_view word) const;  ///< null where the word is not there
  [[nodiscard]] bool has(std::string_view word) const { return find(word) != nullptr; }
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

 private:
  /// The slot of the word, or the free one where it would be; there has to be one.
  [[nodiscard]] std::size_t slot_of(std::string_view word) const;
  void grow();

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  ///< index into entries_ plus one, 0 for none; a power of two, at most half full
};

}  // namespace junheng
