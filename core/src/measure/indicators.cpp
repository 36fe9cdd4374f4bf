// SPDX-License-Identifier: MIT
#include "junheng/indicators.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "junheng/quantity.h"

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
  const auto number_of = [&](const Term& term) -> std::optional<Decimal> {
    const NumberColumn* const column = column_of(roster.fields[term.field], stage, own);
    if (term.only_in && *term.only_in != stage) return Decimal{};
    auto number = column == nullptr ? std::nullopt : column->number(row);
    return number || !term.optional ? number : Decimal{};
  };
  for (const Term& term : terms) {
    const auto number = number_of(term);
    if (!number) return {};
    scale = std::max(scale, static_cast<int>(number->scale));
  }
  U128 plus = 0;
  U128 minus = 0;
  for (const Term& term : terms) {
    const auto number = number_of(term);
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

/// A value per pupil as it stands in the table; that of a whole school says nothing of one of its stages.
UnitValue given_value(const Roster& roster, const Units& units, std::size_t unit, Stage stage,
                      const std::vector<Term>& terms) {
  Amount amount = sum_terms(roster, units.row[unit], stage, true, terms);
  if (amount.origin == Origin::missing && units.divided[unit] == 0) {
    amount = sum_terms(roster, units.row[unit], stage, false, terms);
  }
  if (amount.origin == Origin::missing) return {};
  return {{amount.mantissa, power_of_ten(amount.scale)}, Origin::given, false};
}

UnitValue value_of(const Roster& roster, const Units& units, std::size_t unit, Stage stage, const ValueRule& rule) {
  const std::size_t row = units.row[unit];
  const std::uint32_t pupils = units.pupils[unit];
  const Indicator& indicator = *rule.indicator;
  if (pupils == kUnknownPupils) return {};
  if (rule.resource->given) return given_value(roster, units, unit, stage, rule.resource->terms);
  std::vector<Term> more;
  if (rule.extras != 0) {
    more = rule.resource->terms;
    for (std::size_t i = 0; i < indicator.extras.size(); ++i) {
      const std::vector<Term>& terms = indicator.extras[i].terms;
      if ((rule.extras >> i & 1U) != 0) append(more, terms);
    }
  }
  const std::vector<Term>& terms = rule.extras != 0 ? more : rule.resource->terms;
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

/// A note where the last alternative stands in for a fuller one: the same field without the one that is subtracted.
bool leaves_out_subtraction(const Indicator& indicator, std::size_t alternative) {
  const std::vector<Term>& used = indicator.resource[alternative].terms;
  return std::any_of(indicator.resource.begin(), indicator.resource.begin() + static_cast<std::ptrdiff_t>(alternative),
                     [&](const Resource& other) {
                       const std::vector<Term>& fuller = other.terms;
                       return fuller.size() > used.size() && fuller.front().field == used.front().field &&
                              fuller.back().minus;
                     });
}

/// Which extras each unit may add; empty where the table has none of them.
std::vector<std::uint8_t> extras_of(const Prepared& p, const Indicator& indicator) {
  const Units& units = p.split.units;
  std::vector<std::uint8_t> result;
  for (std::size_t i = 0; i < indicator.extras.size(); ++i) {
    const Extra& extra = indicator.extras[i];
    const auto in_table = [&](const Term& term) { return p.roster.fields[term.field].any(); };
    if (!std::any_of(extra.terms.begin(), extra.terms.end(), in_table)) continue;
    result.resize(units.size(), 0);
    for (const StageUnits& stage : p.split.stages) {
      for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
        const Subject subject{stage.county, static_cast<std::uint8_t>(stage.stage), units.row[unit], unit, 0};
        if (all_hold(p, extra.when, subject)) result[unit] = static_cast<std::uint8_t>(result[unit] | 1U << i);
      }
    }
  }
  return result;
}

}  // namespace

std::optional<std::uint8_t> alternative_for(const Roster& roster, const Standard& standard, const Indicator& indicator,
                                            const Choices& choices) {
  for (std::size_t i = 0; i < indicator.resource.size(); ++i) {
    const Resource& resource = indicator.resource[i];
    const auto in_table = [&](const Term& term) { return roster.fields[term.field].any(); };
    if (counts(resource.only_when, standard, choices) &&
        std::all_of(resource.terms.begin(), resource.terms.end(), in_table)) {
      return static_cast<std::uint8_t>(i);
    }
  }
  return std::nullopt;
}

std::optional<Ratio> exact_value(const Roster& roster, const Units& units, std::size_t unit, Stage stage,
                                 const ValueRule& rule) {
  const UnitValue value = value_of(roster, units, unit, stage, rule);
  if (value.origin == Origin::missing) return std::nullopt;
  return value.ratio;
}

Indicators measure(const Prepared& p, Issues& issues) {
  const Roster& roster = p.roster;
  const Split& split = p.split;
  const Standard& standard = *p.standard;
  Indicators result(standard.indicators.size());
  const std::size_t size = split.units.size();
  for (std::size_t i = 0; i < result.size(); ++i) {
    const Indicator& indicator = standard.indicators[i];
    const auto subject = static_cast<std::uint16_t>(i);
    IndicatorColumn& column = result[i];
    column.value = std::vector<double>(size, kUnknown);
    column.verdict = std::vector<Verdict>(size, standard.unit_rule ? Verdict::unknown : Verdict::none);
    column.origin = std::vector<Origin>(size, Origin::missing);
    column.alternative = alternative_for(roster, standard, indicator, p.choices);
    if (!column.alternative) {
      if (roster.rows() > 0)
        issues.push_back({IssueCode::resource_not_given, kNoStage, kNoColumn, subject, kNoLine, 0, 0});
      continue;
    }
    if (leaves_out_subtraction(indicator, *column.alternative)) {
      issues.push_back({IssueCode::indoor_not_given, kNoStage, kNoColumn, subject, kNoLine, 0, 0});
    }
    ValueRule rule{&indicator, &indicator.resource[*column.alternative], 0};
    if (rule.resource->given) {
      issues.push_back({IssueCode::values_given, kNoStage, kNoColumn, subject, kNoLine, 0, 0});
    } else {
      column.extras = extras_of(p, indicator);
    }
    bool fallback_said = false;
    for (const StageUnits& stage : split.stages) {
      const auto& limit = indicator.threshold[static_cast<std::size_t>(stage.stage)];
      for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
        if (!column.extras.empty()) rule.extras = column.extras[unit];
        const UnitValue value = value_of(roster, split.units, unit, stage.stage, rule);
        const std::size_t row = split.units.row[unit];
        const auto complain = [&](IssueCode code) {
          issues.push_back({code, static_cast<std::uint8_t>(stage.stage), kNoColumn, subject, roster.line[row],
                            roster.school[row].begin, roster.school[row].length});
        };
        if (value.negative) complain(IssueCode::negative_result);
        if (rule.resource->given && value.origin == Origin::missing && split.units.divided[unit] != 0) {
          complain(IssueCode::given_not_split);
        }
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
