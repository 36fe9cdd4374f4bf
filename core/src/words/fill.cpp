// SPDX-License-Identifier: MIT
#include "words/fill.h"

namespace junheng {

std::string filled(std::string_view text, Filling filling) {
  std::string result;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = text.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos) return result.append(text);
    result += text.substr(0, open);
    const std::string_view name = text.substr(open + 1, close - open - 1);
    std::string_view value = text.substr(open, close + 1 - open);
    for (const auto& [known, with] : filling) {
      if (known == name) value = with;
    }
    result += value;
    text.remove_prefix(close + 1);
  }
  return result;
}

std::string filled(const Words& words, const char* key, Filling filling) {
  return filled(words, key, "", filling);
}

std::string filled(const Words& words, const char* group, std::string_view id, Filling filling) {
  return filled(words.text(group + std::string(id)), filling);
}

void join(std::string& list, std::string_view between, std::string_view next) {
  if (!list.empty()) list += between;
  list += next;
}

std::string_view comma(const Words& words) {
  return words.language == Language::zh ? "、" : ", ";
}

std::string_view semicolon(const Words& words) {
  return words.language == Language::zh ? "；" : "; ";
}

std::string stage_text(const Words& words, std::uint8_t stage) {
  if (stage == kNoStage) return {};
  return filled(words, "stage.", id_of(static_cast<Stage>(stage)), {});
}

}  // namespace junheng
