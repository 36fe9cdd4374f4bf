// SPDX-License-Identifier: MIT
#include "junheng/formula.h"

#include <algorithm>
#include <cmath>

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
  const bool several = end - at > 1;
  for (; at != end; ++at) {
    const bool blank = at->term.optional && !at->value;
    if (!text.empty()) text += at->term.minus ? " − " : " + ";
    if (text.empty() && at->term.minus) text += "−";
    text += blank ? "0" : at->value ? plain(*at->value) : "?";
  }
  if (text.empty()) return "0";
  return several || text.front() == '-' ? "(" + text + ")" : text;
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

}  // namespace

std::string formula_of(const Quantity& quantity, const std::vector<Reading>& readings) {
  const auto split =
      std::find_if(readings.begin(), readings.end(), [](const Reading& reading) { return reading.below; });
  const std::string above = times_per(quantity.per, sum_of(readings.begin(), split));
  return quantity.over.empty() ? above : above + " ÷ " + sum_of(split, readings.end());
}

std::vector<Reading> readings_of_value(const Evaluation& e, const StageUnits& stage, std::size_t indicator,
                                       std::uint32_t unit) {
  const IndicatorColumn& column = e.indicators[indicator];
  if (!column.alternative) return {};
  const ValueRule rule = rule_of(e, indicator, unit);
  Quantity quantity;
  quantity.of = rule.resource->terms;
  for (std::size_t i = 0; i < rule.indicator->extras.size(); ++i) {
    const std::vector<Term>& terms = rule.indicator->extras[i].terms;
    if ((rule.extras >> i & 1U) != 0) append(quantity.of, terms);
  }
  const std::uint32_t row = e.split.units.row[unit];
  const bool own = column.origin[unit] == Origin::reported || column.origin[unit] == Origin::given;
  Subject subject{stage.county, static_cast<std::uint8_t>(stage.stage), row, 0};
  std::vector<Reading> readings = readings_of(e, quantity, subject);
  if (own) return readings;
  // A part of the whole school's number: what the cell holds is the whole.
  for (Reading& reading : readings) {
    const auto& all = e.roster.fields[reading.term.field].whole;
    if (!all) continue;
    reading.value = all->number(row);
    reading.from = ReadFrom::cell;
    reading.stage = kNoStage;
    reading.place = row;
  }
  return readings;
}

std::string formula_of_value(const Evaluation& e, std::size_t indicator, std::uint32_t unit,
                             const std::vector<Reading>& readings) {
  const Indicator& rule = e.standard->indicators[indicator];
  const Origin origin = e.indicators[indicator].origin[unit];
  std::string sum = sum_of(readings.begin(), readings.end());
  if (origin == Origin::given) return sum;
  const std::string above = times_per(rule.per, sum);
  const bool divided = origin == Origin::split || origin == Origin::split_fallback;
  if (!divided) return above + " ÷ " + std::to_string(e.split.units.pupils[unit]);
  const Share& share = e.split.units.share[unit];
  return above + " × " + std::to_string(share.weight) + " ÷ " + std::to_string(share.total);
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
          {"CV", "S ÷ X̄", spread.cv}};
}

}  // namespace junheng
