// SPDX-License-Identifier: MIT
#include "judge/evaluate.h"

#include <numeric>

#include "base/decimal_ratio.h"
#include "base/sort_places.h"
#include "junheng/consistency.h"
#include "roster/fact_names.h"

namespace junheng {
namespace {

/// Each stage of the way complains in its own order; people read a table from the top.
Issues by_line(const Issues& issues) {
  std::vector<std::uint32_t> places(issues.size());
  std::iota(places.begin(), places.end(), 0U);
  sort_places(places, [&](std::uint32_t a, std::uint32_t b) { return issues[a].line < issues[b].line; });
  Issues sorted;
  sorted.reserve(issues.size());
  for (const std::uint32_t place : places)
    sorted.push_back(issues[place]);
  return sorted;
}

/// Puts a text that is not of the table behind it, where an issue or a county's name can point to it.
Span keep(Table& table, std::string_view text) {
  const Span span{static_cast<std::uint32_t>(table.text.size()), static_cast<std::uint32_t>(text.size())};
  table.text.append(text);
  return span;
}

void complain(Evaluation& e, IssueCode code, std::string_view found, std::uint16_t subject = kNoSubject,
              std::uint32_t line = kNoLine) {
  const Span span = keep(e.table, found);
  e.issues.push_back({code, kNoColumn, subject, line, span.begin, span.length});
}

void choose(Evaluation& e, const Request& request) {
  const std::vector<Option>& options = e.standard->options;
  for (const Option& option : options)
    e.choices.push_back(option.preset);
  for (const auto& [id, choice] : request.options) {
    bool known = false;
    for (std::size_t o = 0; o < options.size(); ++o) {
      for (std::size_t c = 0; c < options[o].choices.size() && options[o].id == id; ++c) {
        if (options[o].choices[c].id != choice) continue;
        e.choices[o] = static_cast<std::uint8_t>(c);
        known = true;
      }
    }
    if (!known) complain(e, IssueCode::unknown_option, std::string(id).append("=").append(choice));
  }
}

/// Facts go to the county they name, or to the only one there is. Facts without any table make a county of their own.
void assign_facts(Evaluation& e) {
  for (const FactIssue& issue : e.facts.issues)
    complain(e, issue.code, issue.found, issue.field, issue.line);
  if (e.roster.rows() == 0) {
    for (const CountyFacts& county : e.facts.counties)
      e.roster.counties.push_back({keep(e.table, county.county), {}});
  }
  e.facts_of.assign(e.roster.counties.size(), kNoRow);
  for (std::size_t f = 0; f < e.facts.counties.size(); ++f) {
    const std::string& name = e.facts.counties[f].county;
    std::size_t at = e.roster.counties.size();
    for (std::size_t c = 0; c < e.roster.counties.size(); ++c) {
      const std::string_view county = e.table.at(e.roster.counties[c].name);
      const bool only = e.roster.counties.size() == 1 && (name.empty() || county.empty());
      if ((only || county == name) && e.facts_of[c] == kNoRow) at = std::min(at, c);
    }
    if (at < e.roster.counties.size()) {
      e.facts_of[at] = static_cast<std::uint32_t>(f);
    } else {
      complain(e, IssueCode::fact_county, name);
    }
  }
}

/// Coefficients that were published stand in where there are no schools to compute them from.
void take_given_coefficients(Evaluation& e) {
  const Standard& standard = *e.standard;
  for (std::size_t s = 0; s < e.split.stages.size(); ++s) {
    const StageUnits& stage = e.split.stages[s];
    const CountyFacts* const facts = facts_for(e, stage.county);
    const auto& limit = standard.balance.limit[static_cast<std::size_t>(stage.stage)];
    if (facts == nullptr || !limit || stage.begin != stage.end) continue;
    StageBalance& balance = e.balance[s];
    U128 sum = 0;
    std::size_t given = 0;
    for (std::size_t i = 0; i < standard.indicators.size(); ++i) {
      const Fact* const fact =
          facts->find(std::string(kCoefficientKey) + standard.indicators[i].id, static_cast<std::uint8_t>(stage.stage));
      if (fact == nullptr) continue;
      Balance& one = balance.indicators[i];
      one.given = true;
      one.spread.cv = to_double(fact->value);
      const U128 scaled = in_finest_units(fact->value);
      if (standard.balance.kind == BalanceKind::each) {
        const bool over = compare(ratio_of(fact->value), limit->value) == std::strong_ordering::greater;
        one.verdict = over ? Verdict::fail : Verdict::pass;
      }
      sum += scaled;
      ++given;
    }
    if (standard.balance.kind != BalanceKind::composite || given < standard.indicators.size()) continue;
    // The mean of decimals is a fraction, and is compared as one.
    const Ratio mean{sum, power_of_ten(kMaxScale) * given};
    balance.composite_cv = to_double(mean);
    balance.composite_verdict =
        compare(mean, limit->value) == std::strong_ordering::greater ? Verdict::fail : Verdict::pass;
  }
}

}  // namespace

const CountyFacts* facts_for(const Evaluation& evaluation, std::uint32_t county) {
  if (county >= evaluation.facts_of.size() || evaluation.facts_of[county] == kNoRow) return nullptr;
  return &evaluation.facts.counties[evaluation.facts_of[county]];
}

Evaluation evaluate(std::string text, const Standard& standard, const Vocabulary& vocabulary, const Request& request) {
  // Facts alone are a question too: nothing is wrong with a table that was not given.
  const bool only_facts = text.empty() && !request.county.empty();
  Issues issues;
  Layout layout = find_layout(std::move(text), vocabulary, request.reading, issues);
  if (only_facts) issues.clear();
  return evaluate_layout(std::move(layout), std::move(issues), standard, vocabulary, request);
}

Evaluation evaluate_layout(Layout layout, Issues issues, const Standard& standard, const Vocabulary& vocabulary,
                           const Request& request) {
  Evaluation e;
  e.standard = &standard;
  e.vocabulary = &vocabulary;
  e.facts = read_facts(request.county, standard, vocabulary);
  e.table = std::move(layout.table);
  e.columns = std::move(layout.columns);
  e.sheets = std::move(layout.sheets);
  e.rows = std::move(layout.rows);
  e.issues = std::move(issues);
  choose(e, request);
  e.roster = map_roster(e.table, vocabulary, e.issues, e.columns);
  // What was not used after all: a second column of one field, a unit of another measure.
  for (std::size_t i = 0; i < e.roster.columns.size(); ++i) {
    if (!e.roster.columns[i].match && e.columns[i].match) e.columns[i] = {};
  }
  assign_facts(e);
  e.split = split_units(e.table, e.roster, standard, vocabulary, e.issues);
  e.indicators = measure(e, e.issues);
  e.balance = weigh(e.roster, e.split, e.indicators, standard);
  take_given_coefficients(e);
  check_relations(e);
  check_totals(e);
  check_plausible(e);
  if (!request.previous.empty()) compare_with_previous(e, std::string(request.previous));
  judge(e);
  e.issues = by_line(e.issues);
  return e;
}

}  // namespace junheng
