// SPDX-License-Identifier: MIT
#include "standard/own_name.h"

#include <string>

#include "base/utf8.h"
#include "junheng/vocabulary.h"

namespace junheng {
namespace {

constexpr std::size_t kLongestId = 60;

/// One letter for all that look like it: 1, i and l; 0 and o; rn and m; vv and w.
std::string skeleton(std::string_view id) {
  constexpr std::string_view kAlike = "0o1lil5s2z8b";
  std::string plain;
  for (const char c : id) {
    if (c == '-') continue;
    char letter = c;
    for (std::size_t i = 0; i < kAlike.size(); i += 2) {
      if (kAlike[i] == c) letter = kAlike[i + 1];
    }
    plain.push_back(letter);
    const std::size_t end = plain.size();
    if (end < 2) continue;
    const std::string_view pair = std::string_view(plain).substr(end - 2);
    if (pair != "rn" && pair != "vv") continue;
    const char both = pair == "rn" ? 'm' : 'w';
    plain.resize(end - 2);
    plain.push_back(both);
  }
  return plain;
}

/// In place of a letter of another alphabet, or a part of a character, which may look like any.
constexpr char32_t kAnyLetter = U'?';

/// Letters, digits and characters of writing; marks, spaces and what cannot be seen are left out.
std::string words_of(std::string_view title) {
  const std::string text = normalised(title);
  std::string words;
  for (std::string_view rest = text; !rest.empty();) {
    const char32_t point = take_code_point(rest);
    const bool ascii = (point >= U'a' && point <= U'z') || (point >= U'0' && point <= U'9');
    const bool han = (point >= 0x3400 && point <= 0x9FFF) || point >= 0x20000;
    const bool letter = (point >= 0xC0 && point < 0x2000) || (point >= 0x2E80 && point <= 0x2FDF) ||
                        (point >= 0xF900 && point <= 0xFAFF);
    if (ascii || han || letter) append_code_point(words, letter ? kAnyLetter : point);
  }
  return words;
}

}  // namespace

bool is_plain_id(std::string_view id) {
  char before = '-';
  for (const char c : id) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!word && (c != '-' || before == '-')) return false;
    before = c;
  }
  return !id.empty() && id.size() <= kLongestId && before != '-' && !(id.front() >= '0' && id.front() <= '9');
}

bool look_alike(std::string_view one, std::string_view other) {
  return skeleton(one) == skeleton(other);
}

bool same_title(std::string_view one, std::string_view other) {
  const std::string words = words_of(one);
  const std::string known = words_of(other);
  std::string_view rest = words;
  std::string_view against = known;
  std::size_t others = 0;
  while (!rest.empty() && !against.empty()) {
    const char32_t point = take_code_point(rest);
    if (point != take_code_point(against) && point != kAnyLetter) ++others;
  }
  return !words.empty() && rest.empty() && against.empty() && others <= 1;
}

}  // namespace junheng
