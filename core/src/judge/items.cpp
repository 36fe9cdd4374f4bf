// SPDX-License-Identifier: MIT
#include "junheng/items.h"

#include <algorithm>
#include <set>

#include "base/decimal_ratio.h"
#include "junheng/lookup.h"
#include "roster/fact_names.h"

namespace junheng {
namespace {

bool type_fits(const Prepared& p, const LimitRow& row, const Subject& subject) {
  if (row.types.empty()) return true;
  if (subject.row == kNoRow) return false;
  const std::uint16_t type = p.split.schools.type[p.split.schools.of_row[subject.row]];
  return std::find(row.types.begin(), row.types.end(), type) != row.types.end();
}

bool stage_fits(const LimitRow& row, const Subject& subject) {
  return !row.stage || subject.stage == static_cast<std::uint8_t>(*row.stage);
}

/// Judges one way of a check over all its subjects and counts them in result_.
///
/// Steps, by run(): the scope says who the subjects are (the county, its stages, the rows or units of its schools).
/// Each is judged by judge(): the quantity against the first limit that fits, then, where that fails, with the extras
/// whose conditions hold. A series of years goes by judge_series() instead, each year against the one before it. The
/// verdict of the way is the worst of its subjects; without any number at all the result is empty.
class WayJudge {
 public:
  WayJudge(const Prepared& prepared, std::uint32_t county, const Way& way) : p_(prepared), county_(county), way_(way) {}

  CheckResult run() {
    switch (way_.scope) {
      case Scope::county:
        judge_county_or_stage(kNoStage);
        break;
      case Scope::stage:
        for (const Stage stage : p_.standard->stages)
          judge_county_or_stage(static_cast<std::uint8_t>(stage));
        break;
      case Scope::school:
      case Scope::unit:
        if (column_given()) each_school();
        break;
    }
    if (!any_) return {};
    result_.verdict = result_.failing > 0    ? Verdict::fail
                      : result_.unknown > 0  ? Verdict::unknown
                      : result_.subjects > 0 ? Verdict::pass
                                             : Verdict::unknown;
    result_.way = 0;
    return std::move(result_);
  }

 private:
  /// Without one of the columns above the line there is nothing to look at, row by row.
  bool column_given() const {
    return std::any_of(way_.quantity.of.begin(), way_.quantity.of.end(), [&](const Term& term) {
      return term.field < p_.roster.fields.size() && p_.roster.fields[term.field].any();
    });
  }

  void judge_county_or_stage(std::uint8_t stage) {
    const Subject subject{county_, stage, kNoRow, 0};
    if (way_.series != Series::none) return judge_series(subject);
    count(judge(subject), true);
  }

  void each_school() {
    if (way_.scope == Scope::school) {
      for (const SchoolSubject& school : school_subjects(p_, county_, kNoStage))
        count_school({county_, kNoStage, school.row, 0});
      return;
    }
    for (const Stage stage : p_.standard->stages) {
      const auto of = static_cast<std::uint8_t>(stage);
      for (const SchoolSubject& school : school_subjects(p_, county_, of))
        count_school({county_, of, school.row, 0});
    }
    // 特教: pupils of no stage.
    for (const SchoolSubject& school : school_subjects(p_, county_, kNoStage)) {
      if (p_.split.schools.stages[school.row].none()) count_school({county_, kNoStage, school.row, 0});
    }
  }

  void count_school(const Subject& subject) {
    Judged judged = judge(subject);
    if (judged.verdict == Verdict::unknown && way_.scope == Scope::unit) judge_by_whole(judged);
    const bool exempt =
        judged.extras != 0 || (judged.limit != kNoLimit && !way_.limits[judged.limit].exemption.id.empty());
    count(judged, judged.verdict != Verdict::pass || exempt);
  }

  /// A number that a row of several stages has only once decides where it says the same of each of them: no class of a
  /// school above 45 is one of neither stage, and one above 50 is above the limit of either.
  void judge_by_whole(Judged& judged) const {
    const std::uint32_t row = judged.subject.row;
    const StageSet stages = p_.split.schools.stages[row];
    if (!stages.several() || (way_.compare != Compare::at_most && way_.compare != Compare::below)) return;
    Verdict all = Verdict::none;
    for (const Stage stage : p_.standard->stages) {
      if (!stages.has(stage)) continue;
      Judged one = judged;
      one.subject.stage = static_cast<std::uint8_t>(stage);
      one.value = whole_as_stage(row, stage);
      if (!one.value.known || !take_limit(one)) return;
      const Decimal bar = way_.limits[one.limit].limit.value;
      const Verdict verdict = verdict_by(one, one.limit);
      // Of a sum above a limit that is not zero, each stage may have a part that is within it.
      const bool sums = p_.vocabulary->fields[way_.quantity.of.front().field].adds_up;
      if (verdict == Verdict::fail && sums && bar.mantissa != 0) return;
      if (all != Verdict::none && verdict != all) return;
      all = verdict;
      if (one.subject.stage == judged.subject.stage) judged.value = one.value;
    }
    judged.verdict = all == Verdict::none ? judged.verdict : all;
  }

  /// The quantity from the whole school's columns, as if all of it were of one stage.
  Measured whole_as_stage(std::uint32_t row, Stage stage) const {
    Measured value;
    ExactSum sum;
    if (!way_.quantity.over.empty()) return value;
    for (const Term& term : way_.quantity.of) {
      if (term.only_in && *term.only_in != stage) continue;
      const auto& column = p_.roster.fields[term.field].whole;
      const auto number = column ? column->number(row) : std::nullopt;
      if (number || !term.optional) sum.add(number, term.minus);
    }
    value.known = sum.complete && sum.minus == 0;
    value.any = sum.any;
    value.ratio = {sum.plus, power_of_ten(kMaxScale)};
    return value;
  }

  void count(const Judged& judged, bool keep) {
    if (judged.verdict == Verdict::none) return;
    any_ = any_ || judged.value.any || judged.value.none;
    ++result_.subjects;
    if (judged.verdict == Verdict::fail) ++result_.failing;
    if (judged.verdict == Verdict::unknown) ++result_.unknown;
    if (keep) result_.judged.push_back(judged);
  }

  /// The general limit first: an exemption is named only where it makes the difference. What is missing for one that
  /// would make it leaves the subject open, as a blank is no zero.
  Judged judge(const Subject& subject) const {
    Judged judged = judge_with(subject, 0);
    if (judged.verdict == Verdict::pass || judged.verdict == Verdict::none || way_.extras.empty()) return judged;
    std::uint32_t extras = 0;
    bool open = false;
    for (std::size_t i = 0; i < way_.extras.size(); ++i) {
      const Extra& extra = way_.extras[i];
      const Holding holds = all_hold(p_, extra.when, subject);
      if (holds == Holding::no || !in_table(extra.terms)) continue;
      const Measured more = measured(p_, {extra.terms, {}, {1, 0}}, subject);
      if (holds == Holding::open || !more.known) open = true;
      // What adds nothing is not what helped.
      if (holds == Holding::yes && (!more.known || more.ratio.numerator != 0)) extras |= 1U << i;
    }
    if (extras != 0) judged = judge_with(subject, extras);
    if (judged.verdict == Verdict::fail && open) judged.verdict = Verdict::unknown;
    return judged;
  }

  /// A county whose table has no such column does not claim it.
  bool in_table(const std::vector<Term>& terms) const {
    return std::any_of(terms.begin(), terms.end(),
                       [&](const Term& term) { return p_.roster.fields[term.field].in_table; });
  }

  Judged judge_with(const Subject& subject, std::uint32_t extras) const {
    Judged judged;
    judged.subject = subject;
    judged.extras = extras;
    judged.value = measured(p_, extras == 0 ? way_.quantity : with_extras(way_, extras), subject);
    if (take_limit(judged)) return judged;
    // The rule says nothing of this subject; or the way only informs.
    judged.verdict = way_.limits.empty() && judged.value.known ? Verdict::pass : Verdict::none;
    return judged;
  }

  /// The limit of a subject with the verdict by it: that of an exemption where the general one is not met. false: the
  /// standard has none for it.
  bool take_limit(Judged& judged) const {
    judged.limit = kNoLimit;
    std::optional<std::uint8_t> exempt;
    bool open = false;
    for (std::size_t i = 0; i < way_.limits.size() && judged.limit == kNoLimit; ++i) {
      const LimitRow& row = way_.limits[i];
      if (!stage_fits(row, judged.subject) || !type_fits(p_, row, judged.subject)) continue;
      const Holding holds = all_hold(p_, row.when, judged.subject);
      const auto index = static_cast<std::uint8_t>(i);
      if (holds == Holding::open) {
        open = open || verdict_by(judged, index) != Verdict::fail;
      } else if (holds == Holding::yes && row.exemption.id.empty()) {
        judged.limit = index;
      } else if (holds == Holding::yes && !exempt) {
        exempt = index;
      }
    }
    if (judged.limit == kNoLimit && !exempt) return false;
    if (judged.limit == kNoLimit || (exempt && verdict_by(judged, judged.limit) != Verdict::pass)) {
      judged.limit = *exempt;
    }
    judged.verdict = verdict_by(judged, judged.limit);
    if (judged.verdict == Verdict::fail && open) judged.verdict = Verdict::unknown;
    return true;
  }

  Verdict verdict_by(const Judged& judged, std::uint8_t limit) const {
    const Measured& value = judged.value;
    if (value.none) return way_.pass_when_none ? Verdict::pass : Verdict::unknown;
    const Decimal bar = way_.limits[limit].limit.value;
    if (value.known) return holds(value, way_.compare, bar) ? Verdict::pass : Verdict::fail;
    // What is missing can only add to it.
    const bool upper = way_.compare == Compare::at_most || way_.compare == Compare::below;
    const bool met = value.partial && holds(value, way_.compare, bar);
    if (value.partial && upper && !met) return Verdict::fail;
    return met && !upper && judged.extras != 0 ? Verdict::pass : Verdict::unknown;
  }

  // ---- years ----------------------------------------------------------------------------------------------------

  std::vector<std::uint16_t> years_given() const {
    std::set<std::uint16_t> years;
    const CountyFacts* const facts = facts_for(p_, county_);
    if (facts == nullptr) return {};
    for (const Fact& fact : facts->facts) {
      if (fact.year != 0 && fact.key == p_.vocabulary->fields[way_.quantity.of.front().field].id)
        years.insert(fact.year);
    }
    return {years.begin(), years.end()};
  }

  /// The latest years of the window, each against the year before it; growth rates speak of their own year.
  void judge_series(Subject subject) {
    const std::vector<std::uint16_t> years = years_given();
    const auto window = static_cast<std::size_t>(way_.years);
    std::size_t judged = 0;
    for (std::size_t i = years.size() > window ? years.size() - window : 0; i < years.size(); ++i) {
      subject.year = years[i];
      Judged one = judge_year(subject);
      if (one.verdict == Verdict::none) continue;
      ++judged;
      count(one, true);
    }
    // Three years of values are two steps; fewer say nothing of a window of three. A stage of which nothing is said is
    // a gap beside the other.
    const std::size_t needed = way_.series == Series::above ? window : window - 1;
    if (judged < needed && (judged > 0 || subject.stage != kNoStage)) {
      Judged missing;
      missing.subject = subject;
      missing.subject.year = 0;
      missing.value.any = judged > 0;
      count(missing, true);
    }
  }

  Judged judge_year(const Subject& subject) const {
    Judged judged;
    judged.subject = subject;
    judged.value = measured(p_, way_.quantity, subject);
    if (way_.series == Series::above) {
      const Measured beside = measured(p_, {way_.beside, {}, {1, 0}}, subject);
      if (!judged.value.known || !beside.known) return judged;
      judged.verdict = signed_compare(judged.value, beside) > 0 ? Verdict::pass : Verdict::fail;
      return judged;
    }
    Subject before = subject;
    --before.year;
    const Measured earlier = measured(p_, way_.quantity, before);
    if (!earlier.any) {
      judged.verdict = Verdict::none;  // the first year of the window has nothing to be compared with
      return judged;
    }
    if (!judged.value.known || !earlier.known || earlier.ratio.numerator == 0) return judged;
    if (way_.series == Series::faster) return judge_growth(judged, earlier, before);
    const int order = signed_compare(judged.value, earlier);
    judged.verdict = order > 0 || (order == 0 && way_.series == Series::not_falls) ? Verdict::pass : Verdict::fail;
    return judged;
  }

  /// x1 / x0 against y1 / y0: the growth of one is above the growth of the other.
  Judged judge_growth(Judged judged, const Measured& earlier, const Subject& before) const {
    const Quantity beside{way_.beside, {}, {1, 0}};
    const Measured now = measured(p_, beside, judged.subject);
    const Measured then = measured(p_, beside, before);
    if (!now.known || !then.known || then.ratio.numerator == 0) return judged;
    // Sums of whole amounts: all four denominators are the same power of ten.
    const auto order = compare_products(judged.value.ratio.numerator, then.ratio.numerator, now.ratio.numerator,
                                        earlier.ratio.numerator);
    judged.verdict = order == std::strong_ordering::greater ? Verdict::pass : Verdict::fail;
    return judged;
  }

  static int signed_compare(const Measured& a, const Measured& b) {
    if (a.negative != b.negative) return a.negative ? -1 : 1;
    const auto order = compare_products(a.ratio.numerator, b.ratio.denominator, b.ratio.numerator, a.ratio.denominator);
    const int sign = order == std::strong_ordering::greater ? 1 : order == std::strong_ordering::less ? -1 : 0;
    return a.negative ? -sign : sign;
  }

  const Prepared& p_;
  std::uint32_t county_;
  const Way& way_;
  bool any_ = false;
  CheckResult result_;
};

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

/// Whether a result rests on columns of the schools' table that were added up.
bool sums_columns(const Prepared& p, const Way& way, const CheckResult& result) {
  return std::any_of(result.judged.begin(), result.judged.end(), [&](const Judged& judged) {
    const std::vector<Reading> readings = readings_of(p, way.quantity, judged.subject);
    return std::any_of(readings.begin(), readings.end(),
                       [](const Reading& reading) { return reading.from == ReadFrom::sum; });
  });
}

/// The first way whose numbers are complete; else the first for which there is anything. What is asked of every school
/// and not known of one is not answered by the sum of all.
CheckResult judge_computed(const Prepared& p, std::uint32_t county, const Check& check) {
  CheckResult best;
  for (std::size_t i = 0; i < check.ways.size(); ++i) {
    if (!counts(check.ways[i].only_when, *p.standard, p.choices)) continue;
    CheckResult result = judge_way(p, county, check.ways[i]);
    if (!result.way) continue;
    result.way = static_cast<std::uint8_t>(i);
    const bool by_school = best.way && check.ways[*best.way].scope >= Scope::school;
    if (by_school && result.verdict == Verdict::pass && check.ways[i].scope < Scope::school &&
        sums_columns(p, check.ways[i], result)) {
      continue;
    }
    if (result.verdict != Verdict::unknown) return result;
    if (!best.way) best = std::move(result);
  }
  return best;
}

}  // namespace

Quantity with_extras(const Way& way, std::uint32_t extras) {
  Quantity quantity = way.quantity;
  for (std::size_t i = 0; i < way.extras.size(); ++i) {
    if ((extras >> i & 1U) == 0) continue;
    append(quantity.of, way.extras[i].terms);
  }
  return quantity;
}

CheckResult judge_way(const Prepared& prepared, std::uint32_t county, const Way& way) {
  return WayJudge(prepared, county, way).run();
}

ItemResult judge_item(const Prepared& prepared, std::uint32_t county, const Item& item) {
  ItemResult result;
  result.verdict = Verdict::none;
  for (const Check& check : item.checks) {
    CheckResult one =
        check.attested ? judge_attested(prepared, county, item, check) : judge_computed(prepared, county, check);
    result.checks.push_back(std::move(one));
  }
  const auto given = [&](const std::string& id) {
    for (std::size_t i = 0; i < result.checks.size(); ++i) {
      if (item.checks[i].id == id) return result.checks[i].way || result.checks[i].fact != nullptr;
    }
    return false;
  };
  for (std::size_t i = 0; i < result.checks.size(); ++i) {
    const Check& check = item.checks[i];
    const bool skipped = check.optional && !given(check.id) && !given(check.with);
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
