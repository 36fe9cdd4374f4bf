// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>

#include "base/utf8.h"
#include "junheng/vocabulary.h"
#include "vocabulary/decoration.h"

namespace junheng {
namespace {

std::u32string points_of(std::string_view text) {
  std::u32string points;
  while (!text.empty())
    points.push_back(take_code_point(text));
  return points;
}

/// Characters to change, add or take away to make one name of the other (Levenshtein).
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

std::optional<HeaderMatch> Vocabulary::asked_name(std::string_view name) const {
  HeaderMatch match;
  const auto known = [&](std::string_view word) {
    const std::uint32_t* const field = asked_names_.find(word);
    if (field != nullptr) match.field = static_cast<std::uint16_t>(*field);
    return field != nullptr;
  };
  if (known(name)) return match;
  for (const auto& [word, stage] : stage_words()) {
    if (!name.starts_with(word) || !known(name.substr(word.size())) || !fields[match.field].staged) continue;
    match.stage = kStages[stage];
    return match;
  }
  return std::nullopt;
}

std::optional<HeaderMatch> Vocabulary::propose(std::string_view cell) const {
  // One slip in four characters; shorter names are all alike, longer cells are sentences.
  constexpr std::size_t kPerSlip = 4;
  constexpr std::size_t kLongest = 60;
  if (too_long(cell)) return std::nullopt;
  std::string name = normalised(cell);
  replace_alike(name);
  while (take_decoration(name, decoration_)) {
  }
  name.resize(std::min(name.find('('), name.size()));
  if (auto asked = asked_name(name)) return asked;
  // Names of numbers are known without their endings, which are those of their units.
  std::vector<std::pair<std::string_view, std::u32string>> keys = {{{}, points_of(number_key(name, {}))}};
  const std::size_t length = keys.front().second.size();
  if (length <= kPerSlip || length > kLongest) return std::nullopt;
  const auto key_of = [&](std::string_view unit) -> const std::u32string& {
    const auto made = std::find_if(keys.begin(), keys.end(), [&](const auto& key) { return key.first == unit; });
    if (made != keys.end()) return made->second;
    return keys.emplace_back(unit, points_of(number_key(name, unit))).second;
  };
  std::size_t best = std::numeric_limits<std::size_t>::max();
  std::optional<HeaderMatch> found;
  for (const WordMap::Entry& entry : field_names_[0].entries()) {
    const std::u32string known = points_of(entry.word);
    const std::u32string& wanted = key_of(fields[entry.number & kFieldMask].unit.zh);
    const std::size_t longer = std::max(known.size(), wanted.size());
    if ((longer - std::min(known.size(), wanted.size())) * kPerSlip > longer) continue;
    const std::size_t slips = distance(known, wanted);
    if (slips * kPerSlip > longer || slips >= best) continue;
    best = slips;
    found = HeaderMatch{};
    found->field = static_cast<std::uint16_t>(entry.number & kFieldMask);
    if (entry.number >> kFieldBits != 0) found->stage = kStages[(entry.number >> kFieldBits) - 1];
  }
  return found;
}

}  // namespace junheng
