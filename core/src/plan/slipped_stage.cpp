// SPDX-License-Identifier: MIT
#include "plan/slipped_stage.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
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
constexpr std::string_view kEnrolment = "pupils";
/// An enrolment that is more is a slip that nobody takes for a school.
constexpr std::int64_t kMostPupils = 1'000'000;

U128 in_units(Decimal value, std::uint8_t scale) {
  return static_cast<U128>(value.mantissa) * power_of_ten(scale - value.scale);
}

/// value · above / below; nullopt beyond 128 bits.
std::optional<Ratio> ratio_times(Ratio value, std::uint32_t above, std::uint32_t below) {
  if (value.denominator % above == 0) {
    value.denominator /= above;
    above = 1;
  }
  constexpr U128 kMost = ~static_cast<U128>(0);
  if (value.numerator > kMost / above || value.denominator > kMost / below) return std::nullopt;
  return Ratio{value.numerator * above, value.denominator * below};
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

SlippedStage::SlippedStage(const Evaluation& evaluation, std::size_t stage)
    : e_(evaluation), standard_(*evaluation.standard), stage_(stage), range_(evaluation.split.stages[stage]) {
  for (std::size_t i = 0; i < standard_.indicators.size(); ++i) {
    const IndicatorColumn& column = e_.indicators[i];
    for (std::uint32_t unit = range_.begin; unit < range_.end; ++unit) {
      exact_.push_back(column.alternative
                           ? exact_value(e_, unit, range_.stage, rule_for(standard_.indicators[i], column, unit))
                           : std::nullopt);
    }
  }
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
      SlippedCell& cell = same != cells.end() ? *same : cells.emplace_back(SlippedCell{reading, false, {}, {}});
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
  if (cell.enrolment) {
    // Without pupils there is no unit, and more than are counted are no school.
    if (!counted || counted->scale > 0 || counted->mantissa <= 0 || counted->mantissa >= kMostPupils)
      return std::nullopt;
    add_enrolment(effect, cell, static_cast<std::uint32_t>(counted->mantissa));
  }
  for (const auto& [i, minus] : cell.uses) {
    const auto value = value_with(unit, i, cell.reading, minus, counted);
    effect.indicators.push_back(slipped(i, {unit, e_.split.units.pupils[unit], value}, &cell.reading));
  }
  effect.unit_verdict = unit_verdict(unit, effect.indicators);
  effect.stage_verdict = stage_verdict(unit, effect);
  effect.tips_stage = effect.stage_verdict != e_.stages[stage_].verdict;
  effect.tips = effect.tips_stage || effect.unit_verdict != e_.unit_verdict[unit];
  for (const SlippedIndicator& one : effect.indicators)
    effect.tips = effect.tips || one.cv_verdict != e_.balance[stage_].indicators[one.indicator].verdict;
  return effect;
}

std::optional<SlippedCell> SlippedStage::enrolment_of(std::uint32_t unit) const {
  const std::uint32_t row = e_.split.units.row[unit];
  const Schools& schools = e_.split.schools;
  const std::uint32_t school = schools.of_row[row];
  const auto field = e_.vocabulary->field(kEnrolment);
  if (!field || e_.split.units.divided[unit] != 0 || e_.split.units.whole[unit] != kNoRow) return std::nullopt;
  if (schools.rows_of(school).size() != 1 || schools.stages_of(school).several()) return std::nullopt;
  for (const Exclusion& exclusion : standard_.exclusions) {
    if (exclusion.pupils_below && (!exclusion.type || *exclusion.type == e_.roster.type[row])) return std::nullopt;
  }
  for (const IndicatorColumn& column : e_.indicators) {
    if (column.alternative && std::isnan(column.value[unit])) return std::nullopt;
  }
  std::optional<SlippedCell> cell;
  for (const std::uint8_t stage : {kNoStage, static_cast<std::uint8_t>(range_.stage)}) {
    const NumberColumn* const numbers = numbers_of(e_, *field, stage);
    const auto number = numbers == nullptr ? std::nullopt : numbers->number(row);
    if (!number) continue;
    // Two cells that say the same: neither decides alone.
    if (cell) return std::nullopt;
    cell = SlippedCell{{term_of(*field), stage, ReadFrom::cell, row, number, stage}, true, {}, {}};
  }
  for (std::size_t i = 0; cell && i < standard_.indicators.size(); ++i) {
    cell->by_indicator.emplace_back();
    const IndicatorColumn& column = e_.indicators[i];
    if (!column.alternative) continue;
    const auto readings = readings_of_unit(e_, unit, range_.stage, rule_for(standard_.indicators[i], column, unit));
    if (!readings.empty()) cell->by_indicator.back() = readings.front();
  }
  return cell;
}

void SlippedStage::add_enrolment(SlipEffect& effect, const SlippedCell& cell, std::uint32_t pupils) const {
  const std::uint32_t unit = effect.unit;
  const std::uint32_t before = e_.split.units.pupils[unit];
  for (std::size_t i = 0; i < standard_.indicators.size(); ++i) {
    const IndicatorColumn& column = e_.indicators[i];
    if (!column.alternative) continue;
    auto value = exact(unit, i);
    const bool divided = column.origin[unit] != Origin::given;
    if (value && divided) value = ratio_times(*value, before, pupils);
    const bool asked = divided && cell.by_indicator[i].from == ReadFrom::cell;
    effect.indicators.push_back(slipped(i, {unit, pupils, value}, asked ? &cell.by_indicator[i] : nullptr));
  }
}

/// The unit's exact value of an indicator with another number in a cell; nullopt: not known any more.
std::optional<Ratio> SlippedStage::value_with(std::uint32_t unit, std::size_t i, const Reading& reading, bool minus,
                                              std::optional<Decimal> to) const {
  if (!to) return std::nullopt;
  const Indicator& indicator = standard_.indicators[i];
  const auto value = exact(unit, i);
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

/// `reading`: the number by which it is asked for the unit; null where none is.
SlippedIndicator SlippedStage::slipped(std::size_t i, Changed changed, const Reading* reading) const {
  SlippedIndicator now;
  now.indicator = static_cast<std::uint16_t>(i);
  const auto& threshold = standard_.indicators[i].threshold[static_cast<std::size_t>(range_.stage)];
  auto& value = changed.value;
  if (value && threshold && reading != nullptr && asks_for_unit(i, *reading, *value, *threshold)) value.reset();
  now.value = value ? to_double(*value) : kUnknown;
  now.verdict = !value ? Verdict::unknown : Verdict::none;
  if (value && threshold) {
    const Decimal floor = standard_.unit_rule ? standard_.unit_rule->floor : Decimal{1, 0};
    const auto reaches = [&](Decimal factor) {
      return compare(*value, threshold->value, factor) != std::strong_ordering::less;
    };
    now.verdict = reaches({1, 0}) ? Verdict::pass : reaches(floor) ? Verdict::near : Verdict::fail;
  }
  now.cv = cv_with(i, changed);
  const auto& limit = standard_.balance.limit[static_cast<std::size_t>(range_.stage)];
  now.cv_verdict = limit ? within(i, changed, now.cv, limit->value) : Verdict::none;
  return now;
}

/// By taking one unit out of the sums around the mean and putting it back as it would be: no digits are lost where the
/// coefficient is small.
double SlippedStage::cv_with(std::size_t i, const Changed& changed) const {
  const StageBalance& balance = e_.balance[stage_];
  const Spread& spread = balance.indicators[i].spread;
  if (std::isnan(spread.mean) || !changed.value) return kUnknown;
  const double all = static_cast<double>(balance.pupils) + changed.pupils - e_.split.units.pupils[changed.unit];
  const double before = e_.indicators[i].value[changed.unit] - spread.mean;
  const double after = to_double(*changed.value) - spread.mean;
  const double out = static_cast<double>(e_.split.units.pupils[changed.unit]) / all;
  const double in = static_cast<double>(changed.pupils) / all;
  const double moved = in * after - out * before;
  const double square = spread.deviation * spread.deviation * (static_cast<double>(balance.pupils) / all) +
                        in * after * after - out * before * before - moved * moved;
  const double mean = spread.mean + moved;
  if (!(mean > 0)) return kUnknown;
  return range_.end - range_.begin == 1 ? 0 : std::sqrt(std::max(0.0, square)) / mean;
}

Verdict SlippedStage::within(std::size_t i, const Changed& changed, double cv, Decimal limit) const {
  if (std::isnan(cv) || !changed.value) return Verdict::unknown;
  if (std::abs(cv - to_double(limit)) > kNear * (1 + cv)) return cv < to_double(limit) ? Verdict::pass : Verdict::fail;
  std::vector<WeightedRatio> units;
  for (std::uint32_t unit = range_.begin; unit < range_.end; ++unit) {
    const Ratio own = exact(unit, i).value_or(Ratio{});
    if (unit == changed.unit)
      units.push_back({changed.pupils, *changed.value});
    else
      units.push_back({e_.split.units.pupils[unit], own});
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
