// SPDX-License-Identifier: MIT
#include "words/phrases.h"

#include <gtest/gtest.h>

#include <set>

#include "json/json_tree.h"
#include "junheng/words.h"
#include "support/files.h"

namespace workbench {
namespace {

using junheng::Language;

junheng::Words table_of(Language language) {
  const std::string name = language == Language::zh ? "workbench_zh.json" : "workbench_en.json";
  junheng::Words words;
  const auto file = junheng::JsonTree::parse(test::source_file("imgui_app/words/" + name));
  for (const junheng::Json entry : file.root())
    words.texts.emplace(entry.key(), entry.text());
  return words;
}

std::multiset<std::string> places_of(std::string_view text) {
  std::multiset<std::string> places;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    places.emplace(text.substr(open, text.find('}', open) - open + 1));
  }
  return places;
}

TEST(Phrases, EveryOneExistsInBothLanguagesAndNoneIsLeftOver) {
  for (const Language language : junheng::kLanguages) {
    const junheng::Words words = table_of(language);
    EXPECT_EQ(words.texts.size(), kPhraseCount);
    for (std::size_t i = 0; i < kPhraseCount; ++i) {
      const std::string_view id = id_of(static_cast<Phrase>(i));
      const auto found = words.texts.find(id);
      ASSERT_NE(found, words.texts.end()) << id;
      EXPECT_FALSE(found->second.empty()) << id;
    }
  }
}

TEST(Phrases, PlacesAreTheSameInBothLanguages) {
  const Phrases phrases;
  for (std::size_t i = 0; i < kPhraseCount; ++i) {
    const auto phrase = static_cast<Phrase>(i);
    EXPECT_EQ(places_of(phrases.say(phrase, Language::zh)), places_of(phrases.say(phrase, Language::en)))
        << id_of(phrase);
  }
}

TEST(Phrases, FilledPutsValuesIntoTheirPlaces) {
  EXPECT_EQ(filled("{a} of {b}", {{"a", "3"}, {"b", "34"}}), "3 of 34");
  EXPECT_EQ(filled("{b}{a}{b}", {{"a", "x"}, {"b", "y"}}), "yxy");
  EXPECT_EQ(filled("no places", {{"a", "x"}}), "no places");
  EXPECT_EQ(filled("{unknown} stays", {{"a", "x"}}), "{unknown} stays");
  EXPECT_EQ(filled("open {a", {{"a", "x"}}), "open {a");
  EXPECT_EQ(filled("{a}", {{"a", "{b}"}, {"b", "z"}}), "{b}") << "what is filled in is not read again";
}

}  // namespace
}  // namespace workbench
