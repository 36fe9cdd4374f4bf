// SPDX-License-Identifier: MIT
#include "vocabulary/decoration.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "vocabulary/brackets.h"

namespace junheng {
namespace {

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(text[at + count]))
    ++count;
  return count;
}

/// Code points of the stem at the start that are Chinese numerals, in bytes.
std::size_t numerals_at(std::string_view text) {
  constexpr std::u32string_view kNumerals = U"一二三四五六七八九十";
  constexpr std::size_t kMost = 3;
  std::string_view rest = text;
  for (std::size_t i = 0; i < kMost && !rest.empty(); ++i) {
    std::string_view next = rest;
    if (kNumerals.find(take_code_point(next)) == std::u32string_view::npos) break;
    rest = next;
  }
  return text.size() - rest.size();
}

/// ①, ⑴, ⒈, ⓪, ❶, ㈠, ㊀: numbers that are one character.
bool is_number_sign(char32_t point) {
  return (point >= 0x2460 && point <= 0x24FF) || (point >= 0x2776 && point <= 0x2793) ||
         (point >= 0x3220 && point <= 0x3229) || (point >= 0x3280 && point <= 0x3289);
}

/// Bytes of a stop behind a number: "1.", "1、", "1)", "1:".
std::size_t stop_at(std::string_view text) {
  for (const std::string_view stop : {".", "、", ")", ":", ","}) {
    if (text.starts_with(stop)) return stop.size();
  }
  return 0;
}

/// Bytes of what counts the names, at the start: 1. 1.2 1、 a) 一、 ① l3; 0 where there is none.
std::size_t numbering(std::string_view name) {
  std::string_view rest = name;
  if (is_number_sign(take_code_point(rest))) return name.size() - rest.size();
  constexpr std::size_t kMostDigits = 3;
  std::size_t at = digits_at(name, 0);
  if (at > 0 && at <= kMostDigits) {
    bool levels = false;
    for (std::size_t more = 0; at < name.size() && name[at] == '.' && (more = digits_at(name, at + 1)) > 0;) {
      at += 1 + more;
      levels = true;
    }
    const std::size_t stop = stop_at(name.substr(at));
    return stop > 0 ? at + stop : levels ? at : 0;
  }
  if (!name.empty() && is_letter(name[0])) {
    constexpr std::size_t kMostColumns = 2;  // digits: "l13"
    const std::size_t digits = digits_at(name, 1);
    if (digits > kMostColumns) return 0;
    const std::size_t stop = stop_at(name.substr(1 + digits));
    if (stop > 0) return 1 + digits + stop;
    const bool chinese = 1 + digits < name.size() && static_cast<unsigned char>(name[1 + digits]) >= 0x80;
    return digits > 0 && chinese ? 1 + digits : 0;
  }
  at = numerals_at(name);
  const std::size_t stop = at > 0 ? stop_at(name.substr(at)) : 0;
  return stop > 0 ? at + stop : 0;
}

/// Bytes of a year at `at` with what it ends with: "2023", "2022-2023学年度", "2023年9月"; 0 where there is none.
std::size_t year_at(std::string_view text, std::size_t at, const std::vector<std::string>& ends) {
  constexpr std::size_t kDigits = 4;
  if (digits_at(text, at) != kDigits || (at > 0 && is_digit(text[at - 1]))) return 0;
  const std::string_view century = text.substr(at, 2);
  if (century != "19" && century != "20") return 0;
  std::size_t end = at + kDigits;
  for (const std::string_view dash : {"-", "—", "~", "至", "/", "."}) {
    if (!text.substr(end).starts_with(dash)) continue;
    const std::size_t second = digits_at(text, end + dash.size());
    if (second == 2 || second == kDigits) end += dash.size() + second;
    break;
  }
  for (const std::string& word : ends) {
    if (!text.substr(end).starts_with(word)) continue;
    end += word.size();
    break;
  }
  const std::size_t month = digits_at(text, end);
  constexpr std::string_view kMonth = "月";
  if (month > 0 && text.substr(end + month).starts_with(kMonth)) end += month + kMonth.size();
  return end - at;
}

// One byte first, as comparing is a call, and all the words are tried on every text that may be a name.
bool begins(std::string_view name, std::string_view word) {
  return !name.empty() && name.front() == word.front() && name.starts_with(word);
}
bool ends(std::string_view name, std::string_view word) {
  return !name.empty() && name.back() == word.back() && name.ends_with(word);
}

bool take_marks(std::string& name, const std::vector<std::string>& marks) {
  const std::size_t before = name.size();
  for (bool again = true; again && !name.empty();) {
    again = false;
    for (const std::string& mark : marks) {
      if (begins(name, mark)) name.erase(0, mark.size()), again = true;
      if (ends(name, mark)) name.resize(name.size() - mark.size()), again = true;
    }
  }
  return name.size() != before;
}

/// The end of the bracket that the name begins with, behind it; 0 where it begins with none or has nothing else.
std::size_t front_bracket(std::string_view name) {
  if (!name.starts_with('(')) return 0;
  const std::size_t close = name.find(')');
  return close == std::string_view::npos || close + 1 == name.size() ? 0 : close + 1;
}

/// Whether anything stands outside of the brackets that the name begins with: (净)(小学) is nothing but brackets.
bool goes_on_behind_brackets(std::string_view name) {
  while (name.starts_with('(')) {
    const std::size_t close = name.find(')');
    if (close == std::string_view::npos) return true;
    name.remove_prefix(close + 1);
  }
  return !name.empty();
}

/// Brackets and quotes around the whole of it: 【学校名称】, “学校名称”. Brackets of all kinds are round ones here.
bool take_pair(std::string& name) {
  const auto inside = inside_brackets(name);
  if (inside) name = std::string(*inside);
  return inside.has_value();
}

bool take_remarks(std::string& name, const Decoration& decoration) {
  if (const std::size_t end = front_bracket(name); end > 0 && is_remark(name.substr(1, end - 2), decoration)) {
    name.erase(0, end);
    return true;
  }
  for (const std::string& word : decoration.remarks) {
    if (name.size() <= word.size()) continue;
    const char behind = name[word.size()];
    if ((behind == ':' || is_digit(behind)) && begins(name, word)) return name.erase(0, word.size()), true;
    if (ends(name, word)) return name.resize(name.size() - word.size()), true;
  }
  // "注1" without brackets.
  std::string_view stem = name;
  while (!stem.empty() && is_digit(stem.back()))
    stem.remove_suffix(1);
  if (stem.size() == name.size()) return false;
  for (const std::string& word : decoration.remark_starts) {
    if (stem.size() > word.size() && stem.ends_with(word)) return name.resize(stem.size() - word.size()), true;
  }
  return false;
}

bool take_year(std::string& name, const std::vector<std::string>& ends) {
  for (std::size_t at = 0; at < name.size(); ++at) {
    const std::size_t length = is_digit(name[at]) ? year_at(name, at, ends) : 0;
    if (length == 0 || length == name.size()) continue;
    // In the middle only where it says that it is a year.
    constexpr std::size_t kBare = 4;
    if (at > 0 && at + length < name.size() && length <= kBare) continue;
    name.erase(at, length);
    return true;
  }
  return false;
}

}  // namespace

bool is_remark(std::string_view inside, const Decoration& decoration) {
  if (inside.empty()) return true;
  if (std::any_of(decoration.remarks.begin(), decoration.remarks.end(),
                  [&](const std::string& word) { return inside == word; }))
    return true;
  if (std::any_of(decoration.remark_starts.begin(), decoration.remark_starts.end(),
                  [&](const std::string& word) { return inside.starts_with(word); }))
    return true;
  constexpr std::size_t kMostDigits = 3;
  const std::size_t digits = digits_at(inside, 0);
  if (digits == inside.size() && digits <= kMostDigits) return true;
  return numerals_at(inside) == inside.size() || year_at(inside, 0, decoration.year_ends) == inside.size();
}

bool starts_with_any(std::string_view text, const std::vector<std::string>& starts) {
  return std::any_of(starts.begin(), starts.end(), [&](const std::string& start) { return text.starts_with(start); });
}

std::size_t leading_year(std::string_view title, const Decoration& decoration) {
  return year_at(title, 0, decoration.year_ends);
}

std::size_t leading_number(std::string_view text) {
  const std::size_t digits = digits_at(text, 0);
  return digits > 0 ? digits : numerals_at(text);
}

bool take_decoration(std::string& name, const Decoration& decoration) {
  if (name.empty()) return false;
  if (take_pair(name)) return true;
  if (take_marks(name, decoration.marks) || take_remarks(name, decoration)) return true;
  if (const std::size_t length = numbering(name); length > 0 && length < name.size()) {
    name.erase(0, length);
    return true;
  }
  // Where there is nothing to go behind, brackets would go round for ever.
  if (const std::size_t end = front_bracket(name); end > 0 && goes_on_behind_brackets(name)) {
    const std::string bracket = name.substr(0, end);
    name.erase(0, end);
    name += bracket;
    return true;
  }
  return take_year(name, decoration.year_ends);
}

}  // namespace junheng
