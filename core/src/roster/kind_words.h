// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "junheng/roster.h"
#include "roster/word_cache.h"

namespace junheng {

/// What a word says about a school, in numbers of the roster.
struct KindWord {
  std::uint16_t type = kNoType;
  std::uint8_t stage = kNoStage;
  Ownership ownership = Ownership::not_said;

  [[nodiscard]] bool known() const { return type != kNoType || stage != kNoStage; }
};

/// The words of the columns of types and of stages, each matched once.
///
/// Types stand in columns of stages and stages in columns of types: what the column is for is asked first. 小学 as a stage
/// is the primary part of whatever school, as a type a school that has no other.
class KindWords {
 public:
  explicit KindWords(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  KindWord of_type(std::string_view word) { return of(word, types_, false); }
  KindWord of_stage(std::string_view word) { return of(word, stages_, true); }

 private:
  KindWord of(std::string_view word, WordCache& known, bool stages_first);

  const Vocabulary& vocabulary_;
  WordCache types_;
  WordCache stages_;
  std::vector<KindWord> kinds_;
};

/// Where 九年一贯制学校 and 完全中学 stand in the column of stages, 小学 beside them is a type too.
void read_stages_as_types(Roster& roster, const Vocabulary& vocabulary);

}  // namespace junheng
