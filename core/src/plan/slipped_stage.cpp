// SPDX-License-Identifier: MIT
#include "plan/slipped_stage.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "junheng/lookup.h"
#include "measure/plain_value.h"
#include "plan/steps.h"
#include "plan/unit_cells.h"

namespace junheng {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
/// Sums that were changed once are further from the true ones than those of the engine: nearer than this it is asked.
constexpr double kNear = 1e-9;

U128 in_units(Decimal value, std::uint8_t scale) {
  return static_cast<U128>(value.mantissa) * power_of_ten(scale - value.scale);
}

}  // namespace

const NumberColumn* numbers_of(const Evaluation& e, std::uint16_t field, std::uint8_t stage) {
  const FieldColumns& columns = e.roster.fields[field];
  const auto& column = stage == kNoStage ? columns.whole : columns.staged[stage];
  return column ? &*column : nullptr;
}

std::optional<Decimal> written_number(const Evaluation& e, std::uint16_t field, std::uint8_t stage, std::size_t row) {
  const NumberColumn* const numbers = numbers_of(e, field, stage);
  const auto column = column_of(e, field, stage);
  if (numbers == nullptr || !column || !e.columns[*column].match) return std::nullopt;
  const Conversion& conversion = e.columns[*column].match->conversion;
  const auto number = numbers->number(row);
  if (!number || conversion.times != conversion.over) return std::nullopt;
  return shifted(*number, -conversion.shift);
}

bool SlippedStage::followed() const {
  return standard_.balance.kind != BalanceKind::composite && range_.begin != range_.end &&
         e_.split.unplaced[range_.county] == 0;
}

std::vector<SlippedCell> SlippedStage::cells_of(std::uint32_t unit) const {
  std::vector<SlippedCell> cells;
  for (std::size_t i = 0; i < standard_.indicators.size(); ++i) {
    const IndicatorColumn& column = e_.indicators[i];
    if (!column.alternative || std::isnan(column.value[unit]) || column.origin[unit] == Origin::given) continue;
    const ValueRule rule = rule_for(standard_.indicators[i], column, unit);
    for (const Reading& reading : readings_of_unit(e_, unit, range_.stage, rule)) {
      if (reading.from != ReadFrom::cell || !reading.value) continue;
      const auto same = std::find_if(cells.begin(), cells.end(), [&](const SlippedCell& known) {
        return std::tie(known.reading.place, known.reading.term.field, known.reading.column_stage) ==
               std::tie(reading.place, reading.term.field, reading.column_stage);
      });
      SlippedCell& cell = same != cells.end() ? *same : cells.emplace_back(SlippedCell{reading, {}});
      cell.uses.emplace_back(i, reading.term.minus);
    }
  }
  return cells;
}

std::optional<SlipEffect> SlippedStage::effect(std::uint32_t unit, const SlippedCell& cell,
                                               std::optional<Decimal> to) const {
  SlipEffect effect;
  effect.unit = unit;
  effect.row = cell.reading.place;
  effect.field = cell.reading.term.field;
  effect.column_stage = cell.reading.column_stage;
  const auto from = written_number(e_, effect.field, effect.column_stage, effect.row);
  const auto column = column_of(e_, effect.field, effect.column_stage);
  if (!from || !column) return std::nullopt;
  effect.from = *from;
  effect.to = to;
  const auto counted = to ? shifted(*to, e_.columns[*column].match->conversion.shift) : std::nullopt;
  if (to && !counted) return std::nullopt;
  for (const auto& [i, minus] : cell.uses)
    effect.indicators.push_back(slipped(unit, i, value_with(unit, i, cell.reading, minus, counted), cell.reading));
  effect.unit_verdict = unit_verdict(unit, effect.indicators);
  effect.stage_verdict = stage_verdict(unit, effect);
  effect.tips_stage = effect.stage_verdict != e_.stages[stage_].verdict;
  effect.tips = effect.tips_stage || effect.unit_verdict != e_.unit_verdict[unit];
  for (const SlippedIndicator& one : effect.indicators)
    effect.tips = effect.tips || one.cv_verdict != e_.balance[stage_].indicators[one.indicator].verdict;
  return effect;
}

/// The unit's exact value of an indicator with another number in a cell; nullopt: not known any more.
std::optional<Ratio> SlippedStage::value_with(std::uint32_t unit, std::size_t i, const Reading& reading, bool minus,
                                              std::optional<Decimal> to) const {
  if (!to) return std::nullopt;
  const Indicator& indicator = standard_.indicators[i];
  const auto value = exact_value(e_, unit, range_.stage, rule_for(indicator, e_.indicators[i], unit));
  const std::uint8_t scale = std::max(reading.value->scale, to->scale);
  const auto cell =
      cell_of_ratios(value.value_or(Ratio{}), rise_of(e_, unit, reading, indicator.per, Decimal{1, scale}));
  const auto before = static_cast<std::int64_t>(in_units(*reading.value, scale));
  const auto after = static_cast<std::int64_t>(in_units(*to, scale));
  if (!cell) return std::nullopt;
  const std::int64_t steps = minus ? before - after : after - before;
  // More taken away than there is: the engine has no value either.
  if (steps < 0 && cell->base < cell->rise * static_cast<U128>(-steps)) return std::nullopt;
  return value_after(*cell, steps);
}

/// Whether the engine would ask which unit was meant before it takes a value that low.
bool SlippedStage::asks_for_unit(std::size_t i, const Reading& reading, const Ratio& value, const Limit& limit) const {
  const std::uint16_t field = standard_.indicators[i].resource[*e_.indicators[i].alternative].terms.front().field;
  const NumberColumn* const numbers = numbers_of(e_, reading.term.field, reading.column_stage);
  if (numbers->unit_named(reading.place) || value.numerator == 0 || !unit_may_be_left_out(e_, field)) return false;
  const Ratio raised{value.numerator * e_.vocabulary->plausible.unit_times, value.denominator};
  return compare(raised, limit.value) == std::strong_ordering::less;
}

SlippedIndicator SlippedStage::slipped(std::uint32_t unit, std::size_t i, std::optional<Ratio> value,
                                       const Reading& reading) const {
  SlippedIndicator now;
  now.indicator = static_cast<std::uint16_t>(i);
  const auto& threshold = standard_.indicators[i].threshold[static_cast<std::size_t>(range_.stage)];
  if (value && threshold && asks_for_unit(i, reading, *value, *threshold)) value.reset();
  now.value = value ? to_double(*value) : kUnknown;
  now.verdict = !value ? Verdict::unknown : Verdict::none;
  if (value && threshold) {
    const Decimal floor = standard_.unit_rule ? standard_.unit_rule->floor : Decimal{1, 0};
    const auto reaches = [&](Decimal factor) {
      return compare(*value, threshold->value, factor) != std::strong_ordering::less;
    };
    now.verdict = reaches({1, 0}) ? Verdict::pass : reaches(floor) ? Verdict::near : Verdict::fail;
  }
  now.cv = cv_with(unit, i, now.value);
  const auto& limit = standard_.balance.limit[static_cast<std::size_t>(range_.stage)];
  now.cv_verdict = limit ? within(unit, i, value, now.cv, limit->value) : Verdict::none;
  return now;
}

/// By removing one unit from the mean and from the squares around it, and putting it back: no digits are lost where
/// the coefficient is small.
double SlippedStage::cv_with(std::uint32_t unit, std::size_t i, double value) const {
  const StageBalance& balance = e_.balance[stage_];
  const Spread& spread = balance.indicators[i].spread;
  if (std::isnan(spread.mean)) return kUnknown;
  const double weight = static_cast<double>(e_.split.units.pupils[unit]) / static_cast<double>(balance.pupils);
  const double before = e_.indicators[i].value[unit] - spread.mean;
  const double after = value - spread.mean;
  const double moved = weight * (after - before);
  const double square =
      spread.deviation * spread.deviation + weight * (after - before) * (after + before) - moved * moved;
  const double mean = spread.mean + moved;
  if (!(mean > 0)) return kUnknown;
  return range_.end - range_.begin == 1 ? 0 : std::sqrt(std::max(0.0, square)) / mean;
}

Verdict SlippedStage::within(std::uint32_t slipped, std::size_t i, std::optional<Ratio> value, double cv,
                             Decimal limit) const {
  if (std::isnan(cv) || !value) return Verdict::unknown;
  if (std::abs(cv - to_double(limit)) > kNear * (1 + cv)) return cv < to_double(limit) ? Verdict::pass : Verdict::fail;
  std::vector<WeightedRatio> units;
  for (std::uint32_t unit = range_.begin; unit < range_.end; ++unit) {
    const ValueRule rule = rule_for(standard_.indicators[i], e_.indicators[i], unit);
    const Ratio own = exact_value(e_, unit, range_.stage, rule).value_or(Ratio{});
    units.push_back({e_.split.units.pupils[unit], unit == slipped ? *value : own});
  }
  return compare_cv(units, limit) == std::strong_ordering::greater ? Verdict::fail : Verdict::pass;
}

Verdict SlippedStage::unit_verdict(std::uint32_t unit, const std::vector<SlippedIndicator>& changed) const {
  if (!standard_.unit_rule) return Verdict::none;
  int meeting = 0;
  int missing = 0;
  bool below = false;
  for (std::size_t i = 0; i < standard_.indicators.size(); ++i) {
    Verdict verdict = e_.indicators[i].verdict[unit];
    for (const SlippedIndicator& one : changed)
      if (one.indicator == i) verdict = one.verdict;
    meeting += verdict == Verdict::pass ? 1 : 0;
    missing += verdict == Verdict::unknown ? 1 : 0;
    below = below || verdict == Verdict::fail;
  }
  if (below || meeting + missing < standard_.unit_rule->meet_at_least) return Verdict::fail;
  return missing > 0 ? Verdict::unknown : Verdict::pass;
}

/// As judge() makes it of counts and coefficients.
Verdict SlippedStage::stage_verdict(std::uint32_t unit, const SlipEffect& effect) const {
  StageVerdict counts = e_.stages[stage_];
  const auto count = [&](Verdict verdict, std::uint32_t by) {
    if (verdict == Verdict::fail) counts.units_failing += by;
    if (verdict == Verdict::unknown) counts.units_unknown += by;
  };
  count(e_.unit_verdict[unit], ~std::uint32_t{0});
  count(effect.unit_verdict, 1);
  Verdict verdict = Verdict::none;
  for (const Part& part : standard_.parts) {
    if (!part.judges_units && !part.judges_balance) continue;
    verdict = worse(verdict, Verdict::pass);
    if (part.judges_units && counts.units_failing > 0) verdict = worse(verdict, Verdict::fail);
    if (part.judges_units && counts.units_unknown > 0) verdict = worse(verdict, Verdict::unknown);
    for (std::size_t i = 0; part.judges_balance && i < standard_.indicators.size(); ++i) {
      Verdict balance = e_.balance[stage_].indicators[i].verdict;
      for (const SlippedIndicator& one : effect.indicators)
        if (one.indicator == i) balance = one.cv_verdict;
      verdict = worse(verdict, balance);
    }
  }
  return verdict;
}

}  // namespace junheng
