// SPDX-License-Identifier: MIT
//
// Items and their checks: which of its ways a check is judged by, what the others say, and which numbers cannot be
// right together.
#include <algorithm>
#include <cmath>

#include "judge/fact_checks.h"
#include "junheng/items.h"
#include "roster/fact_names.h"

namespace junheng {
namespace {

/// Said of this check, or of the item as a whole.
CheckResult judge_attested(const Prepared& p, std::uint32_t county, const Item& item, const Check& check) {
  CheckResult result;
  const CountyFacts* const facts = facts_for(p, county);
  if (facts == nullptr) return result;
  result.fact = facts->find(item.id + "." + check.id);
  if (result.fact == nullptr) result.fact = facts->find(item.id);
  if (result.fact == nullptr) return result;
  result.subjects = 1;
  const bool yes = result.fact->value.mantissa != 0;
  result.verdict = yes == check.wanted ? Verdict::pass : Verdict::fail;
  if (result.verdict == Verdict::fail) result.failing = 1;
  return result;
}

/// A check with numbers, by the ways that the county's numbers allow.
///
/// Steps, by run(): every way is judged that counts under the choices. The first whose numbers are complete is the
/// check's; else the first for which there is anything. The complete ways behind it are held against it (compare()),
/// and the numbers it rests on against each other (doubt()): what contradicts itself decides nothing until a person
/// has corrected it.
class Computed {
 public:
  Computed(const Prepared& prepared, std::uint32_t county, const Check& check)
      : p_(prepared), county_(county), check_(check) {}

  CheckResult run() {
    CheckResult best;
    std::vector<CheckResult> later;
    for (std::size_t i = 0; i < check_.ways.size(); ++i) {
      if (!counts(check_.ways[i].only_when, *p_.standard, p_.choices)) continue;
      CheckResult result = judge_way(p_, county_, check_.ways[i]);
      if (!result.way || only_context(check_.ways[i], result)) continue;
      result.way = static_cast<std::uint8_t>(i);
      // What is asked of every school and not known of one is not answered by the sum of all; nor does that sum say
      // anything of its own where every school is known.
      const bool answered = result.verdict == Verdict::pass || best.verdict != Verdict::unknown;
      if (best.way && by_school(best) && answered && sums_columns(result)) continue;
      if (best.way && way_of(best).scope == Scope::stage && sums_stages(result)) continue;
      if (!best.way || (best.verdict == Verdict::unknown && result.verdict != Verdict::unknown)) {
        best = std::move(result);
      } else if (result.verdict != Verdict::unknown && result.unknown == 0) {
        later.push_back(std::move(result));
      }
    }
    if (!best.way) return best;
    for (const CheckResult& other : later)
      compare(best, other);
    contradictions(best, later);
    if (!best.doubts.empty()) best.verdict = Verdict::unknown;
    return best;
  }

 private:
  const Way& way_of(const CheckResult& result) const { return check_.ways[*result.way]; }
  bool by_school(const CheckResult& result) const { return way_of(result).scope >= Scope::school; }

  /// Whether a result for the county rests on columns of the schools' table that were added up.
  bool sums_columns(const CheckResult& result) const {
    const Way& way = way_of(result);
    return way.scope < Scope::school &&
           std::any_of(result.judged.begin(), result.judged.end(), [&](const Judged& judged) {
             const std::vector<Reading> readings = readings_of(p_, way.quantity, judged.subject);
             return std::any_of(readings.begin(), readings.end(),
                                [](const Reading& reading) { return reading.from == ReadFrom::sum; });
           });
  }

  /// Whether all numbers of a result for the county are sums of what is given for each stage.
  bool sums_stages(const CheckResult& result) const {
    if (way_of(result).scope != Scope::county || facts_for(p_, county_) == nullptr) return false;
    const std::vector<Fact>& facts = facts_for(p_, county_)->facts;
    return std::none_of(result.judged.begin(), result.judged.end(), [&](const Judged& judged) {
      const std::vector<Reading> readings = readings_of(p_, way_of(result).quantity, judged.subject);
      return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
        return reading.from == ReadFrom::fact && facts[reading.place].stage == kNoStage;
      });
    });
  }

  /// The year of the report says of which year the rest is: alone it is no answer.
  bool only_context(const Way& way, const CheckResult& result) const {
    if (way.scope != Scope::county || way.series != Series::none || facts_for(p_, county_) == nullptr) return false;
    return std::all_of(result.judged.begin(), result.judged.end(), [&](const Judged& judged) {
      const std::vector<Reading> readings = readings_of(p_, way.quantity, judged.subject);
      return std::all_of(readings.begin(), readings.end(), [&](const Reading& reading) {
        return !reading.value || p_.vocabulary->fields[reading.term.field].context;
      });
    });
  }

  /// The rate that a way takes as it was stated; null for a way that computes.
  const Fact* stated_rate(const CheckResult& result, const Judged& judged) const {
    const Quantity& quantity = way_of(result).quantity;
    if (way_of(result).series != Series::none) return nullptr;
    if (way_of(result).scope >= Scope::school || quantity.of.size() != 1 || !quantity.over.empty()) return nullptr;
    if (p_.vocabulary->fields[quantity.of.front().field].kind != FieldKind::percent) return nullptr;
    const std::vector<Reading> readings = readings_of(p_, quantity, judged.subject);
    const bool fact = !readings.empty() && readings.front().from == ReadFrom::fact;
    return fact ? &facts_for(p_, county_)->facts[readings.front().place] : nullptr;
  }

  static const Judged* same_subject(const CheckResult& result, const Subject& subject) {
    for (const Judged& judged : result.judged) {
      if (judged.subject.stage == subject.stage && judged.subject.year == subject.year) return &judged;
    }
    return nullptr;
  }

  /// Another complete way says something else: of a value, or of the whole.
  void compare(CheckResult& best, const CheckResult& other) const {
    bool differs = best.verdict != other.verdict;
    const bool values =
        way_of(best).scope == way_of(other).scope && !by_school(best) && way_of(best).series == Series::none;
    const Judged* shown = other.judged.empty() ? nullptr : &other.judged.front();
    for (const Judged& judged : other.judged) {
      const Judged* const same = values ? same_subject(best, judged.subject) : nullptr;
      if (same == nullptr || !same->value.known || !judged.value.known || agree(best, *same, other, judged)) continue;
      if (!differs) shown = &judged;
      differs = true;
    }
    if (differs && shown != nullptr) best.others.push_back({*other.way, other.verdict, *shown});
  }

  bool agree(const CheckResult& a, const Judged& one, const CheckResult& b, const Judged& two) const {
    const double distance = std::abs(one.value.value() - two.value.value());
    for (const Fact* const rate : {stated_rate(a, one), stated_rate(b, two)}) {
      if (rate != nullptr && distance <= rounding_of(*rate)) return true;
    }
    return compare_products(one.value.ratio.numerator, two.value.ratio.denominator, two.value.ratio.numerator,
                            one.value.ratio.denominator) == std::strong_ordering::equal &&
           one.value.negative == two.value.negative;
  }

  /// A rate beside the counts that it should come from, parts above their whole, and facts that cannot be right.
  void contradictions(CheckResult& best, const std::vector<CheckResult>& later) const {
    for (const Judged& judged : best.judged) {
      if (way_of(best).scope < Scope::school) doubt(p_, county_, way_of(best), judged, best.doubts);
    }
    for (const CheckResult& rates : later) {
      for (const Judged& judged : rates.judged) {
        const Fact* const rate = stated_rate(rates, judged);
        if (rate == nullptr || !judged.value.known) continue;
        bool any = false;
        bool right = false;
        const auto hold = [&](const CheckResult& counts) {
          const Judged* const same = same_subject(counts, judged.subject);
          if (same == nullptr || !same->value.known || way_of(counts).scope != way_of(rates).scope) return;
          if (way_of(counts).quantity.over.empty()) return;
          any = true;
          right = right || agree(counts, *same, rates, judged);
        };
        hold(best);
        std::for_each(later.begin(), later.end(), hold);
        if (any && !right) best.doubts.push_back({IssueCode::fact_rate_differs, rate});
      }
    }
  }

  const Prepared& p_;
  std::uint32_t county_;
  const Check& check_;
};

}  // namespace

ItemResult judge_item(const Prepared& prepared, std::uint32_t county, const Item& item) {
  ItemResult result;
  result.verdict = Verdict::none;
  for (const Check& check : item.checks) {
    result.checks.push_back(check.attested ? judge_attested(prepared, county, item, check)
                                           : Computed(prepared, county, check).run());
  }
  const auto given = [&](const std::string& id) {
    for (std::size_t i = 0; i < result.checks.size(); ++i) {
      if (item.checks[i].id == id) return result.checks[i].way || result.checks[i].fact != nullptr;
    }
    return false;
  };
  for (std::size_t i = 0; i < result.checks.size(); ++i) {
    const Check& check = item.checks[i];
    const bool optional =
        check.optional || (check.optional_when && counts(*check.optional_when, *prepared.standard, prepared.choices));
    const bool skipped = optional && !given(check.id) && !given(check.with);
    if (check.informs || skipped) result.checks[i].verdict = Verdict::none;
    result.verdict = worse(result.verdict, result.checks[i].verdict);
  }
  if (result.verdict == Verdict::none) result.verdict = Verdict::unknown;
  if (const CountyFacts* const facts = facts_for(prepared, county)) {
    const Fact* const points = facts->find(std::string(kScoreKey) + item.id);
    if (points != nullptr) result.points = points->value;
  }
  return result;
}

}  // namespace junheng
