// SPDX-License-Identifier: MIT
//
// Character references as browsers read them (HTML, "Named character reference state" and the two after it).

#include "table/html_reference.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/packed_number.h"
#include "base/utf8.h"
#include "html_references.h"

namespace junheng {
namespace {

struct Reference {
  std::string_view name;
  char32_t first = 0;
  char32_t second = 0;  ///< 0: it stands for one character
  bool bare = false;    ///< also without its semicolon
};

/// In the order of their names; how they are kept is said in cmake/html_references.py.
const std::vector<Reference>& references() {
  static const std::vector<Reference> kAll = [] {
    std::vector<Reference> made;
    const std::string_view data = embedded::html_references();
    const std::size_t names = data.find('\0');
    std::string_view points = data.substr(names + 1);
    char32_t last = 0;
    for (std::size_t at = 0; at < names;) {
      const std::size_t mark = data.find_first_of("\1\2\3", at);
      last += take_packed_number(points);
      made.push_back(
          {data.substr(at, mark - at), last, data[mark] == '\3' ? take_packed_number(points) : 0, data[mark] == '\2'});
      at = mark + 1;
    }
    std::sort(made.begin(), made.end(), [](const Reference& a, const Reference& b) { return a.name < b.name; });
    return made;
  }();
  return kAll;
}

void append(std::string& text, const Reference& reference) {
  append_code_point(text, reference.first);
  if (reference.second != 0) append_code_point(text, reference.second);
}

const Reference* find(std::string_view name) {
  const auto& all = references();
  const auto at = std::lower_bound(all.begin(), all.end(), name,
                                   [](const Reference& one, std::string_view wanted) { return one.name < wanted; });
  return at != all.end() && at->name == name ? &*at : nullptr;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// 0 where no character has this number.
char32_t numbered(std::string_view& rest) {
  // What Windows wrote by its own numbers, which are control characters otherwise.
  constexpr std::array<char16_t, 32> kWindows = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                                 0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                                 0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
  const bool hexadecimal = !rest.empty() && (rest.front() | 0x20) == 'x';
  if (hexadecimal) rest.remove_prefix(1);
  char32_t point = 0;
  std::size_t length = 0;
  for (; length < rest.size(); ++length) {
    const char c = rest[length];
    const char low = static_cast<char>(c | 0x20);
    const bool letter = hexadecimal && low >= 'a' && low <= 'f';
    if (!letter && !is_digit(c)) break;
    point = point * (hexadecimal ? 16U : 10U) + static_cast<char32_t>(letter ? low - 'a' + 10 : c - '0');
    if (point > 0x10FFFF) return 0;
  }
  if (length == 0) return 0;
  rest.remove_prefix(length);
  if (!rest.empty() && rest.front() == ';') rest.remove_prefix(1);
  if (point >= 0x80 && point < 0xA0) return kWindows[point - 0x80];
  return point >= 0xD800 && point < 0xE000 ? 0 : point;
}

}  // namespace

bool take_reference(std::string_view& rest, std::string& text) {
  constexpr std::size_t kLongest = 32;
  std::string_view name = rest.substr(1, kLongest);
  if (!name.empty() && name.front() == '#') {
    std::string_view behind = rest.substr(2);
    const char32_t point = numbered(behind);
    if (point == 0) return false;
    append_code_point(text, point);
    rest = behind;
    return true;
  }
  const auto* const end = std::find_if(name.begin(), name.end(), [](char c) { return !is_letter(c) && !is_digit(c); });
  name = name.substr(0, static_cast<std::size_t>(end - name.begin()));
  if (rest.size() > name.size() + 1 && rest[name.size() + 1] == ';') {
    if (const Reference* const whole = find(name)) {
      append(text, *whole);
      rest.remove_prefix(name.size() + 2);
      return true;
    }
  }
  for (; name.size() > 1; name.remove_suffix(1)) {
    const Reference* const known = find(name);
    if (known == nullptr || !known->bare) continue;
    append(text, *known);
    rest.remove_prefix(name.size() + 1);
    return true;
  }
  return false;
}

}  // namespace junheng
