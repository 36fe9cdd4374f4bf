// SPDX-License-Identifier: MIT
#include "junheng/prepared.h"

#include <utility>

#include "measure/merge_rows.h"
#include "roster/assign_facts.h"

namespace junheng {

namespace {

Prepared begun(Layout layout, Chosen chosen, Facts facts, const Standard& standard, const Vocabulary& vocabulary) {
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
  p.facts = std::move(facts);
  return p;
}

}  // namespace

Preparing::Preparing(Layout layout, Chosen chosen, Facts facts, const Standard& standard, const Vocabulary& vocabulary,
                     Issues& issues)
    : issues_(issues),
      prepared_(begun(std::move(layout), std::move(chosen), std::move(facts), standard, vocabulary)),
      mapping_(prepared_.table, vocabulary, issues, prepared_.columns, prepared_.totals) {}

bool Preparing::part() {
  Prepared& p = prepared_;
  switch (next_) {
    case Next::rows:
      if (mapping_.part()) return true;
      p.roster = mapping_.take();
      next_ = Next::facts;
      return true;
    case Next::facts:
      place_facts();
      next_ = Next::schools;
      return true;
    case Next::schools:
      p.split.schools = find_schools(p.table, p.roster, *p.vocabulary, issues_);
      next_ = Next::units;
      return true;
    case Next::units:
      p.split = split_units(p.roster, std::move(p.split.schools), *p.standard, p.choices, issues_);
      return false;
  }
  return false;
}

void Preparing::place_facts() {
  Prepared& p = prepared_;
  // A county whose rows all wait for an answer, or for a better one, is there and cannot be judged yet.
  if (p.roster.counties.empty() && !p.questions.empty()) p.roster.counties.emplace_back();
  if (!p.county.empty() && p.roster.counties.size() == 1 && p.roster.counties.front().name.length == 0)
    p.roster.counties.front().name = keep_text(p.table, p.county);
  merge_rows(p.roster, p.table, *p.standard, p.choices, *p.vocabulary, issues_);
  // What was not used after all: a second column of one field, a unit of another measure.
  for (std::size_t i = 0; i < p.roster.columns.size(); ++i) {
    if (!p.roster.columns[i].match && p.columns[i].match) p.columns[i] = {};
  }
  p.facts_of = assign_facts(p.facts, p.roster, p.table, issues_);
}

Prepared prepare(Layout layout, Chosen chosen, Facts facts, const Standard& standard, const Vocabulary& vocabulary,
                 Issues& issues) {
  Preparing preparing(std::move(layout), std::move(chosen), std::move(facts), standard, vocabulary, issues);
  while (preparing.part()) {
  }
  return preparing.take();
}

const CountyFacts* facts_for(const Prepared& prepared, std::uint32_t county) {
  if (county >= prepared.facts_of.size() || prepared.facts_of[county] == kNoRow) return nullptr;
  return &prepared.facts.counties[prepared.facts_of[county]];
}

}  // namespace junheng
