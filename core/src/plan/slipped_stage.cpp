// SPDX-License-Identifier: MIT
#include "plan/slipped_stage.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "junheng/lookup.h"
#include "measure/plain_value.h"
#include "plan/steps.h"
#include "plan/unit_cells.h"

namespace junheng {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
/// What a handful of roundings make of a double, relative to the largest number among them.
constexpr double kRounding = 0x1p-49;
/// The same of twofold numbers: each unit is added to a sum.
constexpr double kOperations = 16;
/// An enrolment that is more is a slip that nobody takes for a school.
constexpr std::int64_t kMostPupils = 1'000'000;

U128 in_units(Decimal value, std::uint8_t scale) {
  return static_cast<U128>(value.mantissa) * power_of_ten(scale - value.scale);
}

const std::optional<Limit> kUnjudged;

Verdict other_than(Verdict verdict) {
  return verdict == Verdict::pass ? Verdict::fail : Verdict::pass;
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

SlippedStage::SlippedStage(const Evaluation& evaluation, std::size_t stage)
    : e_(evaluation),
      standard_(*evaluation.standard),
      of_mean_(standard_.balance.kind == BalanceKind::composite),
      stage_(stage),
      range_(evaluation.split.stages[stage]),
      limit_(standard_.balance.limit[static_cast<std::size_t>(range_.stage)]),
      sums_(standard_.indicators.size()) {
  for (const IndicatorColumn& column : e_.indicators) {
    const auto begin = column.value.begin();
    not_zero_.push_back(static_cast<std::uint32_t>(
        std::count_if(begin + range_.begin, begin + range_.end, [](double value) { return value != 0; })));
  }
}

bool SlippedStage::followed() const {
  return range_.begin != range_.end && e_.split.unplaced[range_.county] == 0;
}

std::optional<SlipEffect> SlippedStage::effect(std::uint32_t unit, const SlippedCell& cell,
                                               std::optional<Decimal> to) const {
  if (!cell.written) return std::nullopt;
  SlipEffect effect;
  effect.unit = unit;
  effect.row = cell.reading.place;
  effect.field = cell.reading.term.field;
  effect.column_stage = cell.reading.column_stage;
  effect.from = *cell.written;
  effect.to = to;
  const auto counted = to ? shifted(*to, cell.shift) : std::nullopt;
  if (to && !counted) return std::nullopt;
  std::vector<Followed> all;
  if (cell.enrolment) {
    // Without pupils there is no unit, and more than are counted are no school.
    if (!counted || counted->scale > 0 || counted->mantissa <= 0 || counted->mantissa >= kMostPupils)
      return std::nullopt;
    add_enrolment(all, unit, cell, static_cast<std::uint32_t>(counted->mantissa));
  }
  for (const auto& [i, minus] : cell.uses)
    all.push_back(slipped(i, with_number(unit, i, cell.reading, minus, counted), &cell.reading));
  effect.indicators.reserve(all.size());
  for (const Followed& one : all)
    effect.indicators.push_back(one.indicator);
  if (of_mean_) add_mean(effect, all);
  effect.unit_verdict = unit_verdict(unit, effect.indicators);
  effect.stage_verdict = stage_verdict(unit, effect);
  effect.tips_stage = effect.stage_verdict != e_.stages[stage_].verdict;
  effect.tips = effect.tips_stage || effect.unit_verdict != e_.unit_verdict[unit] ||
                effect.mean_verdict != e_.balance[stage_].composite_verdict;
  for (const SlippedIndicator& one : effect.indicators)
    effect.tips = effect.tips || one.cv_verdict != e_.balance[stage_].indicators[one.indicator].verdict;
  return effect;
}

void SlippedStage::add_enrolment(std::vector<Followed>& all, std::uint32_t unit, const SlippedCell& cell,
                                 std::uint32_t pupils) const {
  for (std::size_t i = 0; i < standard_.indicators.size(); ++i) {
    const IndicatorColumn& column = e_.indicators[i];
    if (!column.alternative) continue;
    Changed changed{unit, pupils, column.value[unit], 0, nullptr, false, {}, column.origin[unit] != Origin::given};
    if (changed.divided) changed.value = changed.value * e_.split.units.pupils[unit] / pupils;
    changed.error = kRounding * changed.value;
    const bool asked = changed.divided && cell.by_indicator[i].from == ReadFrom::cell;
    all.push_back(slipped(i, changed, asked ? &cell.by_indicator[i] : nullptr));
  }
}

double SlippedStage::rise(std::uint32_t unit, std::size_t i, const Reading& reading) const {
  const Share& share = e_.split.units.share[unit];
  const double of_all = reading.shared ? static_cast<double>(share.weight) / static_cast<double>(share.total)
                                       : 1.0 / e_.split.units.pupils[unit];
  return to_double(standard_.indicators[i].per) * of_all;
}

/// The unit with another number in a cell; nullopt: its value is not known any more.
std::optional<SlippedStage::Changed> SlippedStage::with_number(std::uint32_t unit, std::size_t i,
                                                               const Reading& reading, bool minus,
                                                               std::optional<Decimal> to) const {
  if (!to) return std::nullopt;
  Changed changed{unit, e_.split.units.pupils[unit], 0, 0, &reading, minus, *to, true};
  const double before = e_.indicators[i].value[unit];
  const double of_one = rise(unit, i, reading);
  const double from = to_double(*reading.value);
  const double then = to_double(*to);
  changed.value = before + (minus ? of_one * (from - then) : of_one * (then - from));
  changed.error = kRounding * (before + of_one * (from + then));
  if (changed.value > changed.error) return changed;
  // Nothing is left, or more is taken away than there is: then the engine has no value either.
  const auto value = exact(i, changed);
  if (!value) return std::nullopt;
  changed.value = to_double(*value);
  return changed;
}

std::optional<Ratio> SlippedStage::exact(std::uint32_t unit, std::size_t i) const {
  const IndicatorColumn& column = e_.indicators[i];
  if (!column.alternative) return std::nullopt;
  return exact_value(e_, unit, range_.stage, rule_for(standard_.indicators[i], column, unit));
}

/// The changed value as a fraction; nullopt: below zero, or beyond 128 bits.
std::optional<Ratio> SlippedStage::exact(std::size_t i, const Changed& changed) const {
  const auto value = exact(changed.unit, i);
  if (changed.reading == nullptr) {
    if (!value || !changed.divided) return value;
    return ratio_times(*value, e_.split.units.pupils[changed.unit], changed.pupils);
  }
  const Decimal from = *changed.reading->value;
  const std::uint8_t scale = std::max(from.scale, changed.to.scale);
  const Decimal step{1, scale};
  const auto cell = cell_of_ratios(value.value_or(Ratio{}),
                                   rise_of(e_, changed.unit, *changed.reading, standard_.indicators[i].per, step));
  if (!cell) return std::nullopt;
  const auto before = static_cast<std::int64_t>(in_units(from, scale));
  const auto after = static_cast<std::int64_t>(in_units(changed.to, scale));
  const std::int64_t steps = changed.minus ? before - after : after - before;
  if (steps < 0 && cell->base < cell->rise * static_cast<U128>(-steps)) return std::nullopt;
  return value_after(*cell, steps);
}

/// The same as a twofold number.
Twofold SlippedStage::precise(std::size_t i, const Changed& changed) const {
  const Twofold value = sums(i).values[changed.unit - range_.begin];
  if (changed.reading == nullptr) {
    if (!changed.divided) return value;
    return value * Twofold{static_cast<double>(e_.split.units.pupils[changed.unit]), 0} /
           Twofold{static_cast<double>(changed.pupils), 0};
  }
  const Ratio rise = rise_of(e_, changed.unit, *changed.reading, standard_.indicators[i].per, Decimal{1, 0});
  const Twofold by = twofold_of(rise) * (twofold_of(changed.to) - twofold_of(*changed.reading->value));
  return changed.minus ? value - by : value + by;
}

/// Whether a value is at least limit · factor.
bool SlippedStage::reaches(std::size_t i, const Changed& changed, Decimal limit, Decimal factor) const {
  const double bar = to_double(limit) * to_double(factor);
  if (std::abs(changed.value - bar) > changed.error + kRounding * bar) return changed.value > bar;
  const auto value = exact(i, changed);
  return value ? compare(*value, limit, factor) != std::strong_ordering::less : changed.value >= bar;
}

/// Whether the engine would ask which unit was meant before it takes a value that low.
bool SlippedStage::asks_for_unit(std::size_t i, const Reading& reading, const Changed& changed,
                                 const Limit& limit) const {
  const std::uint16_t field = standard_.indicators[i].resource[*e_.indicators[i].alternative].terms.front().field;
  const NumberColumn* const numbers = numbers_of(e_, reading.term.field, reading.column_stage);
  if (numbers->unit_named(reading.place) || changed.value == 0 || !unit_may_be_left_out(e_, field)) return false;
  const double raised = changed.value * e_.vocabulary->plausible.unit_times;
  const double bar = to_double(limit.value);
  const double error = changed.error * e_.vocabulary->plausible.unit_times + kRounding * bar;
  if (std::abs(raised - bar) > error) return raised < bar;
  const auto value = exact(i, changed);
  if (!value) return raised < bar;
  return compare({value->numerator * e_.vocabulary->plausible.unit_times, value->denominator}, limit.value) ==
         std::strong_ordering::less;
}

SlippedStage::Followed SlippedStage::slipped(std::size_t i, std::optional<Changed> changed,
                                             const Reading* reading) const {
  Followed followed;
  SlippedIndicator& now = followed.indicator;
  now.indicator = static_cast<std::uint16_t>(i);
  const auto& threshold = standard_.indicators[i].threshold[static_cast<std::size_t>(range_.stage)];
  if (changed && threshold && reading != nullptr && asks_for_unit(i, *reading, *changed, *threshold)) changed.reset();
  if (!changed) {
    now.value = now.cv = kUnknown;
    now.verdict = Verdict::unknown;
    now.cv_verdict = limit_ && !of_mean_ ? Verdict::unknown : Verdict::none;
    return followed;
  }
  now.value = changed->value;
  now.verdict = Verdict::none;
  if (threshold) {
    const Decimal floor = standard_.unit_rule ? standard_.unit_rule->floor : Decimal{1, 0};
    now.verdict = reaches(i, *changed, threshold->value, {1, 0})  ? Verdict::pass
                  : reaches(i, *changed, threshold->value, floor) ? Verdict::near
                                                                  : Verdict::fail;
  }
  const Coefficient coefficient = this->coefficient(i, *changed);
  now.cv = coefficient.cv;
  now.cv_verdict = coefficient.verdict;
  followed.error = coefficient.error;
  followed.changed = changed;
  return followed;
}

/// By taking one unit out of the sums around the mean and putting it back as it would be: no digits are lost where the
/// coefficient is small.
SlippedStage::Coefficient SlippedStage::coefficient(std::size_t i, const Changed& changed) const {
  const std::optional<Limit>& limit = of_mean_ ? kUnjudged : limit_;
  const StageBalance& balance = e_.balance[stage_];
  const Spread& spread = balance.indicators[i].spread;
  const double value = e_.indicators[i].value[changed.unit];
  const bool others = not_zero_[i] > (value != 0 ? 1U : 0U);
  if (std::isnan(spread.mean) || (changed.value == 0 && !others))
    return {kUnknown, limit ? Verdict::unknown : Verdict::none, 0};
  if (range_.end - range_.begin == 1) return {0, limit ? Verdict::pass : Verdict::none, 0};
  const double all = static_cast<double>(balance.pupils) + changed.pupils - e_.split.units.pupils[changed.unit];
  const double before = value - spread.mean;
  const double after = changed.value - spread.mean;
  const double out = static_cast<double>(e_.split.units.pupils[changed.unit]) / all;
  const double in = static_cast<double>(changed.pupils) / all;
  const double moved = in * after - out * before;
  const double kept = spread.deviation * spread.deviation * (static_cast<double>(balance.pupils) / all);
  const double square = kept + in * after * after - out * before * before - moved * moved;
  const double mean = spread.mean + moved;
  Coefficient found{std::sqrt(std::max(0.0, square)) / mean, Verdict::none, 0};
  const double bar = limit ? to_double(limit->value) : 1;
  const double over = square - bar * bar * mean * mean;
  const double largest = spread.mean + in * std::abs(after) + out * std::abs(before);
  const double error =
      kRounding * (kept + in * after * after + out * before * before + (1 + bar * bar) * largest * largest);
  found.error = (std::sqrt(std::max(0.0, square) + error) - std::sqrt(std::max(0.0, square - error))) / mean +
                kRounding * found.cv * largest / mean;
  if (!limit) return found;
  if (std::abs(over) > error)
    found.verdict = over < 0 ? Verdict::pass : Verdict::fail;
  else
    found.verdict = precisely(i, changed, limit->value);
  return found;
}

const SlippedStage::Sums& SlippedStage::sums(std::size_t i) const {
  if (sums_[i]) return *sums_[i];
  Sums& sums = sums_[i].emplace();
  sums.values.reserve(range_.end - range_.begin);
  for (std::uint32_t unit = range_.begin; unit < range_.end; ++unit) {
    const Twofold value = twofold_of(exact(unit, i).value_or(Ratio{}));
    const Twofold weighted = value * Twofold{static_cast<double>(e_.split.units.pupils[unit]), 0};
    sums.values.push_back(value);
    sums.weighted = sums.weighted + weighted;
    sums.squares = sums.squares + weighted * value;
  }
  return sums;
}

/// ΣP · ΣP X² against (1 + L²) · (ΣP X)².
Verdict SlippedStage::precisely(std::size_t i, const Changed& changed, Decimal limit) const {
  const Sums& all = sums(i);
  const Twofold before = all.values[changed.unit - range_.begin];
  const Twofold after = precise(i, changed);
  const Twofold out{static_cast<double>(e_.split.units.pupils[changed.unit]), 0};
  const Twofold in{static_cast<double>(changed.pupils), 0};
  const double pupils = static_cast<double>(e_.balance[stage_].pupils) + in.high - out.high;
  const Twofold weighted = all.weighted - out * before + in * after;
  const Twofold squares = all.squares - out * before * before + in * after * after;
  const Twofold bar = twofold_of(limit);
  const Twofold over = Twofold{pupils, 0} * squares - (Twofold{1, 0} + bar * bar) * weighted * weighted;
  const double most = all.weighted.high + in.high * after.high;
  const double largest =
      pupils * (all.squares.high + in.high * after.high * after.high) + (1 + bar.high * bar.high) * most * most;
  const double operations = kOperations + 2.0 * (range_.end - range_.begin);
  if (std::abs(over.high) <= operations * kTwofoldError * largest) return exactly(i, changed, limit);
  return over.high < 0 ? Verdict::pass : Verdict::fail;
}

Verdict SlippedStage::exactly(std::size_t i, const Changed& changed, Decimal limit) const {
  return compare_cv(units_with(i, &changed), limit) == std::strong_ordering::greater ? Verdict::fail : Verdict::pass;
}

std::vector<WeightedRatio> SlippedStage::units_with(std::size_t i, const Changed* changed) const {
  std::vector<WeightedRatio> units;
  units.reserve(range_.end - range_.begin);
  for (std::uint32_t unit = range_.begin; unit < range_.end; ++unit) {
    if (changed != nullptr && unit == changed->unit)
      units.push_back({changed->pupils, exact(i, *changed).value_or(Ratio{})});
    else
      units.push_back({e_.split.units.pupils[unit], exact(unit, i).value_or(Ratio{})});
  }
  return units;
}

bool SlippedStage::could_tip(std::uint32_t unit, const std::vector<std::pair<std::size_t, bool>>& uses) const {
  SlipEffect effect;
  effect.unit = unit;
  for (const auto& [i, minus] : uses) {
    SlippedIndicator one;
    one.indicator = static_cast<std::uint16_t>(i);
    one.cv_verdict = of_mean_ ? Verdict::none : other_than(e_.balance[stage_].indicators[i].verdict);
    effect.indicators.push_back(one);
  }
  if (of_mean_) effect.mean_verdict = other_than(e_.balance[stage_].composite_verdict);
  for (const Verdict verdict : {e_.unit_verdict[unit], Verdict::pass, Verdict::fail}) {
    effect.unit_verdict = verdict;
    if (stage_verdict(unit, effect) != e_.stages[stage_].verdict) return true;
  }
  return false;
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
    if (part.judges_balance) verdict = worse(verdict, effect.mean_verdict);
  }
  return verdict;
}

}  // namespace junheng
