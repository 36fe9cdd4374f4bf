// SPDX-License-Identifier: MIT
#include "junheng/slips.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "base/decimal_ratio.h"
#include "base/sort_places.h"
#include "junheng/lookup.h"
#include "measure/plain_value.h"
#include "plan/steps.h"
#include "plan/unit_cells.h"

namespace junheng {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
/// Sums that were changed once are further from the true ones than those of the engine: nearer than this it is asked.
constexpr double kNear = 1e-9;
/// 万, as a power of ten.
constexpr int kWan = 4;

struct Other {
  Slip slip;
  std::optional<Decimal> to;
};

/// Where a number stands, and what it counts for in its unit.
struct Cell {
  Reading reading;
  std::vector<std::pair<std::size_t, bool>> uses;  ///< indicator, and whether it is taken away there
};

std::optional<Decimal> times(const Decimal& value, int power) {
  return shifted(value, power);
}

/// All slips of one stage. Holds nothing but the evaluation and what was found.
/// Steps of run(): unit by unit its cells, each with the indicators that use it (cells_of); of each cell the numbers that
/// may have been meant (others_of); for each of these the values and coefficients that change (slipped), and with them the
/// verdicts of the unit and of the stage.
class Slips {
 public:
  Slips(const Evaluation& evaluation, std::size_t stage)
      : e_(evaluation), standard_(*evaluation.standard), stage_(stage), range_(evaluation.split.stages[stage]) {}

  std::vector<SlipEffect> run() {
    const bool other_rule = standard_.balance.kind == BalanceKind::composite;
    if (other_rule || range_.begin == range_.end || e_.split.unplaced[range_.county] > 0) return {};
    for (std::uint32_t unit = range_.begin; unit < range_.end; ++unit) {
      for (const Cell& cell : cells_of(unit)) {
        for (const Other& other : others_of(cell.reading))
          add(unit, cell, other);
      }
    }
    return std::move(effects_);
  }

 private:
  [[nodiscard]] std::vector<Cell> cells_of(std::uint32_t unit) const {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < standard_.indicators.size(); ++i) {
      const IndicatorColumn& column = e_.indicators[i];
      if (!column.alternative || std::isnan(column.value[unit]) || column.origin[unit] == Origin::given) continue;
      const ValueRule rule = rule_for(standard_.indicators[i], column, unit);
      for (const Reading& reading : readings_of_unit(e_, unit, range_.stage, rule)) {
        if (reading.from != ReadFrom::cell || !reading.value) continue;
        const auto same = std::find_if(cells.begin(), cells.end(), [&](const Cell& known) {
          return std::tie(known.reading.place, known.reading.term.field, known.reading.column_stage) ==
                 std::tie(reading.place, reading.term.field, reading.column_stage);
        });
        Cell& cell = same != cells.end() ? *same : cells.emplace_back(Cell{reading, {}});
        cell.uses.emplace_back(i, reading.term.minus);
      }
    }
    return cells;
  }

  [[nodiscard]] const NumberColumn* numbers_of(std::uint16_t field, std::uint8_t stage) const {
    const FieldColumns& columns = e_.roster.fields[field];
    const auto& column = stage == kNoStage ? columns.whole : columns.staged[stage];
    return column ? &*column : nullptr;
  }

  /// A number as it stands in its cell; nullopt where its column's unit is a third of the field's (亩).
  [[nodiscard]] std::optional<Decimal> written(std::uint16_t field, std::uint8_t stage, std::size_t row) const {
    const NumberColumn* const numbers = numbers_of(field, stage);
    const auto column = column_of(e_, field, stage);
    if (numbers == nullptr || !column || !e_.columns[*column].match) return std::nullopt;
    const Conversion& conversion = e_.columns[*column].match->conversion;
    const auto number = numbers->number(row);
    if (!number || conversion.times != conversion.over) return std::nullopt;
    return shifted(*number, -conversion.shift);
  }

  [[nodiscard]] std::vector<Other> others_of(const Reading& reading) const {
    const auto from = written(reading.term.field, reading.column_stage, reading.place);
    if (!from) return {};
    std::vector<Other> others;
    const bool whole = e_.vocabulary->fields[reading.term.field].kind == FieldKind::count;
    const auto add = [&](Slip slip, std::optional<Decimal> to) {
      if (!to || to->mantissa < 0 || *to == *from || (whole && to->scale > 0)) return;
      others.push_back({slip, to});
    };
    add(Slip::one_less, sum_of(from, Decimal{-1, 0}));
    add(Slip::one_more, sum_of(from, Decimal{1, 0}));
    const std::string text = to_text(*from);
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      std::string swapped = text;
      std::swap(swapped[i], swapped[i + 1]);
      // A number does not begin with a zero, and its point stays.
      if (text[i] == '.' || text[i + 1] == '.' || (swapped[0] == '0' && text[0] != '0')) continue;
      add(Slip::digits_swapped, parse_decimal(swapped).value);
    }
    add(Slip::tenth, times(*from, -1));
    add(Slip::ten_times, times(*from, 1));
    if (unit_may_be_left_out(e_, reading.term.field)) {
      add(Slip::other_unit_less, times(*from, -kWan));
      add(Slip::other_unit_more, times(*from, kWan));
    }
    const auto beside = [&](Slip slip, std::size_t row) {
      if (row < e_.roster.rows() && e_.roster.total[row] == 0)
        add(slip, written(reading.term.field, reading.column_stage, row));
    };
    if (reading.place > 0) beside(Slip::row_above, reading.place - 1);
    beside(Slip::row_below, reading.place + std::size_t{1});
    if (const auto column = column_of(e_, reading.term.field, reading.column_stage)) {
      if (*column > 0) add(Slip::column_before, in_column(*column - std::size_t{1}, reading.place));
      add(Slip::column_after, in_column(*column + std::size_t{1}, reading.place));
    }
    if (from->mantissa == 0) others.push_back({Slip::blank, std::nullopt});
    return others;
  }

  [[nodiscard]] std::optional<Decimal> in_column(std::size_t column, std::size_t row) const {
    if (column >= e_.columns.size() || !e_.columns[column].match) return std::nullopt;
    const HeaderMatch& match = *e_.columns[column].match;
    return written(match.field, match.stage ? static_cast<std::uint8_t>(*match.stage) : kNoStage, row);
  }

  /// The unit's exact value of an indicator with another number in a cell; nullopt: not known any more.
  [[nodiscard]] std::optional<Ratio> value_with(std::uint32_t unit, std::size_t i, const Reading& reading, bool minus,
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

  static U128 in_units(Decimal value, std::uint8_t scale) {
    return static_cast<U128>(value.mantissa) * power_of_ten(scale - value.scale);
  }

  /// Whether the engine would ask which unit was meant before it takes a value that low.
  [[nodiscard]] bool asks_for_unit(std::size_t i, const Reading& reading, const Ratio& value,
                                   const Limit& limit) const {
    const std::uint16_t field = standard_.indicators[i].resource[*e_.indicators[i].alternative].terms.front().field;
    const NumberColumn* const numbers = numbers_of(reading.term.field, reading.column_stage);
    if (numbers->unit_named(reading.place) || value.numerator == 0 || !unit_may_be_left_out(e_, field)) return false;
    const Ratio raised{value.numerator * e_.vocabulary->plausible.unit_times, value.denominator};
    return compare(raised, limit.value) == std::strong_ordering::less;
  }

  [[nodiscard]] SlippedIndicator slipped(std::uint32_t unit, std::size_t i, std::optional<Ratio> value,
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
  [[nodiscard]] double cv_with(std::uint32_t unit, std::size_t i, double value) const {
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

  [[nodiscard]] Verdict within(std::uint32_t slipped, std::size_t i, std::optional<Ratio> value, double cv,
                               Decimal limit) const {
    if (std::isnan(cv) || !value) return Verdict::unknown;
    if (std::abs(cv - to_double(limit)) > kNear * (1 + cv))
      return cv < to_double(limit) ? Verdict::pass : Verdict::fail;
    std::vector<WeightedRatio> units;
    for (std::uint32_t unit = range_.begin; unit < range_.end; ++unit) {
      const ValueRule rule = rule_for(standard_.indicators[i], e_.indicators[i], unit);
      const Ratio own = exact_value(e_, unit, range_.stage, rule).value_or(Ratio{});
      units.push_back({e_.split.units.pupils[unit], unit == slipped ? *value : own});
    }
    return compare_cv(units, limit) == std::strong_ordering::greater ? Verdict::fail : Verdict::pass;
  }

  [[nodiscard]] Verdict unit_verdict(std::uint32_t unit, const std::vector<SlippedIndicator>& changed) const {
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
  [[nodiscard]] Verdict stage_verdict(std::uint32_t unit, const SlipEffect& effect) const {
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

  void add(std::uint32_t unit, const Cell& cell, const Other& other) {
    SlipEffect effect;
    effect.unit = unit;
    effect.row = cell.reading.place;
    effect.field = cell.reading.term.field;
    effect.column_stage = cell.reading.column_stage;
    effect.slip = other.slip;
    effect.from = *written(effect.field, effect.column_stage, effect.row);
    effect.to = other.to;
    const auto column = column_of(e_, effect.field, effect.column_stage);
    const auto counted = other.to ? shifted(*other.to, e_.columns[*column].match->conversion.shift) : std::nullopt;
    if (other.to && !counted) return;
    for (const auto& [i, minus] : cell.uses)
      effect.indicators.push_back(slipped(unit, i, value_with(unit, i, cell.reading, minus, counted), cell.reading));
    effect.unit_verdict = unit_verdict(unit, effect.indicators);
    effect.stage_verdict = stage_verdict(unit, effect);
    effect.tips_stage = effect.stage_verdict != e_.stages[stage_].verdict;
    effect.tips = effect.tips_stage || effect.unit_verdict != e_.unit_verdict[unit];
    for (const SlippedIndicator& one : effect.indicators)
      effect.tips = effect.tips || one.cv_verdict != e_.balance[stage_].indicators[one.indicator].verdict;
    effects_.push_back(std::move(effect));
  }

  const Evaluation& e_;
  const Standard& standard_;
  std::size_t stage_;
  const StageUnits& range_;
  std::vector<SlipEffect> effects_;
};

/// How much of a number a slip changes: the distance of the two as a ratio, nothing where one of them is zero or blank.
double change_of(const SlipEffect& effect) {
  const double from = to_double(effect.from);
  const double to = effect.to ? to_double(*effect.to) : 0;
  return from > 0 && to > 0 ? std::abs(std::log(to / from)) : std::numeric_limits<double>::infinity();
}

}  // namespace

std::vector<SlipEffect> slips_of(const Evaluation& evaluation, std::size_t stage) {
  return Slips(evaluation, stage).run();
}

std::vector<SlipEffect> cells_to_visit(const Evaluation& evaluation, std::size_t stage, std::size_t most) {
  std::vector<SlipEffect> all = slips_of(evaluation, stage);
  std::vector<std::uint32_t> places;
  for (std::uint32_t place = 0; place < all.size(); ++place) {
    if (all[place].tips) places.push_back(place);
  }
  sort_places(places, [&](std::uint32_t a, std::uint32_t b) {
    if (all[a].tips_stage != all[b].tips_stage) return all[a].tips_stage;
    return change_of(all[a]) < change_of(all[b]);
  });
  std::vector<SlipEffect> visits;
  std::map<std::tuple<std::uint32_t, std::uint16_t, std::uint8_t>, bool> seen;
  for (const std::uint32_t place : places) {
    if (visits.size() == most) break;
    const SlipEffect& effect = all[place];
    if (seen.try_emplace({effect.row, effect.field, effect.column_stage}, true).second) visits.push_back(effect);
  }
  return visits;
}

}  // namespace junheng
