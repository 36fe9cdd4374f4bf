// SPDX-License-Identifier: MIT
#include "junheng/balance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "base/decimal_ratio.h"
#include "base/own_call.h"
#include "roster/fact_names.h"

namespace junheng {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// A sum that carries its rounding error along (Neumaier), so that neither the number nor the order of the summands
/// shows in the result. Needs strict double arithmetic: see cmake/flags.cmake.
class CarefulSum {
 public:
  void add(double term) {
    const double next = sum_ + term;
    lost_ += std::abs(sum_) >= std::abs(term) ? (sum_ - next) + term : (term - next) + sum_;
    sum_ = next;
  }
  [[nodiscard]] double value() const { return sum_ + lost_; }

 private:
  double sum_ = 0;
  double lost_ = 0;
};

class Weigher {
 public:
  Weigher(const Prepared& prepared, const Indicators& indicators)
      : p_(prepared), indicators_(indicators), standard_(*prepared.standard) {}

  StageBalance weigh(const StageUnits& stage) const {
    StageBalance result;
    for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
      const std::uint32_t pupils = p_.split.units.pupils[unit];
      if (pupils != kUnknownPupils) result.pupils += pupils;
    }
    result.indicators.reserve(indicators_.size());
    for (std::size_t i = 0; i < indicators_.size(); ++i)
      result.indicators.push_back(balance_of(stage, i));
    if (standard_.balance.kind == BalanceKind::composite) judge_composite(stage, result);
    if (stage.begin == stage.end) take_given(stage, result);
    return result;
  }

 private:
  JUNHENG_OWN_CALL Balance balance_of(const StageUnits& stage, std::size_t i) const {
    const IndicatorColumn& column = indicators_[i];
    const std::size_t size = stage.end - stage.begin;
    Balance balance;
    // Counted by numbers: which verdict the next unit has nobody can foresee, and each would be a jump.
    std::array<std::uint32_t, static_cast<std::size_t>(Verdict::none) + 1> units{};
    for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit)
      ++units[static_cast<std::size_t>(column.verdict[unit])];
    const auto of = [&](Verdict verdict) { return units[static_cast<std::size_t>(verdict)]; };
    balance.units_meeting = of(Verdict::pass);
    balance.units_near = of(Verdict::near);
    balance.units_failing = of(Verdict::fail);
    balance.units_unknown = of(Verdict::unknown);
    if (of(Verdict::none) > 0) {
      for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit)
        balance.units_unknown += column.verdict[unit] == Verdict::none && std::isnan(column.value[unit]) ? 1U : 0U;
    }
    // A row that belongs to no known stage may belong to this one: then no coefficient is known.
    if (p_.split.unplaced[stage.county] == 0) {
      balance.spread = spread_of(std::span(column.value).subspan(stage.begin, size),
                                 std::span(p_.split.units.pupils).subspan(stage.begin, size));
    }
    if (standard_.balance.kind == BalanceKind::composite) {
      balance.verdict = Verdict::none;
    } else if (const auto& limit = standard_.balance.limit[static_cast<std::size_t>(stage.stage)]) {
      balance.verdict = within(stage, i, balance.spread.cv, limit->value);
    }
    return balance;
  }

  Verdict within(const StageUnits& stage, std::size_t i, double cv, Decimal limit) const {
    if (std::isnan(cv)) return Verdict::unknown;
    const double bar = to_double(limit);
    if (std::abs(cv - bar) > kCvErrorBound * (1 + cv)) return cv < bar ? Verdict::pass : Verdict::fail;
    return compare_cv(exact_units(stage, i), limit) == std::strong_ordering::greater ? Verdict::fail : Verdict::pass;
  }

  std::vector<WeightedRatio> exact_units(const StageUnits& stage, std::size_t i) const {
    std::vector<WeightedRatio> units;
    units.reserve(stage.end - stage.begin);
    for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
      const ValueRule rule = rule_for(standard_.indicators[i], indicators_[i], unit);
      const auto value = exact_value(p_, unit, stage.stage, rule);
      units.push_back({p_.split.units.pupils[unit], value.value_or(Ratio{})});
    }
    return units;
  }

  /// The mean of the coefficients (综合差异系数): exactly where doubles cannot tell.
  void judge_composite(const StageUnits& stage, StageBalance& result) const {
    double sum = 0;
    for (const Balance& balance : result.indicators)
      sum += balance.spread.cv;
    result.composite_cv = sum / static_cast<double>(result.indicators.size());
    result.composite_verdict = Verdict::unknown;
    const auto& limit = standard_.balance.limit[static_cast<std::size_t>(stage.stage)];
    if (std::isnan(result.composite_cv) || !limit) return;
    bool over = result.composite_cv > to_double(limit->value);
    if (std::abs(result.composite_cv - to_double(limit->value)) <= kCvErrorBound * (1 + result.composite_cv)) {
      std::vector<std::vector<WeightedRatio>> all;
      for (std::size_t i = 0; i < result.indicators.size(); ++i)
        all.push_back(exact_units(stage, i));
      over = compare_mean_cv(all, limit->value) == std::strong_ordering::greater;
    }
    result.composite_verdict = over ? Verdict::fail : Verdict::pass;
  }

  /// Coefficients that were published stand in where there are no schools to compute them from.
  void take_given(const StageUnits& stage, StageBalance& balance) const {
    const CountyFacts* const facts = facts_for(p_, stage.county);
    const auto& limit = standard_.balance.limit[static_cast<std::size_t>(stage.stage)];
    if (facts == nullptr || !limit) return;
    ExactSum sum;
    for (std::size_t i = 0; i < standard_.indicators.size(); ++i) {
      const Fact* const fact = facts->find(std::string(kCoefficientKey) + standard_.indicators[i].id,
                                           static_cast<std::uint8_t>(stage.stage));
      sum.add(fact == nullptr ? std::nullopt : std::optional(fact->value));
      if (fact == nullptr) continue;
      Balance& one = balance.indicators[i];
      one.given = true;
      one.spread.cv = to_double(fact->value);
      if (standard_.balance.kind == BalanceKind::each) {
        const bool over = compare(ratio_of(fact->value), limit->value) == std::strong_ordering::greater;
        one.verdict = over ? Verdict::fail : Verdict::pass;
      }
    }
    if (standard_.balance.kind != BalanceKind::composite || !sum.complete) return;
    // The mean of decimals is a fraction, and is compared as one.
    const Ratio mean{sum.plus, power_of_ten(kMaxScale) * standard_.indicators.size()};
    balance.composite_cv = to_double(mean);
    balance.composite_verdict =
        compare(mean, limit->value) == std::strong_ordering::greater ? Verdict::fail : Verdict::pass;
  }

  const Prepared& p_;
  const Indicators& indicators_;
  const Standard& standard_;
};

}  // namespace

Spread spread_of(std::span<const double> values, std::span<const std::uint32_t> pupils) {
  Spread spread;
  if (values.empty() || std::any_of(values.begin(), values.end(), [](double x) { return std::isnan(x); }))
    return spread;
  const std::uint64_t all = std::accumulate(pupils.begin(), pupils.end(), std::uint64_t{0});
  const auto weight = static_cast<double>(all);

  CarefulSum resources;
  for (std::size_t i = 0; i < values.size(); ++i)
    resources.add(values[i] * pupils[i]);
  spread.mean = resources.value() / weight;

  CarefulSum squares;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double distance = values[i] - spread.mean;
    squares.add(distance * distance * pupils[i]);
  }
  spread.deviation = std::sqrt(squares.value() / weight);
  // One unit lies on its own mean; what is left of it is rounding.
  if (values.size() == 1) spread.deviation = 0;
  if (spread.mean > 0) spread.cv = spread.deviation / spread.mean;
  return spread;
}

double cv_share(const Spread& spread, double value, std::uint32_t pupils, std::uint64_t all_pupils) {
  if (!(spread.deviation > 0)) return kUnknown;
  const double distance = (value - spread.mean) / spread.deviation;
  return distance * distance * (static_cast<double>(pupils) / static_cast<double>(all_pupils));
}

std::vector<StageBalance> weigh(const Prepared& prepared, const Indicators& indicators) {
  const Weigher weigher(prepared, indicators);
  std::vector<StageBalance> result;
  result.reserve(prepared.split.stages.size());
  for (const StageUnits& stage : prepared.split.stages)
    result.push_back(weigher.weigh(stage));
  return result;
}

}  // namespace junheng
