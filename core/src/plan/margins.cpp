// SPDX-License-Identifier: MIT
#include "junheng/margins.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/decimal_ratio.h"
#include "junheng/insight.h"
#include "junheng/lookup.h"
#include "plan/slipped_stage.h"
#include "plan/steps.h"
#include "plan/unit_cells.h"

namespace junheng {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr double kNone = std::numeric_limits<double>::infinity();
/// More steps than these are no margin but another county.
constexpr double kMostSteps = 1e12;
/// A quotient of doubles that is so near a whole number, relative to itself, may be that number.
constexpr double kNearWhole = 1e-11;

/// What is nearest so far.
struct Nearest {
  double distance = kNone;
  std::optional<TippingCell> cell;

  void consider(double other, const TippingCell& tipping) {
    if (other >= distance) return;
    distance = other;
    cell = tipping;
  }
};

/// Steps of run(): cell by cell the numbers of steps at which something may tip: those that reach a threshold or a floor and
/// those one short of it, and the whole numbers around the two at which the coefficient is the limit, or what the others leave
/// it of their mean; each is followed as a slip is, and kept where it is nearer than what is known.
class Margins {
 public:
  Margins(const Evaluation& evaluation, std::size_t stage)
      : e_(evaluation), stage_(stage), range_(evaluation.split.stages[stage]), slipped_(evaluation, stage) {}

  StageMargins run() {
    StageMargins margins;
    if (!slipped_.followed()) return margins;
    const Standard& standard = *e_.standard;
    const auto& limit = standard.balance.limit[static_cast<std::size_t>(range_.stage)];
    cv_.resize(standard.indicators.size());
    of_mean_ = standard.balance.kind == BalanceKind::composite;
    for (std::uint32_t unit = range_.begin; unit < range_.end; ++unit) {
      of_unit_ = {};
      for (const SlippedCell& cell : slipped_.cells_of(unit)) {
        const auto& [indicator, minus] = cell.uses.front();
        if (!minus) follow(unit, indicator, cell);
      }
      margins.units.push_back(of_unit_.cell);
    }
    for (std::size_t i = 0; i < standard.indicators.size(); ++i) {
      const double cv = e_.balance[stage_].indicators[i].spread.cv;
      const double margin = limit && !of_mean_ ? to_double(limit->value) - cv : kUnknown;
      margins.indicators.push_back({static_cast<std::uint16_t>(i), margin, cv_[i].cell});
    }
    margins.stage = of_stage_.cell;
    if (of_mean_ && limit) {
      const double margin = to_double(limit->value) - e_.balance[stage_].composite_cv;
      margins.mean = CvMargin{0, margin, mean_.cell};
    }
    return margins;
  }

 private:
  void follow(std::uint32_t unit, std::size_t i, const SlippedCell& cell) {
    const Reading& reading = cell.reading;
    const int decimals = decimals_to_be_had(e_.vocabulary->fields[reading.term.field]);
    const double one = to_double(Decimal{1, static_cast<std::uint8_t>(decimals)});
    const double rise = slipped_.rise(unit, i, reading) * one;
    if (!cell.written || !(rise > 0)) return;
    const double before = to_double(*reading.value);
    const auto part_of = [&](std::int64_t count) {
      const double by = std::abs(static_cast<double>(count)) * one;
      return before > 0 ? by / before : kMostSteps * by;
    };
    std::vector<std::int64_t> counts = reaching(unit, i, reading, rise);
    const std::size_t of_units = counts.size();
    const bool tips_stage = of_units > 0 || slipped_.could_tip(unit, cell.uses);
    for (const double root : at_limit(unit, i, rise)) {
      if (!(std::abs(root) < kMostSteps)) continue;
      const auto below = static_cast<std::int64_t>(std::floor(root));
      // The root of doubles may be a step off, whichever way.
      for (const std::int64_t count : {below - 1, below, below + 1, below + 2})
        counts.push_back(count);
    }
    std::sort(counts.begin(), counts.end(), [](std::int64_t a, std::int64_t b) {
      return std::abs(a) != std::abs(b) ? std::abs(a) < std::abs(b) : a < b;
    });
    counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
    for (const std::int64_t count : counts) {
      const double part = part_of(count);
      const auto steps = std::abs(static_cast<double>(count));
      // Those that follow are further away.
      if (!nearer(cell, steps) && !(of_units > 0 && part < of_unit_.distance) &&
          !(tips_stage && part < of_stage_.distance) && !(of_mean_ && part < mean_.distance))
        return;
      const auto by = shifted(Decimal{count, 0}, -decimals);
      if (count != 0 && by) try_steps(unit, cell, *by, steps, part);
    }
  }

  /// Whether so many steps would be the nearest for one of the coefficients.
  [[nodiscard]] bool nearer(const SlippedCell& cell, double steps) const {
    return !of_mean_ && std::any_of(cell.uses.begin(), cell.uses.end(),
                                    [&](const auto& use) { return steps < cv_[use.first].distance; });
  }

  /// The fewest steps with which the value is on the other side of its threshold, and of its floor.
  [[nodiscard]] std::vector<std::int64_t> reaching(std::uint32_t unit, std::size_t i, const Reading& reading,
                                                   double rise) const {
    const Indicator& rule = e_.standard->indicators[i];
    const auto& threshold = rule.threshold[static_cast<std::size_t>(range_.stage)];
    if (!threshold) return {};
    std::vector<std::int64_t> counts;
    const auto add = [&](Decimal factor) {
      const double steps = (to_double(threshold->value) * to_double(factor) - e_.indicators[i].value[unit]) / rise;
      std::int64_t least = 0;
      if (std::abs(steps - std::round(steps)) > kNearWhole * (1 + std::abs(steps)) && std::abs(steps) < kMostSteps) {
        least = static_cast<std::int64_t>(std::ceil(steps));
      } else {
        const auto exact = exact_steps(unit, i, reading, threshold->value, factor);
        if (!exact) return;
        least = *exact;
      }
      counts.push_back(least > 0 ? least : least - 1);
    };
    add({1, 0});
    if (e_.standard->unit_rule) add(e_.standard->unit_rule->floor);
    return counts;
  }

  /// As fractions; nullopt where these are beyond 128 bits.
  [[nodiscard]] std::optional<std::int64_t> exact_steps(std::uint32_t unit, std::size_t i, const Reading& reading,
                                                        Decimal threshold, Decimal factor) const {
    const Indicator& rule = e_.standard->indicators[i];
    const int decimals = decimals_to_be_had(e_.vocabulary->fields[reading.term.field]);
    const Decimal step{1, static_cast<std::uint8_t>(decimals)};
    const auto value = exact_value(e_, unit, range_.stage, rule_for(rule, e_.indicators[i], unit));
    const auto cell = value ? cell_of_ratios(*value, rise_of(e_, unit, reading, rule.per, step)) : std::nullopt;
    return cell ? std::optional(steps_to(*cell, threshold, factor)) : std::nullopt;
  }

  /// The steps at which the coefficient is its limit: S² + w(d'² − d²) − (w(d' − d))² = L²(X̄ + w(d' − d))² is a square in
  /// d' − d.
  [[nodiscard]] std::vector<double> at_limit(std::uint32_t unit, std::size_t i, double rise) const {
    const auto& limit = e_.standard->balance.limit[static_cast<std::size_t>(range_.stage)];
    const StageBalance& balance = e_.balance[stage_];
    const Spread& spread = balance.indicators[i].spread;
    if (!limit || std::isnan(spread.cv)) return {};
    double bar = to_double(limit->value);
    if (of_mean_) bar = static_cast<double>(cv_.size()) * (bar - balance.composite_cv) + spread.cv;
    if (!(bar >= 0)) return {};
    const double weight = static_cast<double>(e_.split.units.pupils[unit]) / static_cast<double>(balance.pupils);
    const double square = bar * bar;
    const double off = e_.indicators[i].value[unit] - spread.mean;
    const double a = weight - weight * weight * (1 + square);
    const double half_b = weight * off - square * spread.mean * weight;
    const double c = spread.deviation * spread.deviation - square * spread.mean * spread.mean;
    const double under = half_b * half_b - a * c;
    if (a == 0 || under < 0) return {};
    return {(-half_b - std::sqrt(under)) / a / rise, (-half_b + std::sqrt(under)) / a / rise};
  }

  void try_steps(std::uint32_t unit, const SlippedCell& cell, Decimal by, double steps, double part) {
    const auto now = sum_of(cell.reading.value, by);
    if (!now || now->mantissa < 0) return;
    const auto written = shifted(*now, -cell.shift);
    const auto effect = written ? slipped_.effect(unit, cell, written) : std::nullopt;
    if (!effect || !effect->tips) return;
    const TippingCell tipping{unit, effect->row, effect->field, effect->column_stage, by};
    for (const SlippedIndicator& one : effect->indicators) {
      if (one.cv_verdict != e_.balance[stage_].indicators[one.indicator].verdict)
        cv_[one.indicator].consider(steps, tipping);
    }
    if (effect->mean_verdict != e_.balance[stage_].composite_verdict) mean_.consider(part, tipping);
    if (effect->unit_verdict != e_.unit_verdict[unit]) of_unit_.consider(part, tipping);
    if (effect->tips_stage) of_stage_.consider(part, tipping);
  }

  const Evaluation& e_;
  std::size_t stage_;
  const StageUnits& range_;
  SlippedStage slipped_;
  std::vector<Nearest> cv_;
  Nearest of_unit_;
  Nearest of_stage_;
  Nearest mean_;
  bool of_mean_ = false;  ///< the mean of the coefficients is judged, and none of them
};

}  // namespace

StageMargins margins_of(const Evaluation& evaluation, std::size_t stage) {
  return Margins(evaluation, stage).run();
}

}  // namespace junheng
