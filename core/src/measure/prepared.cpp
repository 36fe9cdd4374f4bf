// SPDX-License-Identifier: MIT
#include "junheng/prepared.h"

#include "measure/merge_rows.h"
#include "roster/assign_facts.h"

namespace junheng {

Prepared prepare(Layout layout, Chosen chosen, Facts facts, const Standard& standard, const Vocabulary& vocabulary,
                 Issues& issues) {
  Prepared p;
  p.standard = &standard;
  p.vocabulary = &vocabulary;
  p.choices = std::move(chosen.choices);
  p.decided = std::move(chosen.decided);
  p.table = std::move(layout.table);
  p.columns = std::move(layout.columns);
  p.sheets = std::move(layout.sheets);
  p.rows = std::move(layout.rows);
  p.totals = std::move(layout.totals);
  p.questions = std::move(layout.questions);
  p.county = std::move(layout.county);
  p.roster = map_roster(p.table, vocabulary, issues, p.columns, p.totals);
  // A county whose rows all wait for an answer, or for a better one, is there and cannot be judged yet.
  if (p.roster.counties.empty() && !p.questions.empty()) p.roster.counties.emplace_back();
  if (!p.county.empty() && p.roster.counties.size() == 1 && p.roster.counties.front().name.length == 0)
    p.roster.counties.front().name = keep_text(p.table, p.county);
  merge_rows(p.roster, p.table, standard, p.choices, vocabulary, issues);
  // What was not used after all: a second column of one field, a unit of another measure.
  for (std::size_t i = 0; i < p.roster.columns.size(); ++i) {
    if (!p.roster.columns[i].match && p.columns[i].match) p.columns[i] = {};
  }
  p.facts = std::move(facts);
  p.facts_of = assign_facts(p.facts, p.roster, p.table, issues);
  p.split = split_units(p.roster, find_schools(p.table, p.roster, vocabulary, issues), standard, p.choices, issues);
  return p;
}

const CountyFacts* facts_for(const Prepared& prepared, std::uint32_t county) {
  if (county >= prepared.facts_of.size() || prepared.facts_of[county] == kNoRow) return nullptr;
  return &prepared.facts.counties[prepared.facts_of[county]];
}

}  // namespace junheng
