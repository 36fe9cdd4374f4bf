// SPDX-License-Identifier: MIT
//
// What titles, names of sheets and names of files say about all rows below them: a county, a stage.
#include <algorithm>

#include "base/utf8.h"
#include "junheng/vocabulary.h"
#include "vocabulary/decoration.h"

namespace junheng {
namespace {

constexpr std::string_view kSeparators = " _-—–·:：,，、.．/()（）[]【】《》";

/// Behind signs that stand between the parts of a title, each a whole character.
std::string_view behind_separators(std::string_view title) {
  while (!title.empty()) {
    std::string_view rest = title;
    const char32_t point = take_code_point(rest);
    if (!is_space(point) && kSeparators.find(title.substr(0, title.size() - rest.size())) == std::string_view::npos)
      break;
    title = rest;
  }
  return title;
}

bool is_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text == word; });
}

}  // namespace

bool Vocabulary::is_some_county(std::string_view county) const {
  return std::any_of(some_counties_.begin(), some_counties_.end(),
                     [&](const std::string& start) { return county.substr(0, start.size()) == start; });
}

std::string_view Vocabulary::county_in(std::string_view title) const {
  constexpr std::size_t kLeast = 6;     // 甲县
  constexpr std::size_t kLongest = 60;  // a title that goes on and on names no county at its start
  title = trimmed(title);
  // "填报单位：甲县"
  for (const std::string_view colon : {"：", ":"}) {
    const std::size_t at = title.find(colon);
    if (at != std::string_view::npos) title = trimmed(title.substr(at + colon.size()));
  }
  // "附件2 2023年甲县小学情况"
  for (bool again = true; again;) {
    title = behind_separators(title);
    std::size_t front = leading_year(title, decoration_);
    for (const std::string& start : title_starts_) {
      if (front == 0 && title.starts_with(start)) front = start.size() + leading_number(title.substr(start.size()));
    }
    title.remove_prefix(front);
    again = front > 0;
  }
  std::size_t best = 0;
  for (const std::string& end : county_ends_) {
    for (std::size_t at = title.find(end); at != std::string_view::npos; at = title.find(end, at + end.size())) {
      const std::size_t behind = at + end.size();
      if (behind > kLongest || (best != 0 && behind > best)) break;
      if (behind < kLeast || !is_county(title.substr(0, behind))) continue;
      const std::string_view rest = behind_separators(title.substr(behind));
      if (!rest.empty() && !starts_with_any(rest, title_words_)) continue;
      best = behind;
      break;
    }
  }
  return title.substr(0, best);
}

bool Vocabulary::is_county(std::string_view name) const {
  if (is_any(name, not_counties_)) return false;
  // "小学-甲县": it begins behind the sign.
  for (const std::string_view sign : {"_", "-", "(", "（", ")", "）"}) {
    if (name.find(sign) != std::string_view::npos) return false;
  }
  return std::none_of(not_county_ends_.begin(), not_county_ends_.end(),
                      [&](const std::string& end) { return name.ends_with(end); });
}

std::optional<Stage> Vocabulary::stage_in(std::string_view title) const {
  constexpr std::size_t kLongest = 300;  // a name, and no page of text
  const std::string text = normalised(title.substr(0, start_of_point(title, kLongest)));
  std::optional<std::uint8_t> found;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view(text).substr(at);
    const auto word = std::find_if(title_stages_.begin(), title_stages_.end(),
                                   [&](const auto& entry) { return rest.starts_with(entry.first); });
    if (word == title_stages_.end()) {
      ++at;
      continue;
    }
    if (found && *found != word->second) return std::nullopt;
    found = word->second;
    at += word->first.size();
  }
  if (!found || *found == kNoStage) return std::nullopt;
  return kStages[*found];
}

}  // namespace junheng
