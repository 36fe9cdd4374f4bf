// SPDX-License-Identifier: MIT
#include "measure/unit_value.h"

#include <algorithm>
#include <cmath>

#include "junheng/lookup.h"

namespace junheng {
namespace {

/// A sum of decimals at one scale, what is added and what is taken away apart.
struct Side {
  U128 plus = 0;
  U128 minus = 0;

  [[nodiscard]] bool none() const { return plus == 0 && minus == 0; }
  void multiply(U128 factor) {
    plus *= factor;
    minus *= factor;
  }
};

/// The terms of one unit: its own numbers, and those of its whole school of which it has a share.
struct Amount {
  Side own;
  Side whole;
  int scale = 0;
  bool any_whole = false;
  bool missing = false;
  bool doubtful = false;  ///< given in one of the school's rows only
  bool open = false;      ///< what may be added is blank
  bool unit_named = false;

  void rescale(int least) {
    if (least <= scale) return;
    own.multiply(power_of_ten(least - scale));
    whole.multiply(power_of_ten(least - scale));
    scale = least;
  }
};

struct Found {
  std::optional<Decimal> number;
  std::uint32_t row = kNoRow;
  std::uint8_t column_stage = kNoStage;
  bool whole = false;
  bool doubtful = false;
  bool unit_named = false;
};

/// Looks the terms of one unit up.
class Terms {
 public:
  Terms(const Prepared& prepared, std::size_t unit, Stage stage)
      : p_(prepared), units_(prepared.split.units), unit_(unit), stage_(stage) {}

  [[nodiscard]] Amount sum(const std::vector<Term>& terms, bool given) const {
    Amount amount;
    for (const Term& term : terms) {
      if (!concerns(term)) continue;
      const Found found = find(term, given);
      if (found.number) amount.rescale(found.number->scale);
      amount.doubtful = amount.doubtful || found.doubtful;
      if (!found.number || found.doubtful) {
        (term.optional ? amount.open : amount.missing) = true;
        continue;
      }
      amount.unit_named = amount.unit_named || found.unit_named;
      amount.any_whole = amount.any_whole || found.whole;
      Side& side = found.whole ? amount.whole : amount.own;
      (term.minus ? side.minus : side.plus) +=
          static_cast<U128>(found.number->mantissa) * power_of_ten(amount.scale - found.number->scale);
    }
    return amount;
  }

  /// Whether a term has anything to do with this unit: teachers with 专科 count in 小学 alone, and what some schools may
  /// add counts where the table has a column for it.
  [[nodiscard]] bool concerns(const Term& term) const {
    if (term.only_in && *term.only_in != stage_) return false;
    return !term.optional || p_.roster.fields[term.field].in_table;
  }

  /// The number of a term that concerns the unit. Where nothing stands, the place to be looked at is the last that could
  /// have had it.
  [[nodiscard]] Found find(const Term& term, bool given) const {
    const FieldColumns& columns = p_.roster.fields[term.field];
    const auto own = static_cast<std::uint8_t>(stage_);
    const auto& staged = columns.staged[own];
    const std::uint32_t row = units_.row[unit_];
    const bool divided = units_.divided[unit_] != 0;
    Found found = cell(staged, own, row, false);
    if (!found.number && !divided) {
      found = cell(columns.whole, kNoStage, row, false);
      found.doubtful = found.number && !given && blank_beside(columns, row);
    }
    if (found.number) return found;
    const std::uint32_t whole = units_.whole[unit_];
    found = cell(staged, own, whole, false);
    // A value per pupil of a whole school says nothing of one of its stages.
    if (!found.number && !given) found = cell(columns.whole, kNoStage, whole, true);
    if (!found.number && (staged || columns.whole)) found = {std::nullopt, row, staged ? own : kNoStage};
    return found;
  }

 private:
  static Found cell(const std::optional<NumberColumn>& column, std::uint8_t stage, std::uint32_t row, bool whole) {
    if (!column || row == kNoRow) return {};
    return {column->number(row), row, stage, whole, false, column->unit_named(row)};
  }

  /// Whether another row of the school, of another stage, has nothing in this column: the number of this row may then
  /// be that of both, written once.
  [[nodiscard]] bool blank_beside(const FieldColumns& columns, std::uint32_t row) const {
    const Schools& schools = p_.split.schools;
    const std::uint32_t school = schools.of_row[row];
    if (schools.whole_row[school] != kNoRow) return false;
    const auto rows = schools.rows_of(school);
    return std::any_of(rows.begin(), rows.end(), [&](std::uint32_t other) {
      return other != row && taught(p_, other) && columns.whole->state(other) == CellState::blank;
    });
  }

  const Prepared& p_;
  const Units& units_;
  std::size_t unit_;
  Stage stage_;
};

/// a · b, or nothing beyond 128 bits.
std::optional<U128> product(U128 a, U128 b) {
  constexpr U128 kMost = ~static_cast<U128>(0);
  if ((a | b) >> 64 == 0) return a * b;  // nearly always, and the division below is slow
  if (b != 0 && a > kMost / b) return std::nullopt;
  return a * b;
}

/// a · b + c · d, or nothing beyond 128 bits.
std::optional<U128> two_products(U128 a, U128 b, U128 c, U128 d) {
  const auto left = product(a, b);
  const auto right = product(c, d);
  if (!left || !right || *left + *right < *left) return std::nullopt;
  return *left + *right;
}

/// own / pupils + whole · weight / total, where only one of the two is there mostly.
UnitValue value_from(const Amount& amount, std::uint32_t pupils, const Share& share, const Indicator& indicator) {
  UnitValue value;
  value.unit_named = amount.unit_named;
  const bool both = !amount.own.none() && amount.any_whole;
  if (amount.any_whole && share.total == 0) return value;
  // Bounds: 10^29 · 10^3 in the numerator, 3·10^12 · 10^17 in the denominator, both below 2^128; what `per` would put
  // beyond it is noticed.
  std::optional<U128> plus = amount.any_whole ? amount.whole.plus * share.weight : amount.own.plus;
  std::optional<U128> minus = amount.any_whole ? amount.whole.minus * share.weight : amount.own.minus;
  std::optional<U128> under = amount.any_whole ? share.total : pupils;
  if (both) {
    const U128 weight = static_cast<U128>(share.weight) * pupils;
    plus = two_products(amount.own.plus, share.total, amount.whole.plus, weight);
    minus = two_products(amount.own.minus, share.total, amount.whole.minus, weight);
    under = product(share.total, pupils);
  }
  if (!plus || !minus || !under) return value;
  if (*minus > *plus) {
    value.problem = IssueCode::negative_result;
    return value;
  }
  const auto above = product(*plus - *minus, static_cast<U128>(indicator.per.mantissa));
  const auto below = product(*under, power_of_ten(amount.scale + indicator.per.scale));
  if (!above || !below) return value;
  value.ratio = {*above, *below};
  value.origin = Origin::reported;
  return value;
}

/// Whether a stated value per pupil says the same as what was computed: it is rounded to the digits it has.
bool agree(const UnitValue& a, const UnitValue& b) {
  if (a.origin != Origin::given && b.origin != Origin::given) {
    return compare_products(a.ratio.numerator, b.ratio.denominator, b.ratio.numerator, a.ratio.denominator) ==
           std::strong_ordering::equal;
  }
  const UnitValue& given = a.origin == Origin::given ? a : b;
  // A little more than half a unit of its last digit.
  constexpr double kRounding = 0.500001;
  return std::abs(to_double(a.ratio) - to_double(b.ratio)) <= kRounding / static_cast<double>(given.ratio.denominator);
}

/// The terms of the resource, and of the extras that are added.
std::vector<Term> terms_of(const ValueRule& rule) {
  std::vector<Term> terms = rule.resource->terms;
  for (std::size_t i = 0; i < rule.indicator->extras.size() && !rule.resource->given; ++i) {
    if ((rule.extras >> i & 1U) != 0) append(terms, rule.indicator->extras[i].terms);
  }
  return terms;
}

}  // namespace

UnitValue value_of(const Prepared& prepared, std::size_t unit, Stage stage, const ValueRule& rule) {
  const Units& units = prepared.split.units;
  const Indicator& indicator = *rule.indicator;
  const Resource& resource = *rule.resource;
  const std::uint32_t pupils = units.pupils[unit];
  UnitValue value;
  if (pupils == kUnknownPupils) return value;
  const Terms terms(prepared, unit, stage);
  const std::vector<Term> more = rule.extras != 0 ? terms_of(rule) : std::vector<Term>();
  const Amount amount = terms.sum(more.empty() ? resource.terms : more, resource.given);
  if (amount.missing) {
    if (amount.doubtful) value.problem = IssueCode::row_of_school_blank;
    return value;
  }
  if (resource.given) {
    value.ratio = {amount.own.plus, power_of_ten(amount.scale)};
    value.origin = Origin::given;
    value.unit_named = amount.unit_named;
    return value;
  }
  value = value_from(amount, pupils, units.share[unit], indicator);
  value.open = amount.open;
  if (value.origin == Origin::missing) return value;
  if (amount.any_whole && units.share[unit].total != pupils) {
    value.origin = indicator.whole == WholeSchool::split ? Origin::split : Origin::split_fallback;
  }
  if (resource.not_below.empty() || prepared.decided[*resource.only_when.option] != 0) return value;
  const Amount least = terms.sum(resource.not_below, false);
  if (least.missing) return value;
  const UnitValue bound = value_from(least, pupils, units.share[unit], indicator);
  if (bound.origin == Origin::missing) return value;
  const auto order =
      compare_products(value.ratio.numerator, bound.ratio.denominator, bound.ratio.numerator, value.ratio.denominator);
  if (order == std::strong_ordering::less) {
    value = {};
    value.problem = IssueCode::option_asked;
  }
  return value;
}

std::vector<Reading> readings_of_unit(const Prepared& prepared, std::size_t unit, Stage stage, const ValueRule& rule) {
  const Terms terms(prepared, unit, stage);
  std::vector<Reading> readings;
  for (const Term& term : terms_of(rule)) {
    if (!terms.concerns(term)) continue;
    const Found found = terms.find(term, rule.resource->given);
    Reading reading{term,
                    static_cast<std::uint8_t>(stage),
                    ReadFrom::nowhere,
                    prepared.split.units.row[unit],
                    found.number,
                    found.column_stage};
    reading.shared = found.whole && found.number.has_value();
    if (reading.shared) reading.stage = kNoStage;
    if (found.row != kNoRow) {
      reading.from = ReadFrom::cell;
      reading.place = found.row;
    }
    readings.push_back(reading);
  }
  return readings;
}

ChosenValue first_complete(const Prepared& prepared, std::size_t unit, Stage stage, ValueRule rule,
                           const std::vector<std::uint8_t>& alternatives) {
  ChosenValue chosen;
  bool found = false;
  for (const std::uint8_t alternative : alternatives) {
    rule.resource = &rule.indicator->resource[alternative];
    const UnitValue value = value_of(prepared, unit, stage, rule);
    const bool decides = value.origin != Origin::missing || value.problem.has_value();
    if (!found && (decides || alternative == alternatives.front())) {
      chosen.value = value;
      chosen.alternative = alternative;
      found = decides;
    } else if (found && chosen.value.origin != Origin::missing && value.origin != Origin::missing) {
      chosen.differs = chosen.differs || !agree(chosen.value, value);
    }
  }
  return chosen;
}

}  // namespace junheng
