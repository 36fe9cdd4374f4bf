// SPDX-License-Identifier: MIT
#include "phrases.h"

#include "junheng/words.h"
#include "workbench_embedded.h"

namespace workbench {
namespace {

/// In the order of Phrase.
constexpr std::string_view kIds[] = {
    "product.name",       "product.line",        "product.private",     "language.zh",          "language.en",
    "tab.start",          "tab.schools",         "tab.balance",         "tab.verdict",          "tab.issues",
    "top.no_issues",      "top.issues",          "top.no_table",        "start.paste_title",    "start.paste_text",
    "start.paste_keys",   "start.open_title",    "start.open_text",     "start.open_button",    "start.sample_title",
    "start.sample_text",  "start.sample_county", "start.sample_five",   "start.columns_title",  "start.columns_text",
    "start.current",      "legend.pass",         "legend.near",         "legend.fail",          "legend.unknown",
    "stage.all",          "county.unnamed",      "county.heading",      "county.search",        "county.none",
    "schools.search",     "schools.shown",       "schools.school",      "schools.stage",        "schools.pupils",
    "schools.meeting",    "schools.verdict",     "schools.any_verdict", "schools.none",         "schools.limits",
    "left_out.title",     "left_out.reason",     "cell.missing",        "cell.value",           "cell.limit",
    "cell.split",         "cell.split_fallback", "cell.given",          "cell.share",           "balance.title",
    "balance.indicator",  "balance.mean",        "balance.deviation",   "balance.cv",           "balance.limit",
    "balance.against",    "balance.units",       "balance.source",      "balance.source_share", "balance.composite",
    "balance.none",       "verdict.clear",       "verdict.stages",      "verdict.units",        "issues.all",
    "issues.row",         "issues.table",        "issues.none",         "issues.hint",          "issues.column_place",
    "issues.column_text", "notice.unreadable",   "notice.paste",        "notice.kept",          "notice.close",
};
static_assert(std::size(kIds) == kPhraseCount);

std::size_t index_of(junheng::Language language) {
  return language == junheng::Language::zh ? 0 : 1;
}

}  // namespace

std::string_view id_of(Phrase phrase) {
  return kIds[static_cast<std::size_t>(phrase)];
}

Phrases::Phrases() {
  for (const junheng::Language language : junheng::kLanguages) {
    const std::string_view json =
        language == junheng::Language::zh ? junheng::embedded::workbench_zh() : junheng::embedded::workbench_en();
    const junheng::Words words = junheng::load_words(json, language);
    for (std::size_t i = 0; i < kPhraseCount; ++i)
      texts_[index_of(language)][i] = words.text(kIds[i]);
  }
}

std::string_view Phrases::say(Phrase phrase, junheng::Language language) const {
  return texts_[index_of(language)][static_cast<std::size_t>(phrase)];
}

std::string filled(std::string_view text, Filling filling) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    text.remove_prefix(open);
    const std::size_t close = text.find('}');
    if (close == std::string_view::npos) {
      out += text;
      break;
    }
    const std::string_view place = text.substr(1, close - 1);
    std::string_view value = text.substr(0, close + 1);
    for (const auto& [name, with] : filling) {
      if (name == place) value = with;
    }
    out += value;
    text.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace workbench
