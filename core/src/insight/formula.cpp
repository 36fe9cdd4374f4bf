// SPDX-License-Identifier: MIT
#include "junheng/formula.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>

#include "base/decimal_ratio.h"

namespace junheng {
namespace {

/// A stage of more units than this would make a formula that nobody reads, and megabytes of it.
constexpr std::uint32_t kMostUnits = 1000;

std::string plain(const Decimal& value) {
  const std::string text = to_text(value);
  return value.mantissa < 0 ? "(" + text + ")" : text;
}

/// "a + b − c", in brackets where it has more than one term.
std::string sum_of(std::vector<Reading>::const_iterator at, std::vector<Reading>::const_iterator end) {
  std::string text;
  const bool in_brackets = end - at > 1 || (at != end && at->term.minus);
  for (; at != end; ++at) {
    const bool blank = at->term.optional && !at->value;
    if (!text.empty()) text += at->term.minus ? " − " : " + ";
    if (text.empty() && at->term.minus) text += "−";
    text += blank ? "0" : at->value ? plain(*at->value) : std::string(kNotKnown);
  }
  if (text.empty()) return "0";
  return in_brackets ? "(" + text + ")" : text;
}

std::string times_per(const Decimal& per, const std::string& sum) {
  return per == Decimal{1, 0} ? sum : to_text(per) + " × " + sum;
}

std::string whole(U128 value) {
  std::string text;
  do {
    text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
    value /= 10;
  } while (value != 0);
  return text;
}

U128 common_divisor(U128 a, U128 b) {
  while (b != 0) {
    const U128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

/// An exact fraction in its lowest terms: "279 ÷ 45".
std::string fraction(const Ratio& ratio) {
  const U128 divisor = std::max<U128>(common_divisor(ratio.numerator, ratio.denominator), 1);
  const std::string below = whole(ratio.denominator / divisor);
  const std::string above = whole(ratio.numerator / divisor);
  return below == "1" ? above : "(" + above + " ÷ " + below + ")";
}

ValueRule rule_of(const Evaluation& e, std::size_t indicator, std::uint32_t unit) {
  return rule_for(e.standard->indicators[indicator], e.indicators[indicator], unit);
}

/// Of a value that is not known: with at least one number that is asked for. Where all of them are there, the resource
/// is what is not known: it comes out below zero, or nobody can say which part of the school's it is.
std::string formula_of_missing(const ValueRule& rule, std::string sum, const std::string& pupils) {
  if (rule.resource->given) return sum.find(kNotKnown) == std::string::npos ? std::string(kNotKnown) : sum;
  if ((sum + pupils).find(kNotKnown) == std::string::npos) sum = kNotKnown;
  return times_per(rule.indicator->per, sum) + " ÷ " + pupils;
}

}  // namespace

std::string formula_of(const Quantity& quantity, const std::vector<Reading>& readings) {
  const auto split =
      std::find_if(readings.begin(), readings.end(), [](const Reading& reading) { return reading.below; });
  const std::string above = times_per(quantity.per, sum_of(readings.begin(), split));
  return quantity.over.empty() ? above : above + " ÷ " + sum_of(split, readings.end());
}

std::vector<Reading> readings_of_value(const Evaluation& e, const StageUnits& stage, std::size_t indicator,
                                       std::uint32_t unit) {
  if (!e.indicators[indicator].alternative) return {};
  std::vector<Reading> readings = readings_of_unit(e, unit, stage.stage, rule_of(e, indicator, unit));
  // What may be added and is blank is what is missing, where there is no value.
  for (Reading& reading : readings)
    reading.term.optional = reading.term.optional && e.indicators[indicator].origin[unit] != Origin::missing;
  return readings;
}

std::string formula_of_value(const Evaluation& e, std::size_t indicator, std::uint32_t unit,
                             const std::vector<Reading>& readings) {
  const Indicator& rule = e.standard->indicators[indicator];
  const Origin origin = e.indicators[indicator].origin[unit];
  std::vector<Reading> parts = readings;
  std::string sum = sum_of(parts.cbegin(), parts.cend());
  if (origin == Origin::given) return sum;
  const Units& units = e.split.units;
  const std::string pupils =
      units.pupils[unit] == kUnknownPupils ? std::string(kNotKnown) : std::to_string(units.pupils[unit]);
  if (origin == Origin::missing) return formula_of_missing(rule_of(e, indicator, unit), sum, pupils);
  // The stage's own numbers, and its share of what the school has as a whole.
  const auto shared = std::stable_partition(parts.begin(), parts.end(), [](const Reading& one) { return !one.shared; });
  std::string text;
  if (shared != parts.begin()) text = times_per(rule.per, sum_of(parts.cbegin(), shared)) + " ÷ " + pupils;
  if (shared == parts.end()) return text;
  const Share& share = units.share[unit];
  if (!text.empty()) text += " + ";
  return text + times_per(rule.per, sum_of(shared, parts.cend())) + " × " + std::to_string(share.weight) + " ÷ " +
         std::to_string(share.total);
}

std::vector<Step> steps_of_cv(const Evaluation& e, std::size_t s, std::size_t indicator) {
  const StageUnits& stage = e.split.stages[s];
  const Spread& spread = e.balance[s].indicators[indicator].spread;
  const std::uint32_t size = stage.end - stage.begin;
  if (size == 0 || size > kMostUnits || std::isnan(spread.cv)) return {};
  std::string resources;
  std::string pupils;
  std::string squares;
  for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
    const auto value = exact_value(e, unit, stage.stage, rule_of(e, indicator, unit));
    if (!value) return {};
    const std::string plus = unit == stage.begin ? "" : " + ";
    const std::string weight = std::to_string(e.split.units.pupils[unit]);
    const std::string x = fraction(*value);
    pupils.append(plus).append(weight);
    resources.append(plus).append(weight).append(" × ").append(x);
    squares.append(plus).append(weight).append(" × (").append(x).append(" − X̄)²");
  }
  return {{"P", pupils, static_cast<double>(e.balance[s].pupils)},
          {"X̄", "(" + resources + ") ÷ P", spread.mean},
          {"S", "√((" + squares + ") ÷ P)", spread.deviation},
          {"CV", "S ÷ X̄", spread.cv, true}};
}

}  // namespace junheng
