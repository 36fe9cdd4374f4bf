// SPDX-License-Identifier: MIT
#include "junheng/quantity.h"

#include <algorithm>
#include <limits>

#include "base/decimal_ratio.h"
#include "junheng/lookup.h"

namespace junheng {
namespace {

/// Finds the number of one term for one subject, in the county's facts or in the schools' table.
class NumberFinder {
 public:
  NumberFinder(const Prepared& prepared, const Subject& subject) : p_(prepared), subject_(subject) {}

  /// nullopt: the term does not concern this subject.
  std::optional<Reading> find(const Term& term) const {
    Reading reading{term, subject_.stage, ReadFrom::nowhere, 0, std::nullopt, kNoStage};
    if (term.only_in) {
      const auto stage = static_cast<std::uint8_t>(*term.only_in);
      if (subject_.stage != kNoStage && subject_.stage != stage) return std::nullopt;
      if (subject_.row != kNoRow && subject_.unit == kNoRow && !row_has(subject_.row, *term.only_in)) {
        return std::nullopt;
      }
      reading.stage = stage;
    }
    if (subject_.row != kNoRow) {
      in_row(reading);
    } else {
      in_county(reading);
    }
    return reading;
  }

 private:
  const Field& field(const Reading& reading) const { return p_.vocabulary->fields[reading.term.field]; }
  const FieldColumns& columns(const Reading& reading) const { return p_.roster.fields[reading.term.field]; }

  template <typename Use>
  void each_unit(std::uint32_t row, const Use& use) const {
    const UnitByStage units = units_of(p_, row);
    for (const Stage stage : kStages) {
      const std::uint32_t unit = units[static_cast<std::size_t>(stage)];
      if (unit != kNoUnit) use(stage, unit);
    }
  }

  bool row_has(std::uint32_t row, Stage stage) const {
    return units_of(p_, row)[static_cast<std::size_t>(stage)] != kNoUnit;
  }

  /// The cell of a row, in the column of a stage or of the whole school.
  static void take(Reading& reading, const FieldColumns& columns, std::uint8_t stage, std::uint32_t row) {
    const std::optional<NumberColumn>& column = stage == kNoStage ? columns.whole : columns.staged[stage];
    if (!column) return;
    reading.value = column->number(row);
    reading.from = ReadFrom::cell;
    reading.place = row;
    reading.column_stage = stage;
  }

  void in_row(Reading& reading) const {
    const std::uint32_t row = subject_.row;
    if (field(reading).id == "pupils") return enrolment(reading);
    const FieldColumns& all = columns(reading);
    reading.place = row;
    if (!field(reading).staged) return take(reading, all, kNoStage, row);
    if (reading.stage != kNoStage) {
      take(reading, all, reading.stage, row);
      int stages = 0;
      each_unit(row, [&](Stage, std::uint32_t unit) { stages += p_.split.units.divided[unit] != 0 ? 2 : 1; });
      if (!reading.value && stages == 1) take(reading, all, kNoStage, row);
      return;
    }
    take(reading, all, kNoStage, row);
    if (reading.value) return;
    std::optional<Decimal> sum = Decimal{};
    each_unit(row, [&](Stage stage, std::uint32_t) {
      const auto& column = all.staged[static_cast<std::size_t>(stage)];
      // Of several cells the first is the one to be looked at.
      if (column && reading.from != ReadFrom::cell) reading.column_stage = static_cast<std::uint8_t>(stage);
      if (column) reading.from = ReadFrom::cell;
      sum = column ? added(sum, column->number(row)) : std::nullopt;
    });
    if (reading.from == ReadFrom::cell) reading.value = sum;
  }

  void enrolment(Reading& reading) const {
    reading.from = ReadFrom::enrolment;
    std::optional<Decimal> sum = Decimal{};
    each_unit(subject_.row, [&](Stage stage, std::uint32_t unit) {
      if (subject_.unit != kNoRow && unit != subject_.unit) return;
      if (subject_.unit == kNoRow && reading.term.only_in && stage != *reading.term.only_in) return;
      const std::uint32_t pupils = p_.split.units.pupils[unit];
      sum = pupils == kUnknownPupils ? std::nullopt : added(sum, Decimal{pupils, 0});
    });
    reading.value = sum;
  }

  static std::optional<Decimal> added(std::optional<Decimal> a, std::optional<Decimal> b) {
    if (!a || !b) return std::nullopt;
    if (a->scale < b->scale) std::swap(a, b);
    std::int64_t scaled = b->mantissa;
    for (std::uint8_t scale = b->scale; scale < a->scale; ++scale)
      if (__builtin_mul_overflow(scaled, std::int64_t{10}, &scaled)) return std::nullopt;
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a->mantissa, scaled, &sum)) return std::nullopt;
    // Back within the bounds of Decimal, which the exact comparisons rely on.
    return shifted(Decimal{sum, a->scale}, 0);
  }

  void in_county(Reading& reading) const {
    const CountyFacts* const facts = facts_for(p_, subject_.county);
    if (facts != nullptr && take_fact(reading, *facts)) return;
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
      sum = added(sum, part->value);
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

  void sum_of_rows(Reading& reading) const {
    const FieldColumns& all = columns(reading);
    if (!all.any()) return;
    reading.from = ReadFrom::sum;
    std::optional<Decimal> sum = Decimal{};
    std::uint32_t counted = 0;
    const auto only_in = field(reading).only_in;
    for (const StageUnits& stage : stages_of(p_, subject_.county)) {
      if (reading.stage != kNoStage && stage.stage != kStages[reading.stage]) continue;
      for (std::uint32_t unit = stage.begin; unit < stage.end && sum; ++unit) {
        const std::uint32_t row = p_.split.units.row[unit];
        if (only_in && !row_has(row, *only_in)) continue;
        if (reading.stage == kNoStage && !first_unit_of(row, stage.stage)) continue;
        Subject subject{subject_.county, reading.stage, row, reading.stage == kNoStage ? kNoRow : unit, 0};
        Reading one{reading.term, reading.stage, ReadFrom::nowhere, 0, std::nullopt, kNoStage};
        NumberFinder(p_, subject).in_row(one);
        sum = added(sum, one.value);
        ++counted;
      }
    }
    if (counted > 0) reading.value = sum;
  }

  /// Whether a row, which stands once in each of its stages, stands in this one first.
  bool first_unit_of(std::uint32_t row, Stage stage) const {
    const UnitByStage units = units_of(p_, row);
    const auto first = std::find_if(units.begin(), units.end(), [](std::uint32_t unit) { return unit != kNoUnit; });
    return static_cast<Stage>(first - units.begin()) == stage;
  }

  const Prepared& p_;
  const Subject& subject_;
};

}  // namespace

double Measured::value() const {
  if (!known) return std::numeric_limits<double>::quiet_NaN();
  return negative ? -to_double(ratio) : to_double(ratio);
}

std::vector<Reading> readings_of(const Prepared& prepared, const Quantity& quantity, const Subject& subject) {
  std::vector<Reading> readings;
  const NumberFinder finder(prepared, subject);
  for (const auto* const terms : {&quantity.of, &quantity.over}) {
    for (const Term& term : *terms) {
      if (auto reading = finder.find(term)) readings.push_back(*reading);
    }
  }
  return readings;
}

Measured measured(const Prepared& prepared, const Quantity& quantity, const Subject& subject) {
  Measured result;
  const NumberFinder finder(prepared, subject);
  // One scale for both sums, so that their quotient keeps within 128 bits: 10^29 and a few terms more, times per.
  bool stated = false;
  const auto sum = [&](const std::vector<Term>& terms) {
    ExactSum all;
    for (const Term& term : terms) {
      const auto reading = finder.find(term);
      if (!reading) continue;
      // The pupils of a school are always known; they alone do not make a number of it given.
      if (reading->value && (reading->from != ReadFrom::enrolment || terms.size() == 1)) result.any = true;
      stated = stated || reading->from == ReadFrom::fact;
      if (reading->value || !term.optional) all.add(reading->value, term.minus);
    }
    return all;
  };
  const ExactSum of = sum(quantity.of);
  const bool any_of = result.any;
  ExactSum over;
  if (quantity.over.empty()) {
    over.add(Decimal{1, 0});
  } else {
    over = sum(quantity.over);
    // Enrolment below the line is not what was asked for; a number that the county states is half of the answer.
    result.any = any_of || (stated && subject.year == 0) || (result.any && quantity.of.empty());
  }
  if (!over.complete) return result;
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

bool all_hold(const Prepared& prepared, const std::vector<Condition>& conditions, const Subject& subject) {
  return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
    Measured value = measured(prepared, condition.quantity, subject);
    const FieldKind kind = prepared.vocabulary->fields[condition.quantity.of.front().field].kind;
    // A flag that nobody set is not set.
    if (!value.known && kind == FieldKind::flag) value.known = true;
    return value.known && holds(value, condition.compare, condition.value);
  });
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
