// SPDX-License-Identifier: MIT
#include "junheng/items.h"

#include <algorithm>
#include <set>

#include "base/decimal_ratio.h"
#include "judge/series.h"
#include "junheng/lookup.h"
#include "junheng/school_filter.h"

namespace junheng {
namespace {

/// A county or a stage is of no type.
bool type_fits(const Prepared& p, const LimitRow& row, const Subject& subject) {
  return subject.row == kNoRow ? row.types.empty() : of_types(p, row.types, subject.row);
}

bool stage_fits(const LimitRow& row, const Subject& subject) {
  return !row.stage || subject.stage == static_cast<std::uint8_t>(*row.stage);
}

/// Judges one way of a check over all its subjects and counts them in result_.
///
/// Steps, by run(): the scope says who the subjects are (the county, its stages, the rows or units of its schools); a
/// way that speaks of some schools alone needs the columns that tell which (Way::where).
/// Each is judged by judge(): the quantity against the first limit that fits, then, where that fails, with the extras
/// whose conditions hold. A series of years goes by judge_series() instead. The verdict of the way is the worst of its
/// subjects; without any number at all the result is empty.
class WayJudge {
 public:
  WayJudge(const Prepared& prepared, std::uint32_t county, const Way& way) : p_(prepared), county_(county), way_(way) {}

  CheckResult run() {
    if (!way_.where.empty() && (!can_tell(p_, way_.where) || !column_given())) return {};
    if (facts_for(p_, county_) == nullptr && nothing_in_table()) return {};
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
    // A table without a school that is meant may be one of some schools only: it says nothing (rules 4.4).
    if (!any_) return {};
    result_.verdict = result_.failing > 0    ? Verdict::fail
                      : result_.unknown > 0  ? Verdict::unknown
                      : result_.subjects > 0 ? Verdict::pass
                                             : Verdict::unknown;
    result_.way = 0;
    return std::move(result_);
  }

  /// Whether a county without facts has nothing to be judged by, as its table has none of the columns: nearly all items
  /// of a table of schools. What stands below the line only where it is given would be none at all, which is an answer.
  bool nothing_in_table() const {
    if (way_.scope >= Scope::school) return !column_given();
    const auto absent = [&](const Term& term) { return !p_.roster.fields[term.field].in_table; };
    const auto all_absent = [&](const std::vector<Term>& terms) {
      return std::all_of(terms.begin(), terms.end(), absent);
    };
    return all_absent(way_.quantity.of) && all_absent(way_.quantity.over) &&
           std::none_of(way_.quantity.over.begin(), way_.quantity.over.end(),
                        [](const Term& term) { return term.optional; }) &&
           std::all_of(way_.extras.begin(), way_.extras.end(),
                       [&](const Extra& extra) { return all_absent(extra.terms); });
  }

 private:
  static constexpr std::int64_t kNoMost = -1;
  static constexpr std::int64_t kNotAsked = -2;

  /// Without one of the columns above the line there is nothing to look at, row by row.
  bool column_given() const {
    return std::any_of(way_.quantity.of.begin(), way_.quantity.of.end(), [&](const Term& term) {
      return term.field < p_.roster.fields.size() && p_.roster.fields[term.field].any();
    });
  }

  void judge_county_or_stage(std::uint8_t stage) {
    const Subject subject{county_, stage, kNoRow, 0, way_.where.empty() ? nullptr : &way_.where};
    if (way_.series == Series::none) return count(judge(subject), true);
    for (const Judged& year : judge_series(p_, way_, subject))
      count(year, true);
  }

  void each_school() {
    if (way_.scope == Scope::school) {
      if (asks_enrolment()) most_.assign(p_.vocabulary->types.size() + 1, kNotAsked);
      for (const SchoolSubject& school : school_subjects(p_, county_, kNoStage)) {
        const Subject subject{county_, kNoStage, school.row, 0};
        if (most_.empty() || !is_small_enough(subject)) count_school(subject);
      }
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

  /// The size of schools, which is asked of every one of them.
  bool asks_enrolment() const {
    const Quantity& quantity = way_.quantity;
    if (!way_.where.empty() || !quantity.over.empty() || quantity.of.size() != 1 || quantity.per != Decimal{1, 0})
      return false;
    const Term& term = quantity.of.front();
    return !term.minus && !term.only_in && p_.vocabulary->field("pupils") == term.field;
  }

  /// Counts a school whose enrolment is known and within the general limit: what count_school() would come to. False,
  /// and nothing counted, where there is more to be said.
  bool is_small_enough(const Subject& subject) {
    const auto pupils = enrolment_of(p_, subject, kNoStage);
    const std::uint16_t type = type_of(p_, subject.row);
    std::int64_t& most = type == kNoType ? most_.back() : most_[type];
    if (most == kNotAsked) most = most_of(subject);
    if (!pupils || static_cast<std::int64_t>(*pupils) > most) return false;
    any_ = true;
    ++result_.subjects;
    return true;
  }

  /// The most pupils with which a school of the subject's type meets the general limit, whatever else holds; below zero
  /// where that takes more to say.
  std::int64_t most_of(const Subject& subject) const {
    const auto fits = [&](const LimitRow& row) {
      return row.exemption.id.empty() && stage_fits(row, subject) && type_fits(p_, row, subject);
    };
    const auto row = std::find_if(way_.limits.begin(), way_.limits.end(), fits);
    if (row == way_.limits.end() || !row->when.empty() || way_.compare != Compare::at_most) return kNoMost;
    return row->limit.value.scale == 0 ? row->limit.value.mantissa : kNoMost;
  }

  void count_school(const Subject& subject) {
    const Holding meant = way_.where.empty() ? Holding::yes : within(p_, way_.where, subject);
    if (meant == Holding::no) return;
    Judged judged = judge(subject);
    if (judged.verdict == Verdict::unknown && way_.scope == Scope::unit) judge_by_whole(judged);
    if (judged.verdict == Verdict::fail && meant == Holding::open) judged.verdict = Verdict::unknown;
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
      // What the stage itself has is not known; only what is said of it.
      judged.value.any = true;
      judged.value.partial = false;
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
    std::uint32_t open = 0;
    for (std::size_t i = 0; i < way_.extras.size(); ++i) {
      const Extra& extra = way_.extras[i];
      const Holding holds = all_hold(p_, extra.when, subject);
      if (holds == Holding::no || !in_table(extra.terms)) continue;
      const Measured more = measured(p_, {extra.terms, {}, {1, 0}}, subject);
      if (holds == Holding::open || !more.known) open |= 1U << i;
      // What adds nothing is not what helped.
      if (holds == Holding::yes && (!more.known || more.ratio.numerator != 0)) extras |= 1U << i;
    }
    if (extras != 0) judged = judge_with(subject, extras);
    if (judged.verdict == Verdict::fail && open != 0) judged.verdict = Verdict::unknown;
    if (judged.verdict == Verdict::unknown) judged.open_extras = open;
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
    judged.value =
        extras == 0 ? measured(p_, way_.quantity, subject) : measured(p_, with_extras(way_, extras), subject);
    if (take_limit(judged)) return judged;
    // The rule says nothing of this subject; or the way only informs.
    judged.verdict = way_.limits.empty() && judged.value.known ? Verdict::pass : Verdict::none;
    return judged;
  }

  /// The limit of a subject with the verdict by it: that of an exemption where the general one is not met. false: the
  /// standard has none for it.
  bool take_limit(Judged& judged) const {
    judged.limit = kNoLimit;
    if (take_general_limit(judged)) return true;
    std::optional<std::uint8_t> exempt;
    std::uint32_t open = 0;
    for (std::size_t i = 0; i < way_.limits.size() && judged.limit == kNoLimit; ++i) {
      const LimitRow& row = way_.limits[i];
      if (!stage_fits(row, judged.subject) || !type_fits(p_, row, judged.subject)) continue;
      const Holding holds = all_hold(p_, row.when, judged.subject);
      const auto index = static_cast<std::uint8_t>(i);
      if (holds == Holding::open) {
        if (verdict_by(judged, index) != Verdict::fail) open |= 1U << i;
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
    if (judged.verdict == Verdict::fail && open != 0) judged.verdict = Verdict::unknown;
    if (judged.verdict == Verdict::unknown) judged.open_limits = open;
    return true;
  }

  /// Where the general limit is met, no exemption makes a difference, and nobody has to look whether one holds: nearly
  /// always.
  bool take_general_limit(Judged& judged) const {
    for (std::size_t i = 0; i < way_.limits.size(); ++i) {
      const LimitRow& row = way_.limits[i];
      if (!row.exemption.id.empty() || !stage_fits(row, judged.subject) || !type_fits(p_, row, judged.subject))
        continue;
      const auto index = static_cast<std::uint8_t>(i);
      if (!row.when.empty() || verdict_by(judged, index) != Verdict::pass) return false;
      judged.limit = index;
      judged.verdict = Verdict::pass;
      return true;
    }
    return false;
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

  const Prepared& p_;
  std::uint32_t county_;
  const Way& way_;
  bool any_ = false;
  std::vector<std::int64_t> most_;  ///< by type, that of none last: most_of(); empty where no enrolment is asked for
  CheckResult result_;
};

}  // namespace

Quantity with_extras(const Way& way, std::uint32_t extras) {
  Quantity quantity = way.quantity;
  for (std::size_t i = 0; i < way.extras.size(); ++i) {
    if ((extras >> i & 1U) == 0) continue;
    append(quantity.of, way.extras[i].terms);
  }
  return quantity;
}

bool rests_on_facts(const Prepared& prepared, const Item& item) {
  return std::all_of(item.checks.begin(), item.checks.end(), [&](const Check& check) {
    return check.attested || std::all_of(check.ways.begin(), check.ways.end(),
                                         [&](const Way& way) { return WayJudge(prepared, 0, way).nothing_in_table(); });
  });
}

CheckResult judge_way(const Prepared& prepared, std::uint32_t county, const Way& way) {
  return WayJudge(prepared, county, way).run();
}

}  // namespace junheng
