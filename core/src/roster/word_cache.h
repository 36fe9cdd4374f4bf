// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "junheng/word_map.h"

namespace junheng {

/// Numbers the different words of a column; neighbours are mostly the same word, so the last one is tried first.
class WordCache {
 public:
  template <typename Make>
  std::uint32_t get(std::string_view word, const Make& make) {
    if (has_last_ && word == last_word_) return last_;
    const std::uint32_t* const known = known_.find(word);
    last_ = known != nullptr ? *known : make();
    if (known == nullptr) known_.add(word, last_);
    last_word_ = word;
    has_last_ = true;
    return last_;
  }

 private:
  WordMap known_;
  std::string last_word_;
  std::uint32_t last_ = 0;
  bool has_last_ = false;
};

}  // namespace junheng
