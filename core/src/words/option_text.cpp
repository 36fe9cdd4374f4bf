// SPDX-License-Identifier: MIT
#include "junheng/option_text.h"

#include "words/fill.h"
#include "words/quoted.h"

namespace junheng {
namespace {

/// A sentence of more is not read.
constexpr std::size_t kCountiesNamed = 5;

std::string turned(const Words& words, const char* key, std::string_view what, Verdict before, Verdict after) {
  return filled(words, key,
                {{"what", what},
                 {"before", filled(words, "verdict.", id_of(before), {})},
                 {"after", filled(words, "verdict.", id_of(after), {})}});
}

std::string changes_of(const Words& words, const CountyEffect& effect) {
  std::string list;
  for (const CountyEffect::Turn& item : effect.items) {
    const std::string name = item.id + " " + item.title.in(words.language);
    join(list, semicolon(words), turned(words, "option.turn", name, item.before, item.after));
  }
  for (const CountyEffect::Turn& part : effect.parts) {
    join(list, semicolon(words), turned(words, "option.turn", part.title.in(words.language), part.before, part.after));
  }
  if (effect.units > 0) {
    join(list, semicolon(words), filled(words, "option.units", {{"count", std::to_string(effect.units)}}));
  }
  join(list, semicolon(words),
       effect.before == effect.after ? filled(words, "option.county_same", {})
                                     : turned(words, "option.county", {}, effect.before, effect.after));
  return list;
}

}  // namespace

std::string sentence(const Words& words, const ChoiceEffect& effect, const Evaluation& e) {
  const bool several = e.counties.size() > 1;
  if (effect.counties.empty()) return filled(words, several ? "option.nothing_counties" : "option.nothing", {});
  std::string list;
  std::size_t named = 0;
  for (const CountyEffect& county : effect.counties) {
    if (named == kCountiesNamed) break;
    ++named;
    const std::string changes = changes_of(words, county);
    join(list, semicolon(words),
         several ? filled(words, "option.of_county",
                          {{"county", quoted(words, e.table.at(e.roster.counties[county.county].name))},
                           {"changes", changes}})
                 : changes);
  }
  if (const std::size_t more = effect.counties.size() - named; more > 0) {
    join(list, semicolon(words), filled(words, "option.more_counties", {{"count", std::to_string(more)}}));
  }
  return filled(words, "option.effect", {{"changes", list}});
}

std::string chosen_options(const Words& words, const Evaluation& e) {
  const std::vector<Option>& options = e.standard->options;
  std::string list;
  for (std::size_t o = 0; o < e.choices.size(); ++o) {
    if (e.choices[o] == options[o].preset) continue;
    join(list, semicolon(words),
         filled(words, "option.one",
                {{"option", options[o].title.in(words.language)},
                 {"choice", options[o].choices[e.choices[o]].title.in(words.language)}}));
  }
  return list.empty() ? list : filled(words, "option.chosen", {{"options", list}});
}

}  // namespace junheng
