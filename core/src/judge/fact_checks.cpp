// SPDX-License-Identifier: MIT
#include "judge/fact_checks.h"

#include <algorithm>

#include <cmath>
#include "roster/fact_names.h"

#include "base/decimal_ratio.h"

namespace junheng {
namespace {

/// Decimals behind the point of a number as it was written.
int decimals_written(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return 0;
  int decimals = 0;
  for (std::size_t i = point + 1; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i)
    ++decimals;
  return decimals;
}

/// The numbers of one subject of a way, with those of the year before where years are compared.
std::vector<Reading> readings_around(const Prepared& p, const Way& way, Subject subject) {
  std::vector<Reading> all = readings_of(p, way.quantity, subject);
  const auto add = [&](const Quantity& quantity) {
    for (const Reading& reading : readings_of(p, quantity, subject))
      all.push_back(reading);
  };
  const Quantity beside{way.beside, {}, {1, 0}};
  if (!way.beside.empty()) add(beside);
  if (way.series == Series::none || way.series == Series::above) return all;
  --subject.year;
  add(way.quantity);
  if (!way.beside.empty()) add(beside);
  return all;
}

bool reads(const std::vector<Reading>& readings, std::uint16_t field) {
  return std::any_of(readings.begin(), readings.end(),
                     [&](const Reading& reading) { return reading.term.field == field; });
}

/// Whether the parts of a relation that are known come to more than the whole, a fact being among the numbers.
bool above_whole(const Prepared& p, const Relation& relation, const Subject& subject) {
  Quantity quantity;
  for (const std::uint16_t part : relation.parts)
    quantity.of.push_back(term_of(part));
  quantity.over.push_back(term_of(relation.whole));
  ExactSum parts;
  ExactSum whole;
  bool stated = false;
  for (const Reading& reading : readings_of(p, quantity, subject)) {
    if (!reading.value) continue;
    stated = stated || reading.from == ReadFrom::fact;
    (reading.term.field == relation.whole ? whole : parts).add(reading.value);
  }
  return stated && parts.any && whole.any && parts.plus > whole.plus;
}

void add_name(std::string& names, const std::string& name) {
  if (!names.empty()) names.append("、");
  names.append(name);
}

/// What the facts of one county are held against; each complaint names the county's own words.
class FactChecker {
 public:
  explicit FactChecker(const Prepared& prepared) : p_(prepared) {}

  std::vector<QuotedIssue> take() { return std::move(issues_); }

  void county(std::uint32_t county, const CountyVerdict& verdict) {
    const CountyFacts* const facts = facts_for(p_, county);
    if (facts == nullptr) return;
    for (const Relation& relation : p_.vocabulary->relations) {
      const bool given =
          stated(*facts, relation.whole) || std::any_of(relation.parts.begin(), relation.parts.end(),
                                                        [&](std::uint16_t part) { return stated(*facts, part); });
      if (given) relation_of(relation, county);
    }
    for (std::size_t p = 0; p < verdict.parts.size(); ++p)
      items(*facts, p_.standard->parts[p].items, verdict.parts[p].items);
    items(*facts, p_.standard->supplements, verdict.supplements);
  }

 private:
  bool stated(const CountyFacts& facts, std::uint16_t field) const {
    const std::string& id = p_.vocabulary->fields[field].id;
    return std::any_of(facts.facts.begin(), facts.facts.end(), [&](const Fact& fact) { return fact.key == id; });
  }

  void complain(IssueCode code, std::string found, std::uint16_t field, std::uint32_t line) {
    issues_.push_back({code, field, line, std::move(found)});
  }

  void relation_of(const Relation& relation, std::uint32_t county) {
    Subject subject{county, kNoStage, kNoRow, 0};
    const Field& whole = p_.vocabulary->fields[relation.whole];
    std::string parts;
    for (const std::uint16_t part : relation.parts)
      add_name(parts, p_.vocabulary->fields[part].label.zh);
    const std::string said = parts + " > " + whole.label.zh;
    const auto one = [&] {
      if (!above_whole(p_, relation, subject)) return false;
      complain(IssueCode::fact_over_whole, said, relation.whole, kNoLine);
      return true;
    };
    bool found = false;
    for (std::size_t s = 0; whole.staged && s < p_.standard->stages.size(); ++s) {
      subject.stage = static_cast<std::uint8_t>(p_.standard->stages[s]);
      found = one() || found;
    }
    subject.stage = kNoStage;
    if (!found) one();  // what is wrong in a stage need not be said again of the sum
  }

  void items(const CountyFacts& facts, const std::vector<Item>& items, const ItemResults& results) {
    for (std::size_t i = 0; i < results.size(); ++i) {
      statement(facts, items[i], results[i]);
      for (std::size_t c = 0; c < results[i].checks.size(); ++c)
        check(items[i], items[i].checks[c], results[i].checks[c]);
      groups(items[i], results[i]);
    }
  }

  /// 达标 alone, of an item that only numbers decide, and they are not there.
  void statement(const CountyFacts& facts, const Item& item, const ItemResult& result) {
    const Fact* const said = facts.find(item.id);
    if (said == nullptr || result.verdict != Verdict::unknown) return;
    if (std::any_of(item.checks.begin(), item.checks.end(), [](const Check& check) { return check.attested; })) return;
    complain(IssueCode::fact_needs_number, said->name + "：" + said->found, kNoSubject, said->line);
    issues_.back().item = item_of_key(item.id, *p_.standard);
  }

  void check(const Item& item, const Check& check, const CheckResult& result) {
    for (const Doubt& doubt : result.doubts) {
      if (doubt.code != IssueCode::fact_rate_differs) continue;
      const auto field = p_.vocabulary->field(doubt.fact->key);
      complain(doubt.code, doubt.fact->name + "：" + doubt.fact->found, field.value_or(kNoSubject), doubt.fact->line);
    }
    const bool differs = std::any_of(result.others.begin(), result.others.end(),
                                     [&](const OtherWay& other) { return other.verdict != result.verdict; });
    if (!differs || !result.doubts.empty() || check.informs) return;
    const Text& title = check.title.zh.empty() ? item.title : check.title;
    complain(IssueCode::fact_ways_differ, item.id + " " + title.zh, kNoSubject, kNoLine);
  }

  /// Groups that the rule names: of some there are numbers, of others none.
  void groups(const Item& item, const ItemResult& result) {
    std::string missing;
    bool any = false;
    for (std::size_t c = 0; c < result.checks.size(); ++c) {
      if (!item.checks[c].informs) continue;
      if (result.checks[c].way) any = true;
      if (!result.checks[c].way) add_name(missing, item.checks[c].title.zh);
    }
    if (any && !missing.empty()) complain(IssueCode::fact_group_missing, missing, kNoSubject, kNoLine);
  }

  const Prepared& p_;
  std::vector<QuotedIssue> issues_;
};

}  // namespace

double rounding_of(const Fact& rate) {
  const int decimals = decimals_written(rate.found);
  const bool fraction = to_double(parse_decimal(rate.found).value) == to_double(rate.value);
  // 1 is all of them, as 100 % is, and not anything from a half.
  const int places = fraction && decimals > 0 ? decimals : decimals + 2;
  // A hair more, so that a tie is within.
  return 0.5000001 * std::pow(10.0, -places);
}

void doubt(const Prepared& prepared, std::uint32_t county, const Way& way, const Judged& judged,
           std::vector<Doubt>& doubts) {
  if (facts_for(prepared, county) == nullptr) return;
  const std::vector<Reading> readings = readings_around(prepared, way, judged.subject);
  for (const Reading& reading : readings) {
    if (reading.from != ReadFrom::fact) continue;
    const Fact& fact = facts_for(prepared, county)->facts[reading.place];
    if (fact.doubt) doubts.push_back({*fact.doubt, &fact});
  }
  if (way.quantity.over.empty()) return;
  for (const Relation& relation : prepared.vocabulary->relations) {
    const bool concerned =
        reads(readings, relation.whole) && std::any_of(relation.parts.begin(), relation.parts.end(),
                                                       [&](std::uint16_t part) { return reads(readings, part); });
    if (concerned && above_whole(prepared, relation, judged.subject)) {
      doubts.push_back({IssueCode::fact_over_whole, nullptr});
    }
  }
}

std::vector<QuotedIssue> check_facts(const Prepared& prepared, const Verdicts& verdicts) {
  FactChecker checker(prepared);
  for (std::size_t c = 0; c < verdicts.counties.size(); ++c)
    checker.county(static_cast<std::uint32_t>(c), verdicts.counties[c]);
  return checker.take();
}

}  // namespace junheng
