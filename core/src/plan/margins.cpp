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

constexpr double kNone = std::numeric_limits<double>::infinity();
/// More steps than these are no margin but another county.
constexpr double kMostSteps = 1e12;

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
/// those one short of it, and the whole numbers around the two at which the coefficient is the limit; each is followed as a
/// slip is, and kept where it is nearer than what is known.
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
      const double margin = limit ? to_double(limit->value) - cv : std::numeric_limits<double>::quiet_NaN();
      margins.indicators.push_back({static_cast<std::uint16_t>(i), margin, cv_[i].cell});
    }
    margins.stage = of_stage_.cell;
    return margins;
  }

 private:
  void follow(std::uint32_t unit, std::size_t i, const SlippedCell& cell) {
    const Reading& reading = cell.reading;
    const Indicator& rule = e_.standard->indicators[i];
    const int decimals = decimals_to_be_had(e_.vocabulary->fields[reading.term.field]);
    const Decimal step{1, static_cast<std::uint8_t>(decimals)};
    const auto value = exact_value(e_, unit, range_.stage, rule_for(rule, e_.indicators[i], unit));
    const auto steps = value ? cell_of_ratios(*value, rise_of(e_, unit, reading, rule.per, step)) : std::nullopt;
    if (!steps || steps->rise == 0) return;
    std::vector<std::int64_t> counts;
    const auto around = [&](std::int64_t count) {
      for (const std::int64_t one : {count - 1, count, count + 1})
        counts.push_back(one);
    };
    if (const auto& threshold = rule.threshold[static_cast<std::size_t>(range_.stage)]) {
      around(steps_to(*steps, threshold->value));
      if (e_.standard->unit_rule) around(steps_to(*steps, threshold->value, e_.standard->unit_rule->floor));
    }
    for (const double root : at_limit(unit, i, *steps)) {
      if (std::abs(root) < kMostSteps) around(static_cast<std::int64_t>(std::floor(root)));
      if (std::abs(root) < kMostSteps) around(static_cast<std::int64_t>(std::ceil(root)));
    }
    std::sort(counts.begin(), counts.end());
    counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
    for (const std::int64_t count : counts) {
      const auto by = shifted(Decimal{count, 0}, -decimals);
      if (count != 0 && by) try_steps(unit, cell, *by, std::abs(static_cast<double>(count)));
    }
  }

  /// The steps at which the coefficient is its limit: S² + w(d'² − d²) − (w(d' − d))² = L²(X̄ + w(d' − d))² is a square in
  /// d' − d.
  [[nodiscard]] std::vector<double> at_limit(std::uint32_t unit, std::size_t i, const PlanCell& steps) const {
    const auto& limit = e_.standard->balance.limit[static_cast<std::size_t>(range_.stage)];
    const StageBalance& balance = e_.balance[stage_];
    const Spread& spread = balance.indicators[i].spread;
    if (!limit || std::isnan(spread.cv)) return {};
    const double weight = static_cast<double>(e_.split.units.pupils[unit]) / static_cast<double>(balance.pupils);
    const double square = to_double(limit->value) * to_double(limit->value);
    const double off = e_.indicators[i].value[unit] - spread.mean;
    const double a = weight - weight * weight * (1 + square);
    const double half_b = weight * off - square * spread.mean * weight;
    const double c = spread.deviation * spread.deviation - square * spread.mean * spread.mean;
    const double under = half_b * half_b - a * c;
    if (a == 0 || under < 0) return {};
    const double rise = to_double(Ratio{steps.rise, steps.under});
    return {(-half_b - std::sqrt(under)) / a / rise, (-half_b + std::sqrt(under)) / a / rise};
  }

  void try_steps(std::uint32_t unit, const SlippedCell& cell, Decimal by, double count) {
    const Reading& reading = cell.reading;
    const auto column = column_of(e_, reading.term.field, reading.column_stage);
    const auto now = sum_of(reading.value, by);
    if (!now || now->mantissa < 0 || !column || !e_.columns[*column].match) return;
    const auto written = shifted(*now, -e_.columns[*column].match->conversion.shift);
    const auto effect = written ? slipped_.effect(unit, cell, written) : std::nullopt;
    if (!effect || !effect->tips) return;
    const TippingCell tipping{unit, effect->row, effect->field, effect->column_stage, by};
    for (const SlippedIndicator& one : effect->indicators) {
      if (one.cv_verdict != e_.balance[stage_].indicators[one.indicator].verdict)
        cv_[one.indicator].consider(count, tipping);
    }
    const double before = to_double(*reading.value);
    const double part = before > 0 ? std::abs(to_double(by)) / before : kMostSteps * count;
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
};

}  // namespace

StageMargins margins_of(const Evaluation& evaluation, std::size_t stage) {
  return Margins(evaluation, stage).run();
}

}  // namespace junheng
