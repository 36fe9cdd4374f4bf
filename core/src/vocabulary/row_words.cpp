// SPDX-License-Identifier: MIT
#include "junheng/row_words.h"

#include <algorithm>

#include "base/utf8.h"
#include "junheng/vocabulary.h"
#include "vocabulary/brackets.h"

namespace junheng {
namespace {

/// A name, and no sentence.
constexpr std::size_t kLongestName = 150;

bool ends_with_any(std::string_view text, const std::vector<std::string>& ends) {
  return std::any_of(ends.begin(), ends.end(), [&](const std::string& end) { return text.ends_with(end); });
}

bool is_digits(std::string_view text) {
  if (text.empty()) return false;
  while (!text.empty()) {
    const char32_t point = half_width(take_code_point(text));
    if (point < U'0' || point > U'9') return false;
  }
  return true;
}

std::size_t trailing_digits(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0) {
    const std::size_t before = start_of_point(text, begin - 1);
    if (!is_digits(text.substr(before, begin - before))) break;
    begin = before;
  }
  return text.size() - begin;
}

std::string_view without_end(std::string_view text, const std::vector<std::string>& ends) {
  text = trimmed(text);
  for (const std::string& end : ends) {
    if (text.ends_with(end)) return trimmed(text.substr(0, text.size() - end.size()));
  }
  return text;
}

/// "：", ":", "*" and the like at the end.
std::string_view without_marks(std::string_view text) {
  constexpr std::u32string_view kMarks = U":*★☆#=.。、,-—";
  for (;;) {
    text = trimmed(text);
    if (text.empty()) return text;
    const std::size_t last = start_of_point(text, text.size() - 1);
    std::string_view point = text.substr(last);
    if (kMarks.find(half_width(take_code_point(point))) == std::u32string_view::npos) return text;
    text = text.substr(0, last);
  }
}

}  // namespace

std::string_view without_numbering(std::string_view text) {
  constexpr std::u32string_view kNumerals = U"0123456789一二三四五六七八九十ⅠⅡⅢⅣⅤⅥ(第 ";
  constexpr std::u32string_view kMarks = U"、).";
  std::string_view rest = text = trimmed(text);
  while (!rest.empty()) {
    const char32_t point = half_width(take_code_point(rest));
    if (point >= U'①' && point <= U'⑳') return trimmed(rest);
    if (kMarks.find(point) != std::u32string_view::npos) {
      const std::string_view name = trimmed(rest);
      return name.empty() ? text : name;
    }
    if (kNumerals.find(point) == std::u32string_view::npos) return text;
  }
  return text;
}

/// "3所", "共 3 所", "3": how many schools, and nothing else.
bool RowWords::is_count(std::string_view text) const {
  text = without_end(text, counts_);
  const std::size_t digits = trailing_digits(text);
  return digits > 0 && without_end(text.substr(0, text.size() - digits), count_starts_).empty();
}

std::string_view RowWords::group_of(std::string_view text, bool& count) const {
  count = false;
  text = without_marks(without_numbering(text));
  text = inside_brackets(text).value_or(text);
  for (const auto& [open, close] : kBrackets) {
    const std::size_t at = text.rfind(open);
    if (at == std::string_view::npos || at == 0 || !text.ends_with(close)) continue;
    const std::size_t begin = at + open.size();
    if (!is_count(text.substr(begin, text.size() - close.size() - begin))) continue;
    count = true;
    text = trimmed(text.substr(0, at));
  }
  for (const std::string_view colon : {"：", ":"}) {
    const std::size_t at = text.find(colon);
    if (at == std::string_view::npos || at == 0 || !is_count(text.substr(at + colon.size()))) continue;
    count = true;
    text = trimmed(text.substr(0, at));
  }
  // "小学共3所"
  const std::string_view before = without_end(text, counts_);
  const std::size_t digits = before.size() < text.size() ? trailing_digits(before) : 0;
  const std::string_view name = without_end(before.substr(0, before.size() - digits), count_starts_);
  if (digits > 0 && !name.empty()) {
    count = true;
    text = name;
  }
  text = without_marks(text);
  const std::string_view bare = without_end(text, group_ends_);
  return bare.empty() ? text : bare;
}

RowWord RowWords::of(std::string_view name) const {
  if (name.empty() || name.size() > kLongestName) return RowWord::none;
  bool count = false;
  const std::string key = normalised(group_of(name, count));
  if (key.empty()) return RowWord::none;
  if (statistics_.has(key) || ends_with_any(key, statistic_ends_)) return RowWord::statistic;
  if (totals_.has(key) || ends_with_any(key, total_ends_)) return RowWord::total;
  // 共计4所, 合计∑, 城关镇（小计）
  if (is_count(name) && !is_digits(name)) return RowWord::total;
  const auto decorated = [&](const std::string& end) {
    return key.ends_with(end + "∑") || key.ends_with(end + "σ") || key.ends_with("(" + end + ")");
  };
  if (std::any_of(total_ends_.begin(), total_ends_.end(), decorated)) return RowWord::total;
  const bool part = std::any_of(total_starts_.begin(), total_starts_.end(),
                                [&](const std::string& start) { return key.starts_with(start); });
  return part ? RowWord::total : RowWord::none;
}

bool RowWords::ends_as_school(std::string_view name) const {
  return std::find(school_ends_.begin(), school_ends_.end(), last_code_point(name)) != school_ends_.end();
}

bool RowWords::ends_as_place(std::string_view name) const {
  return name.size() <= kLongestName && ends_with_any(normalised(name), place_ends_);
}

bool RowWords::is_furniture(std::string_view text) const {
  constexpr std::u32string_view kOfDates = U"年月日号.-/—–_·第页共/of:时分";
  text = trimmed(text);
  if (text.empty() || text.size() > kLongestName) return false;
  const std::string key = normalised(text);
  if (std::any_of(furniture_.begin(), furniture_.end(),
                  [&](const std::string& word) { return key.find(word) != std::string::npos; })) {
    return true;
  }
  if (is_count(text) && !is_digits(text)) return true;  // "共 12 所"
  // "2023年9月1日", "第 1 页 共 3 页", "- 2 -": digits among such signs.
  bool digit = false;
  bool sign = false;
  for (std::string_view rest = key; !rest.empty();) {
    const char32_t point = take_code_point(rest);
    if (point >= U'0' && point <= U'9')
      digit = true;
    else if (kOfDates.find(point) != std::u32string_view::npos)
      sign = true;
    else
      return false;
  }
  return digit && sign;
}

bool RowWords::counts_schools(std::string_view header) const {
  return header.size() <= kLongestName && school_counts_.has(normalised(header));
}

bool RowWords::is_year_column(std::string_view header) const {
  return header.size() <= kLongestName && year_columns_.has(normalised(header));
}

}  // namespace junheng
