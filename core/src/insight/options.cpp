// SPDX-License-Identifier: MIT
#include "junheng/options.h"

#include <algorithm>
#include <utility>

namespace junheng {
namespace {

/// The same tables and facts under other choices. From the layout on all is made again: a choice may decide which rows
/// are units, not only how a check is computed.
Evaluation evaluated_with(const Evaluation& base, const Choices& choices) {
  Request request;
  request.facts = base.facts.counties;
  for (std::size_t o = 0; o < choices.size(); ++o) {
    // What nobody decided stays undecided, which may be asked about.
    if (base.decided[o] == 0 && choices[o] == base.choices[o]) continue;
    const Option& option = base.standard->options[o];
    request.options.emplace_back(option.id, option.choices[choices[o]].id);
  }
  // A copy: reading cells writes unquoted ones behind the text.
  Layout layout{base.table, base.columns, base.sheets, base.rows, base.totals, base.questions, base.county};
  return evaluate_layout(std::move(layout), {}, *base.standard, *base.vocabulary, request);
}

using UnitVerdict = std::pair<std::uint32_t, Verdict>;

/// Units are known again by their line: which row of the roster that is, and which unit, may hang on the choice.
std::vector<UnitVerdict> units_by_line(const Evaluation& e, std::size_t stage) {
  std::vector<UnitVerdict> units;
  const StageUnits& range = e.split.stages[stage];
  for (std::uint32_t unit = range.begin; unit < range.end; ++unit)
    units.emplace_back(e.roster.line[e.split.units.row[unit]], e.unit_verdict[unit]);
  std::sort(units.begin(), units.end());
  return units;
}

std::uint32_t units_turned(const Evaluation& base, const Evaluation& other, std::size_t stage) {
  const std::vector<UnitVerdict> before = units_by_line(base, stage);
  const std::vector<UnitVerdict> after = units_by_line(other, stage);
  std::uint32_t count = 0;
  auto a = before.begin();
  auto b = after.begin();
  while (a != before.end() || b != after.end()) {
    const bool only_before = b == after.end() || (a != before.end() && a->first < b->first);
    const bool only_after = a == before.end() || (b != after.end() && b->first < a->first);
    if (only_before || only_after || a->second != b->second) ++count;
    if (!only_after) ++a;
    if (!only_before) ++b;
  }
  return count;
}

void compare_items(std::vector<CountyEffect::Turn>& turns, const std::vector<Item>& rules, const ItemResults& before,
                   const ItemResults& after) {
  for (std::size_t i = 0; i < rules.size() && i < before.size() && i < after.size(); ++i) {
    if (before[i].verdict == after[i].verdict) continue;
    turns.push_back({rules[i].id, rules[i].title, before[i].verdict, after[i].verdict});
  }
}

CountyEffect county_effect(const Evaluation& base, const Evaluation& other, std::uint32_t county) {
  const Standard& standard = *base.standard;
  const CountyVerdict& before = base.counties[county];
  const CountyVerdict& after = other.counties[county];
  CountyEffect effect;
  effect.county = county;
  effect.before = before.verdict;
  effect.after = after.verdict;
  for (std::size_t p = 0; p < standard.parts.size(); ++p) {
    const Part& part = standard.parts[p];
    if (before.parts[p].verdict != after.parts[p].verdict) {
      effect.parts.push_back({part.id, part.title, before.parts[p].verdict, after.parts[p].verdict});
    }
    compare_items(effect.items, part.items, before.parts[p].items, after.parts[p].items);
  }
  compare_items(effect.items, standard.supplements, before.supplements, after.supplements);
  const std::size_t stages = standard.stages.size();
  for (std::size_t s = county * stages; s < (county + 1) * stages; ++s)
    effect.units += units_turned(base, other, s);
  return effect;
}

}  // namespace

std::vector<ChoiceEffect> effects_of_option(const Evaluation& evaluation, std::size_t option) {
  std::vector<ChoiceEffect> effects;
  const Option& rule = evaluation.standard->options[option];
  for (std::size_t c = 0; c < rule.choices.size(); ++c) {
    if (c == evaluation.choices[option]) continue;
    Choices choices = evaluation.choices;
    choices[option] = static_cast<std::uint8_t>(c);
    const Evaluation other = evaluated_with(evaluation, choices);
    ChoiceEffect& effect = effects.emplace_back();
    effect.option = static_cast<std::uint8_t>(option);
    effect.choice = choices[option];
    effect.verdict = other.verdict;
    // The tables are the same, and so are their counties.
    for (std::uint32_t county = 0; county < evaluation.counties.size() && county < other.counties.size(); ++county) {
      CountyEffect one = county_effect(evaluation, other, county);
      if (one.any()) effect.counties.push_back(std::move(one));
    }
  }
  return effects;
}

}  // namespace junheng
