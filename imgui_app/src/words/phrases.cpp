// SPDX-License-Identifier: MIT
#include "words/phrases.h"

#include "junheng/words.h"
#include "workbench_embedded.h"

namespace workbench {
namespace {

/// In the order of Phrase.
constexpr std::string_view kIds[] = {
// NOLINTBEGIN(bugprone-suspicious-missing-comma): an id is three pieces
#define JUNHENG_PHRASE(group, name) #group "." #name,
    JUNHENG_PHRASES(JUNHENG_PHRASE)
#undef JUNHENG_PHRASE
    // NOLINTEND(bugprone-suspicious-missing-comma)
};

std::size_t index_of(junheng::Language language) {
  return language == junheng::Language::zh ? 0 : 1;
}

}  // namespace

std::string_view id_of(Phrase phrase) {
  return kIds[static_cast<std::size_t>(phrase)];
}

Phrases::Phrases() {
  for (const junheng::Language language : junheng::kLanguages) {
    const std::string_view packed =
        language == junheng::Language::zh ? junheng::embedded::workbench_zh() : junheng::embedded::workbench_en();
    const junheng::Words words = junheng::load_words(packed, language);
    for (std::size_t i = 0; i < kPhraseCount; ++i)
      texts_[index_of(language)][i] = words.text(kIds[i]);
  }
}

std::string_view Phrases::say(Phrase phrase, junheng::Language language) const {
  return texts_[index_of(language)][static_cast<std::size_t>(phrase)];
}

}  // namespace workbench
