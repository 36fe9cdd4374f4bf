// SPDX-License-Identifier: MIT
#include "junheng/quantity.h"

#include <algorithm>
#include <limits>

#include "base/decimal_ratio.h"
#include "junheng/lookup.h"
#include "junheng/school_filter.h"

namespace junheng {
namespace {

/// Finds the numbers of terms for one subject, in the county's facts or in the schools' table. Holds the subject and the
/// school whose row it names.
///
/// Steps, by each(): a term of one stage alone is narrowed to it, or does not concern the subject. Of a county it is a
/// fact, or what its schools add up to (in_county). Of a school the pupils come from its enrolment; a number of a stage
/// from the row and column that have it, or from what the school has as a whole (in_stage); and the school's own number
/// from its column, or from each of its rows (each_row).
class NumberFinder {
 public:
  NumberFinder(const Prepared& prepared, const Subject& subject)
      : p_(prepared), schools_(prepared.split.schools), subject_(subject) {
    if (subject.row != kNoRow) school_ = schools_.of_row[subject.row];
  }

  /// Calls `use` with each number of a term: none where the term does not concern the subject, several where its school
  /// stands in several rows.
  template <typename Use>
  void each(const Term& term, const Use& use) const {
    Reading reading{term, subject_.stage, ReadFrom::nowhere, 0, std::nullopt, kNoStage};
    if (term.only_in && !narrow(reading)) return;
    if (subject_.row == kNoRow || field(reading).level == Level::county) {
      in_county(reading);
      return use(reading);
    }
    if (field(reading).id == "pupils") {
      enrolment(reading);
    } else if (reading.stage != kNoStage) {
      in_stage(reading, static_cast<Stage>(reading.stage));
    } else {
      return each_row(reading, use);
    }
    use(reading);
  }

 private:
  const Field& field(const Reading& reading) const { return p_.vocabulary->fields[reading.term.field]; }
  const FieldColumns& columns(const Reading& reading) const { return p_.roster.fields[reading.term.field]; }

  /// A term of one stage alone: false where the subject has nothing to do with that stage.
  bool narrow(Reading& reading) const {
    const Stage stage = *reading.term.only_in;
    if (subject_.stage != kNoStage && subject_.stage != static_cast<std::uint8_t>(stage)) return false;
    // Pupils of no stage (特教) may be of this one.
    if (subject_.row != kNoRow && subject_.stage == kNoStage && !has(stage) && !unstaged()) return false;
    if (subject_.row == kNoRow || !unstaged()) reading.stage = static_cast<std::uint8_t>(stage);
    return true;
  }

  bool unstaged() const { return school_ != kNoRow && schools_.stages_of(school_).none(); }

  /// The row of the school that has a stage.
  std::uint32_t row_of(Stage stage) const {
    if (taught_in(p_, subject_.row, stage)) return subject_.row;
    for (const std::uint32_t row : schools_.rows_of(school_)) {
      if (taught_in(p_, row, stage)) return row;
    }
    return kNoRow;
  }

  bool has(Stage stage) const { return school_ != kNoRow && row_of(stage) != kNoRow; }

  /// The cell of a row, in the column of a stage or of the whole school.
  static void take(Reading& reading, const FieldColumns& columns, std::uint8_t stage, std::uint32_t row) {
    const std::optional<NumberColumn>& column = stage == kNoStage ? columns.whole : columns.staged[stage];
    // A column in which nothing stands at all was forgotten, but its cells are there to be filled in.
    if (!column && !columns.in_table) return;
    if (column) reading.value = column->number(row);
    reading.from = ReadFrom::cell;
    reading.place = row;
    reading.column_stage = stage;
  }

  void in_stage(Reading& reading, Stage stage) const {
    const FieldColumns& all = columns(reading);
    const auto own = static_cast<std::uint8_t>(stage);
    const std::uint32_t row = school_ == kNoRow ? subject_.row : row_of(stage);
    reading.place = row == kNoRow ? subject_.row : row;
    if (row == kNoRow) return;
    if (field(reading).staged) {
      take(reading, all, own, row);
      if (reading.value) return;
      if (!schools_.stages[row].several()) take(reading, all, kNoStage, row);
      if (!reading.value && whole_row() != kNoRow) take_first(reading, all, own, whole_row());
    } else {
      take(reading, all, kNoStage, row);
      // What is said of the school, in whichever of its rows: planned by 2016, in a dense city.
      if (!reading.value && field(reading).kind == FieldKind::flag) anywhere(reading);
    }
  }

  /// Replaces a blank only by a number.
  static void take_first(Reading& reading, const FieldColumns& columns, std::uint8_t stage, std::uint32_t row) {
    Reading other = reading;
    take(other, columns, stage, row);
    if (other.value) reading = other;
  }

  std::uint32_t whole_row() const { return school_ == kNoRow ? kNoRow : schools_.whole_row[school_]; }

  void anywhere(Reading& reading) const {
    if (school_ == kNoRow) return;
    if (whole_row() != kNoRow) take_first(reading, columns(reading), kNoStage, whole_row());
    for (const std::uint32_t row : schools_.rows_of(school_)) {
      if (!reading.value) take_first(reading, columns(reading), kNoStage, row);
    }
  }

  /// The school as a whole: its own number where a row has one, or what each of its rows has.
  template <typename Use>
  void each_row(const Reading& term, const Use& use) const {
    Reading reading = term;
    reading.place = subject_.row;
    if (school_ == kNoRow) {
      take(reading, columns(reading), kNoStage, subject_.row);
      return use(reading);
    }
    if (whole_row() != kNoRow) {
      in_one_row(reading, whole_row());
      if (reading.value) return use(reading);
    }
    if (!field(reading).adds_up || field(reading).kind == FieldKind::flag) {
      anywhere(reading);
      return use(reading);
    }
    bool used = false;
    for (const std::uint32_t row : schools_.rows_of(school_)) {
      const bool senior = !schools_.stages[row].none() && !taught(p_, row);
      if (senior) continue;
      reading = term;
      in_one_row(reading, row);
      // Only a number of 0 says that none of them are of this stage.
      if (unstaged() && term.term.only_in && reading.value && reading.value->mantissa != 0) reading.value.reset();
      use(reading);
      used = true;
    }
    if (!used) use(reading);
  }

  /// The whole school's column, or the sum of those of the row's stages.
  void in_one_row(Reading& reading, std::uint32_t row) const {
    const FieldColumns& all = columns(reading);
    reading.place = row;
    take(reading, all, kNoStage, row);
    if (reading.value || !field(reading).staged) return;
    std::optional<Decimal> sum = Decimal{};
    bool any = false;
    for (const Stage stage : kStages) {
      const bool counts = row == whole_row() ? has(stage) : taught_in(p_, row, stage);
      if (!counts) continue;
      const auto& column = all.staged[static_cast<std::size_t>(stage)];
      // Of several cells the first is the one to be looked at.
      if (column && !any) reading.column_stage = static_cast<std::uint8_t>(stage);
      any = any || column.has_value();
      sum = column ? sum_of(sum, column->number(row)) : std::nullopt;
    }
    if (!any) return;
    reading.from = ReadFrom::cell;
    reading.value = sum;
  }

  void enrolment(Reading& reading) const {
    reading.from = ReadFrom::enrolment;
    reading.place = subject_.row;
    if (const auto pupils = enrolment_of(p_, subject_, reading.stage))
      reading.value = Decimal{static_cast<std::int64_t>(*pupils), 0};
  }

  void in_county(Reading& reading) const {
    const CountyFacts* const facts = facts_for(p_, subject_.county);
    if (facts != nullptr && subject_.where == nullptr && take_fact(reading, *facts)) return;
    if (field(reading).level == Level::school && subject_.year == 0) sum_of_rows(reading);
  }

  /// The fact of the stage; one without a stage speaks for every stage, and those of all stages for the county.
  bool take_fact(Reading& reading, const CountyFacts& facts) const {
    const std::string& key = field(reading).id;
    const Fact* fact = facts.find(key, reading.stage, subject_.year);
    if (fact == nullptr && reading.stage != kNoStage && rate_or_level(reading)) {
      fact = facts.find(key, kNoStage, subject_.year);
    }
    if (fact == nullptr && subject_.year == 0 && field(reading).series) fact = latest(facts, reading);
    if (fact != nullptr) {
      reading.from = ReadFrom::fact;
      reading.place = static_cast<std::uint32_t>(fact - facts.facts.data());
      reading.value = fact->value;
      return true;
    }
    if (reading.stage != kNoStage || !field(reading).staged || field(reading).kind != FieldKind::count) return false;
    std::optional<Decimal> sum = Decimal{};
    bool any = false;
    for (const Stage stage : p_.standard->stages) {
      const Fact* const part = facts.find(key, static_cast<std::uint8_t>(stage), subject_.year);
      if (part == nullptr) {
        sum.reset();
        continue;
      }
      any = true;
      reading.from = ReadFrom::fact;
      reading.place = static_cast<std::uint32_t>(part - facts.facts.data());
      sum = sum_of(sum, part->value);
    }
    if (any) reading.value = sum;
    return any;
  }

  static const Fact* newer(const Fact* a, const Fact& b) { return a == nullptr || b.year > a->year ? &b : a; }

  const Fact* latest(const CountyFacts& facts, const Reading& reading) const {
    const Fact* found = nullptr;
    for (const Fact& fact : facts.facts) {
      if (fact.key == field(reading).id && fact.stage == reading.stage) found = newer(found, fact);
    }
    return found;
  }

  /// A rate or an amount per pupil that is given without a stage holds for each; a count does not.
  bool rate_or_level(const Reading& reading) const {
    return field(reading).kind != FieldKind::count || field(reading).unit.zh.empty();
  }

  /// All schools of the county, those too that the indicators leave out; or those of which the rule speaks. None of
  /// those is a sum of zero, and one of which nobody knows whether it is meant leaves no sum.
  void sum_of_rows(Reading& reading) const {
    if (!columns(reading).any()) return;
    reading.from = ReadFrom::sum;
    std::optional<Decimal> sum = Decimal{};
    bool any = false;
    const auto only_in = field(reading).only_in;
    for (const SchoolSubject& school : school_subjects(p_, subject_.county, reading.stage)) {
      const Subject one{subject_.county, reading.stage, school.row, 0};
      const NumberFinder finder(p_, one);
      if (only_in && !finder.has(*only_in)) continue;
      const Holding meant = subject_.where == nullptr ? Holding::yes : within(p_, *subject_.where, one);
      any = true;
      if (meant == Holding::no) continue;
      if (meant == Holding::open) sum.reset();
      Term term = reading.term;
      term.only_in.reset();
      finder.each(term, [&](const Reading& number) { sum = sum_of(sum, number.value); });
      if (!sum) break;
    }
    if (any) reading.value = sum;
  }

  const Prepared& p_;
  const Schools& schools_;
  const Subject& subject_;
  std::uint32_t school_ = kNoRow;
};

}  // namespace

double Measured::value() const {
  if (!known) return std::numeric_limits<double>::quiet_NaN();
  return negative ? -to_double(ratio) : to_double(ratio);
}

std::optional<std::uint64_t> enrolment_of(const Prepared& prepared, const Subject& subject, std::uint8_t only) {
  const Schools& schools = prepared.split.schools;
  const std::uint32_t school = schools.of_row[subject.row];
  if (school == kNoRow) return std::nullopt;
  if (schools.stages_of(school).none()) {
    const std::uint32_t pupils = schools.whole_pupils[subject.row];
    return pupils == kUnknownPupils ? std::nullopt : std::optional<std::uint64_t>(pupils);
  }
  std::uint64_t sum = 0;
  for (const std::uint32_t row : schools.rows_of(school)) {
    if (subject.stage != kNoStage && row != subject.row) continue;
    for (const Stage stage : kStages) {
      if (only != kNoStage && only != static_cast<std::uint8_t>(stage)) continue;
      if (!taught_in(prepared, row, stage)) continue;
      const std::uint32_t pupils = schools.pupils_of(row, stage);
      if (pupils == kUnknownPupils) return std::nullopt;
      sum += pupils;
    }
  }
  return sum;
}

std::vector<Reading> readings_of(const Prepared& prepared, const Quantity& quantity, const Subject& subject) {
  std::vector<Reading> readings;
  const NumberFinder finder(prepared, subject);
  for (const Term& term : quantity.of) {
    finder.each(term, [&](const Reading& reading) {
      readings.push_back(reading);
      // A blank in a column that is there is a number that is missing.
      if (prepared.roster.fields[term.field].in_table) readings.back().term.optional = false;
    });
  }
  for (const Term& term : quantity.over) {
    finder.each(term, [&](const Reading& reading) {
      readings.push_back(reading);
      readings.back().below = true;
    });
  }
  return readings;
}

Measured measured(const Prepared& prepared, const Quantity& quantity, const Subject& subject) {
  Measured result;
  const NumberFinder finder(prepared, subject);
  // One scale for both sums, so that their quotient keeps within 128 bits: 10^29 and a few terms more, times per.
  bool stated = false;
  // Of a county or a stage always the finest, so that the numbers of two years have one denominator (judge/series.cpp).
  const std::uint8_t least = subject.row == kNoRow ? std::uint8_t{kMaxScale} : std::uint8_t{0};
  const auto sum = [&](const std::vector<Term>& terms) {
    ScaledSum all;
    all.rescale(least);
    for (const Term& term : terms) {
      finder.each(term, [&](const Reading& reading) {
        // The pupils of a school are always known; they alone do not make a number of it given.
        if (reading.value && (reading.from != ReadFrom::enrolment || terms.size() == 1)) result.any = true;
        stated = stated || reading.from == ReadFrom::fact;
        const bool there = !term.optional || prepared.roster.fields[term.field].in_table;
        if (reading.value || there) all.add(reading.value, term.minus);
      });
    }
    return all;
  };
  ScaledSum of = sum(quantity.of);
  const bool any_of = result.any;
  ScaledSum over;
  if (quantity.over.empty()) {
    over.add(Decimal{1, 0});
  } else {
    over = sum(quantity.over);
    // Enrolment below the line is not what was asked for; a number that the county states is half of the answer.
    result.any = any_of || (stated && subject.year == 0) || (result.any && quantity.of.empty());
  }
  if (!over.complete) return result;
  over.rescale(least);
  of.rescale(over.scale);
  over.rescale(of.scale);
  if (over.plus <= over.minus) {
    result.none = over.plus == over.minus;
    return result;
  }
  result.known = of.complete;
  result.partial = !of.complete && of.minus == 0;
  result.negative = of.minus > of.plus;
  result.ratio = {
      (result.negative ? of.minus - of.plus : of.plus - of.minus) * static_cast<U128>(quantity.per.mantissa),
      (over.plus - over.minus) * power_of_ten(quantity.per.scale)};
  return result;
}

Holding all_hold(const Prepared& prepared, const std::vector<Condition>& conditions, const Subject& subject) {
  Holding all = Holding::yes;
  for (const Condition& condition : conditions) {
    Measured value = measured(prepared, condition.quantity, subject);
    const std::uint16_t field = condition.quantity.of.front().field;
    // A flag that nobody set is not set.
    if (!value.known && prepared.vocabulary->fields[field].kind == FieldKind::flag) value.known = true;
    const bool asked = subject.row != kNoRow && prepared.roster.fields[field].in_table;
    if (value.known ? !holds(value, condition.compare, condition.value) : !asked) return Holding::no;
    if (!value.known) all = Holding::open;
  }
  return all;
}

bool holds(const Measured& value, Compare how, Decimal limit) {
  // Limits are never negative.
  const std::strong_ordering order =
      value.negative && value.ratio.numerator != 0 ? std::strong_ordering::less : compare(value.ratio, limit);
  switch (how) {
    case Compare::at_least:
      return order != std::strong_ordering::less;
    case Compare::above:
      return order == std::strong_ordering::greater;
    case Compare::at_most:
      return order != std::strong_ordering::greater;
    case Compare::below:
      return order == std::strong_ordering::less;
  }
  return false;
}

}  // namespace junheng
