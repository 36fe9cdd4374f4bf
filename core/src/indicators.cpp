// SPDX-License-Identifier: MIT
#include "junheng/indicators.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace junheng {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// Further from the bar than this, relative to it, the double comparison cannot be wrong: value and bar carry at most
/// a few roundings of 2^-53 each.
constexpr double kSafeDistance = 1e-12;

/// A resource of one unit: the stage's own number, or the whole school's with the stage's share of it.
struct Amount {
  bool negative = false;
  U128 mantissa = 0;
  int scale = 0;
  Origin origin = Origin::missing;
};

/// The cell a term is read from. Terms of one resource must come from the same side of the split: adding the stage's
/// own number to a part of the whole school's would count twice.
const NumberColumn* column_of(const FieldColumns& columns, Stage stage, bool own) {
  const auto& staged = columns.staged[static_cast<std::size_t>(stage)];
  if (own) return staged ? &*staged : nullptr;
  return columns.whole ? &*columns.whole : nullptr;
}

/// Sum of the terms, exact; origin `missing` where a cell is.
Amount sum_terms(const Roster& roster, std::size_t row, Stage stage, bool own, const std::vector<Term>& terms) {
  Amount amount;
  int scale = 0;
  for (const Term& term : terms) {
    const NumberColumn* const column = column_of(roster.fields[term.field], stage, own);
    if (column == nullptr) return {};
    const auto number = column->number(row);
    if (!number) return {};
    scale = std::max(scale, static_cast<int>(number->scale));
  }
  U128 plus = 0;
  U128 minus = 0;
  for (const Term& term : terms) {
    const auto number = column_of(roster.fields[term.field], stage, own)->number(row);
    const U128 scaled = static_cast<U128>(number->mantissa) * power_of_ten(scale - number->scale);
    (term.minus ? minus : plus) += scaled;
  }
  amount.negative = minus > plus;
  amount.mantissa = amount.negative ? minus - plus : plus - minus;
  amount.scale = scale;
  amount.origin = Origin::reported;
  return amount;
}

struct UnitValue {
  Ratio ratio;
  Origin origin = Origin::missing;
  bool negative = false;
};

UnitValue value_of(const Roster& roster, const Units& units, std::size_t unit, Stage stage, const Indicator& indicator,
                   const std::vector<Term>& terms) {
  const std::size_t row = units.row[unit];
  const std::uint32_t pupils = units.pupils[unit];
  if (pupils == kUnknownPupils) return {};
  Share share{1, pupils};
  Amount amount = sum_terms(roster, row, stage, true, terms);
  if (amount.origin == Origin::missing) {
    amount = sum_terms(roster, row, stage, false, terms);
    if (amount.origin == Origin::missing) return {};
    share = units.share[unit];
    if (share.total == 0) return {};
    if (units.divided[unit] != 0) {
      amount.origin = indicator.whole == WholeSchool::split ? Origin::split : Origin::split_fallback;
    }
  }
  if (amount.negative) return {{}, Origin::missing, true};
  // Bounds: 10^29 · 10^4 · 10^3 in the numerator, 3·10^12 · 10^17 · 10^4 in the denominator, both below 2^128.
  return {{amount.mantissa * static_cast<U128>(indicator.per.mantissa) * share.weight,
           static_cast<U128>(share.total) * power_of_ten(amount.scale + indicator.per.scale)},
          amount.origin,
          false};
}

/// The verdict against threshold and tolerance: by doubles where they are far apart, exactly where they are not.
Verdict verdict_of(const Ratio& ratio, double value, const Limit& limit, const UnitRule& rule) {
  const auto reaches = [&](Decimal factor) {
    const double bar = to_double(limit.value) * to_double(factor);
    if (std::abs(value - bar) > kSafeDistance * bar) return value > bar;
    return compare(ratio, limit.value, factor) != std::strong_ordering::less;
  };
  if (reaches({1, 0})) return Verdict::pass;
  return reaches(rule.floor) ? Verdict::near : Verdict::fail;
}

std::optional<std::uint8_t> alternative_for(const Roster& roster, const Indicator& indicator) {
  for (std::size_t i = 0; i < indicator.resource.size(); ++i) {
    const std::vector<Term>& terms = indicator.resource[i];
    const bool all =
        std::all_of(terms.begin(), terms.end(), [&](const Term& term) { return roster.fields[term.field].any(); });
    if (all) return static_cast<std::uint8_t>(i);
  }
  return std::nullopt;
}

/// A note where the last alternative stands in for a fuller one: the same field without the one that is subtracted.
bool leaves_out_subtraction(const Indicator& indicator, std::size_t alternative) {
  const std::vector<Term>& used = indicator.resource[alternative];
  return std::any_of(indicator.resource.begin(), indicator.resource.begin() + static_cast<std::ptrdiff_t>(alternative),
                     [&](const std::vector<Term>& fuller) {
                       return fuller.size() > used.size() && fuller.front().field == used.front().field &&
                              fuller.back().minus;
                     });
}

}  // namespace

std::optional<Ratio> exact_value(const Roster& roster, const Units& units, std::size_t unit, Stage stage,
                                 const Indicator& indicator, const std::vector<Term>& terms) {
  const UnitValue value = value_of(roster, units, unit, stage, indicator, terms);
  if (value.origin == Origin::missing) return std::nullopt;
  return value.ratio;
}

Indicators measure(const Roster& roster, const Split& split, const Standard& standard, Issues& issues) {
  Indicators result(standard.indicators.size());
  const std::size_t size = split.units.size();
  for (std::size_t i = 0; i < result.size(); ++i) {
    const Indicator& indicator = standard.indicators[i];
    const auto subject = static_cast<std::uint16_t>(i);
    IndicatorColumn& column = result[i];
    column.value.assign(size, kUnknown);
    column.verdict.assign(size, standard.unit_rule ? Verdict::unknown : Verdict::none);
    column.origin.assign(size, Origin::missing);
    column.alternative = alternative_for(roster, indicator);
    if (!column.alternative) {
      if (roster.rows() > 0) issues.push_back({IssueCode::resource_not_given, kNoColumn, subject, kNoLine, 0, 0});
      continue;
    }
    if (leaves_out_subtraction(indicator, *column.alternative)) {
      issues.push_back({IssueCode::indoor_not_given, kNoColumn, subject, kNoLine, 0, 0});
    }
    const std::vector<Term>& terms = indicator.resource[*column.alternative];
    bool fallback_said = false;
    for (const StageUnits& stage : split.stages) {
      const auto& limit = indicator.threshold[static_cast<std::size_t>(stage.stage)];
      for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
        const UnitValue value = value_of(roster, split.units, unit, stage.stage, indicator, terms);
        const std::size_t row = split.units.row[unit];
        const auto complain = [&](IssueCode code) {
          issues.push_back(
              {code, kNoColumn, subject, roster.line[row], roster.school[row].begin, roster.school[row].length});
        };
        if (value.negative) complain(IssueCode::negative_result);
        if (value.origin == Origin::missing) continue;
        // Said once, at the first school; every such value is marked by its origin.
        if (value.origin == Origin::split_fallback && !std::exchange(fallback_said, true)) {
          complain(IssueCode::teachers_split);
        }
        column.origin[unit] = value.origin;
        column.value[unit] = to_double(value.ratio);
        if (limit && standard.unit_rule) {
          column.verdict[unit] = verdict_of(value.ratio, column.value[unit], *limit, *standard.unit_rule);
        }
      }
    }
  }
  return result;
}

}  // namespace junheng
