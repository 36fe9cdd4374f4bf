// SPDX-License-Identifier: MIT
#include "roster/kind_words.h"

#include <algorithm>
#include <array>

namespace junheng {

KindWord KindWords::of(std::string_view word, WordCache& known, bool stages_first) {
  const std::uint32_t index = known.get(word, [&] {
    const TypeWord type = vocabulary_.match_type(word);
    const auto stage = vocabulary_.match_stage(word);
    KindWord kind;
    if (stage && (stages_first || !type.type)) {
      kind.stage = static_cast<std::uint8_t>(*stage);
    } else {
      kind.type = type.type.value_or(kNoType);
      kind.ownership = type.ownership;
      if (type.stage) kind.stage = static_cast<std::uint8_t>(*type.stage);
    }
    kinds_.push_back(kind);
    return static_cast<std::uint32_t>(kinds_.size() - 1);
  });
  return kinds_[index];
}

void read_stages_as_types(Roster& roster, const Vocabulary& vocabulary) {
  std::array<std::uint16_t, kStages.size()> types{};
  const auto& words = vocabulary.stage_words();
  for (std::size_t i = 0; i < types.size(); ++i) {
    const auto word = std::find_if(words.begin(), words.end(), [&](const auto& entry) { return entry.number == i; });
    const auto type = word == words.end() ? std::nullopt : vocabulary.match_type(word->word).type;
    types[i] = type.value_or(kNoType);
  }
  for (std::size_t row = 0; row < roster.rows(); ++row) {
    std::uint8_t& stage = roster.only_stage[row];
    if (roster.type[row] != kNoType || stage == kNoStage || types[stage] == kNoType) continue;
    roster.type[row] = types[stage];
    const bool of_a_part = roster.name[row].length != roster.school[row].length;
    if (!of_a_part) stage = kNoStage;
  }
}

}  // namespace junheng
