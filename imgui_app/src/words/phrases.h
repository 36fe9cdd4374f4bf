// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "junheng/fill.h"
#include "junheng/terms.h"
#include "words/phrase_list.h"

namespace workbench {

/// Every text of the workbench itself; what is said about the data comes from the core and from the standards.
enum class Phrase : std::uint16_t {
#define JUNHENG_PHRASE(group, name) group##_##name,
  JUNHENG_PHRASES(JUNHENG_PHRASE)
#undef JUNHENG_PHRASE
};
inline constexpr Phrase kPhrases[] = {
#define JUNHENG_PHRASE(group, name) Phrase::group##_##name,
    JUNHENG_PHRASES(JUNHENG_PHRASE)
#undef JUNHENG_PHRASE
};
inline constexpr std::size_t kPhraseCount = std::size(kPhrases);

[[nodiscard]] std::string_view id_of(Phrase phrase);

/// All texts in both languages, read once.
class Phrases {
 public:
  Phrases();
  [[nodiscard]] std::string_view say(Phrase phrase, junheng::Language language) const;

 private:
  std::array<std::array<std::string, kPhraseCount>, junheng::kLanguages.size()> texts_;
};

using junheng::filled;
using junheng::Filling;

}  // namespace workbench
