// SPDX-License-Identifier: MIT
#include "junheng/header_words.h"

#include <algorithm>

#include "junheng/vocabulary.h"
#include "vocabulary/characters.h"

namespace junheng {
namespace {

bool is_one_of(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// What parts a name from the words around it.
bool is_mark(char c) {
  constexpr std::string_view kMarks = ":-_/*";
  return kMarks.find(c) != std::string_view::npos;
}

/// Parts the bracket that ends the text from it: "实有(册)".
std::string take_bracket(std::string& text) {
  const std::size_t at = text.rfind('(');
  if (text.empty() || text.back() != ')' || at == std::string::npos || at == 0) return {};
  std::string bracket = text.substr(at);
  text.resize(at);
  return bracket;
}

}  // namespace

std::string without_marks(std::string text) {
  for (std::size_t at = text.find("()"); at != std::string::npos; at = text.find("()"))
    text.erase(at, 2);
  while (!text.empty() && is_mark(text.front()))
    text.erase(0, 1);
  while (!text.empty() && is_mark(text.back()))
    text.pop_back();
  return text;
}

std::optional<RoleInHeader> HeaderWords::role_of(std::string_view cell) const {
  if (Vocabulary::too_long(cell)) return std::nullopt;
  const std::string whole = without_marks(normalised(cell));
  std::string inner = whole;
  const std::string bracket = take_bracket(inner);
  // "(实有)" alone
  if (whole.size() > 2 && whole.front() == '(' && whole.back() == ')') inner = whole.substr(1, whole.size() - 2);
  for (const Word& word : roles_) {
    if (word.text == whole) return RoleInHeader{word.role, word.text, {}};
    if (word.text == inner) return RoleInHeader{word.role, word.text, bracket};
  }
  return std::nullopt;
}

std::optional<RoleInHeader> HeaderWords::role_in(std::string_view cell) const {
  constexpr std::size_t kLeast = 6;  // one character alone is in many words
  if (Vocabulary::too_long(cell)) return std::nullopt;
  const std::string name = normalised(cell);
  const std::uint64_t characters = characters_of(name);
  for (const Word& word : roles_) {
    if (word.text.size() < kLeast || (word.characters & ~characters) != 0) continue;
    const std::size_t at = name.find(word.text);
    if (at == std::string::npos) continue;
    std::string rest = name;
    return RoleInHeader{word.role, word.text, without_marks(rest.erase(at, word.text.size()))};
  }
  return std::nullopt;
}

bool HeaderWords::is_measure(std::string_view cell) const {
  if (Vocabulary::too_long(cell)) return false;
  std::string name = normalised(cell);
  take_bracket(name);
  return is_one_of(measures_, name);
}

bool HeaderWords::explains(std::string_view cell) const {
  if (Vocabulary::too_long(cell)) return false;
  std::string name = normalised(cell);
  if (is_one_of(explanations_, name)) return true;
  take_bracket(name);
  return is_one_of(explanations_, name);
}

}  // namespace junheng
