// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "base/sort_places.h"
#include "plan/steps.h"

namespace junheng {
namespace {

/// Digits behind the point to which a coefficient that is not won is brought down.
constexpr int kNearerDecimals = 4;

/// How far a limit that is too dear is come down to.
struct Lowered {
  std::optional<Plan> plan;       ///< nullopt: not at all
  std::optional<Decimal> beyond;  ///< the bound of any plan within this limit is above the budget
};

/// `plan_within`: the least plan within a limit. `now`: the coefficient as it is; `limit`: the one that is too dear.
template <typename PlanWithin>
Lowered lowered(double now, Decimal limit, const std::optional<Decimal>& budget, const PlanWithin& plan_within) {
  const double one = std::pow(10.0, kNearerDecimals);
  Lowered found;
  // Where there is nothing at all, there is no coefficient.
  if (!std::isfinite(now) || now <= to_double(limit)) return found;
  auto beyond = static_cast<std::int64_t>(to_double(limit) * one);
  auto reached = static_cast<std::int64_t>(std::ceil(now * one));
  // The highest limit, from `low` on, at which it does not hold; it holds at `high`.
  const auto halved = [](std::int64_t low, std::int64_t high, const auto& holds) {
    while (low + 1 < high) {
      const std::int64_t middle = low + (high - low) / 2;
      (holds(middle) ? high : low) = middle;
    }
    return low;
  };
  const auto within = [&](std::int64_t tried) {
    return plan_within(shifted(Decimal{tried, 0}, -kNearerDecimals).value_or(limit));
  };
  const auto too_dear = [&](const Plan& plan) {
    return plan.outcome == PlanOutcome::over_budget && to_double(plan.bound) > to_double(*budget);
  };
  if (!too_dear(within(beyond))) return found;
  std::int64_t not_reached = halved(beyond, reached, [&](std::int64_t tried) {
    Plan plan = within(tried);
    if (too_dear(plan)) beyond = std::max(beyond, tried);
    if (plan.outcome != PlanOutcome::planned) return false;
    found.plan = std::move(plan);
    return true;
  });
  // Between what is reached and what is proved to be too dear there may be some where neither is so.
  if (not_reached > beyond)
    beyond = halved(beyond, not_reached + 1, [&](std::int64_t tried) { return !too_dear(within(tried)); });
  found.beyond = shifted(Decimal{beyond, 0}, -kNearerDecimals);
  return found;
}

/// Which verdicts are to be won: of units so many in the order of what they cost, of coefficients those marked.
struct Wanted {
  std::size_t units = 0;
  std::vector<std::uint8_t> limits;

  [[nodiscard]] std::size_t verdicts() const {
    return units + static_cast<std::size_t>(std::count(limits.begin(), limits.end(), 1));
  }
};

/// Buys verdicts one after another.
///
/// Holds: the units that pass (they must go on passing) and the others in the order of what each costs by itself. A set of
/// verdicts costs what the least plan of the same problem costs that asks for no other.
/// Steps of run(): as many units as the budget has room for; each coefficient that is over its limit, the cheapest first,
/// kept where the verdicts are more with it; and what is left for the coefficient that is nearest.
class Spender {
 public:
  explicit Spender(const PlanProblem& problem) : problem_(problem) {
    passing_.assign(problem.pupils.size(), 1);
    const std::vector<std::int64_t> none(problem.pupils.size(), 0);
    std::vector<double> price(problem.pupils.size(), 0);
    for (std::uint32_t unit = 0; problem.rule && unit < passing_.size(); ++unit) {
      if (!is_judged(problem, unit)) continue;
      price[unit] = price_of(unit);
      if (price[unit] == 0) continue;
      passing_[unit] = 0;
      if (std::isfinite(price[unit])) order_.push_back(unit);
    }
    sort_places(order_, [&](std::uint32_t a, std::uint32_t b) { return price[a] < price[b]; });
    for (const PlanIndicator& indicator : problem.indicators) {
      const bool within =
          indicator.cv_limit && cv_within(indicator, problem.pupils, none, sums_of(indicator, problem.pupils, none));
      within_.push_back(within ? 1 : 0);
    }
  }

  BudgetPlan run() {
    best_.limits = within_;
    auto found = plan_of(best_);
    if (!found) return {};
    plan_ = *std::move(found);
    more_units(within_);
    std::vector<std::size_t> over = coefficients_by_cost();
    for (auto next = over.begin(); next != over.end();) {
      next = won(*next) ? over.erase(next) : next + 1;
    }
    BudgetPlan bought;
    for (const std::size_t indicator : over) {
      bought.beyond = bring_nearer(indicator);
      if (!bought.beyond) continue;
      bought.nearer = static_cast<std::uint16_t>(indicator);
      break;
    }
    bought.most = most_verdicts();
    bought.indicators = std::move(plan_.indicators);
    bought.cost = plan_.cost;
    bought.units.assign(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(best_.units));
    std::sort(bought.units.begin(), bought.units.end());
    for (std::size_t i = 0; i < within_.size(); ++i) {
      if (best_.limits[i] != within_[i]) bought.coefficients.push_back(static_cast<std::uint16_t>(i));
    }
    return bought;
  }

 private:
  /// What it costs to let one unit pass by itself, where nothing is moved; infinite where its caps do not let it.
  /// `least`: by what a step costs at least, bought or moved.
  [[nodiscard]] double price_of(std::size_t unit, bool least = false) const {
    constexpr double kNever = std::numeric_limits<double>::infinity();
    double price = 0;
    std::vector<double> spared;
    for (const PlanIndicator& indicator : problem_.indicators) {
      if (!indicator.threshold) continue;
      const PlanCell& cell = indicator.cells[unit];
      double step = to_double(indicator.price);
      if (least && indicator.move_price) step = std::min(step, to_double(*indicator.move_price));
      const std::int64_t low = std::max<std::int64_t>(steps_to(cell, *indicator.threshold, problem_.rule->floor), 0);
      const std::int64_t high = std::max<std::int64_t>(steps_to(cell, *indicator.threshold), 0);
      const std::int64_t most = indicator.most.empty() ? high : indicator.most[unit];
      if (low > most) return kNever;
      price += static_cast<double>(low) * step;
      spared.push_back(high > most ? kNever : static_cast<double>(high - low) * step);
    }
    // Those that spare most stay below their threshold.
    std::sort(spared.begin(), spared.end());
    const auto wanted = std::min(spared.size(), static_cast<std::size_t>(std::max(problem_.rule->meet_at_least, 0)));
    return std::accumulate(spared.begin(), spared.begin() + static_cast<std::ptrdiff_t>(wanted), price);
  }

  /// What no plan within the budget wins more of. What units get is bought or moved, each step for one of them; what a
  /// coefficient costs is of its own indicator. So neither units nor coefficients, each by themselves, are more than there
  /// is room for beginning with the cheapest.
  [[nodiscard]] std::size_t most_verdicts() const {
    std::vector<double> units;
    units.reserve(order_.size());
    for (const std::uint32_t unit : order_) {
      units.push_back(price_of(unit, true));
    }
    std::vector<double> coefficients;
    for (std::size_t i = 0; i < within_.size(); ++i) {
      if (within_[i] == 0 && problem_.indicators[i].cv_limit) coefficients.push_back(least_for_coefficient(i));
    }
    return within_budget(std::move(units)) + within_budget(std::move(coefficients));
  }

  /// What no plan costs less than in which one coefficient is won and no unit that passes falls below its floor.
  [[nodiscard]] double least_for_coefficient(std::size_t indicator) const {
    PlanProblem alone;
    alone.pupils = problem_.pupils;
    alone.indicators.push_back(problem_.indicators[indicator]);
    alone.rule = problem_.rule;
    if (alone.rule) alone.rule->meet_at_least = 0;
    alone.judged = passing_;
    for (std::size_t unit = 0; unit < passing_.size(); ++unit)
      alone.judged[unit] = passing_[unit] != 0 && is_judged(problem_, unit) ? 1 : 0;
    const Plan plan = least_plan(alone);
    if (plan.outcome == PlanOutcome::infeasible) return std::numeric_limits<double>::infinity();
    return to_double(plan.bound);
  }

  /// How many of these there is room for, the cheapest first.
  [[nodiscard]] std::size_t within_budget(std::vector<double> prices) const {
    constexpr double kRounding = 1e-9;
    std::sort(prices.begin(), prices.end());
    double left = to_double(*problem_.budget) * (1 + kRounding);
    std::size_t count = 0;
    while (count < prices.size() && prices[count] <= left)
      left -= prices[count++];
    return count;
  }

  [[nodiscard]] PlanProblem asked(const Wanted& wanted) const {
    PlanProblem asked = problem_;
    asked.judged = passing_;
    for (std::size_t unit = 0; unit < passing_.size(); ++unit)
      asked.judged[unit] = passing_[unit] != 0 && is_judged(problem_, unit) ? 1 : 0;
    for (std::size_t place = 0; place < wanted.units; ++place)
      asked.judged[order_[place]] = 1;
    for (std::size_t i = 0; i < asked.indicators.size(); ++i) {
      if (wanted.limits[i] == 0) asked.indicators[i].cv_limit.reset();
    }
    return asked;
  }

  /// nullopt: there is none, or it is too dear.
  [[nodiscard]] static std::optional<Plan> affordable(const PlanProblem& asked) {
    Plan plan = least_plan(asked);
    if (plan.outcome != PlanOutcome::planned) return std::nullopt;
    return plan;
  }
  [[nodiscard]] std::optional<Plan> plan_of(const Wanted& wanted) const { return affordable(asked(wanted)); }

  /// As many units as the budget has room for beside these coefficients; kept where the verdicts are more than before.
  bool more_units(const std::vector<std::uint8_t>& limits) {
    const std::size_t before = best_.verdicts();
    Wanted wanted{0, limits};
    auto plan = plan_of(wanted);
    if (!plan) return false;
    std::size_t too_many = order_.size() + 1;
    while (wanted.units + 1 < too_many) {
      const Wanted tried{wanted.units + (too_many - wanted.units) / 2, limits};
      if (auto more = plan_of(tried)) {
        wanted = tried;
        plan = std::move(more);
      } else {
        too_many = tried.units;
      }
    }
    if (wanted.verdicts() <= before) return false;
    best_ = std::move(wanted);
    plan_ = *std::move(plan);
    return true;
  }

  [[nodiscard]] std::vector<std::size_t> coefficients_by_cost() const {
    std::vector<std::pair<double, std::size_t>> costs;
    for (std::size_t i = 0; i < within_.size(); ++i) {
      if (within_[i] != 0 || !problem_.indicators[i].cv_limit) continue;
      Wanted alone{0, within_};
      alone.limits[i] = 1;
      PlanProblem free = asked(alone);
      free.budget.reset();
      const auto plan = affordable(free);
      if (plan) costs.emplace_back(to_double(plan->cost), i);
    }
    std::sort(costs.begin(), costs.end());
    std::vector<std::size_t> order;
    order.reserve(costs.size());
    for (const auto& [cost, indicator] : costs)
      order.push_back(indicator);
    return order;
  }

  bool won(std::size_t indicator) {
    std::vector<std::uint8_t> limits = best_.limits;
    limits[indicator] = 1;
    return more_units(limits);
  }

  std::optional<Decimal> bring_nearer(std::size_t indicator) {
    PlanProblem tried = asked(best_);
    auto& limit = tried.indicators[indicator].cv_limit;
    const auto judged = problem_.indicators[indicator].cv_limit.value();
    Lowered found = lowered(plan_.indicators[indicator].cv_after, judged, problem_.budget, [&](Decimal within) {
      limit = within;
      return least_plan(tried);
    });
    if (!found.plan) return std::nullopt;
    plan_ = *std::move(found.plan);
    return found.beyond;
  }

  const PlanProblem& problem_;
  std::vector<std::uint8_t> passing_;
  std::vector<std::uint32_t> order_;  ///< of units that do not pass
  std::vector<std::uint8_t> within_;  ///< by indicator: judged and within its limit
  Wanted best_;
  Plan plan_;
};

/// The mean of the coefficients is one verdict, which a plan either wins or not; what does not win it brings it down.
BudgetPlan mean_for_budget(const PlanProblem& problem) {
  BudgetPlan bought;
  const std::vector<std::int64_t> none(problem.pupils.size(), 0);
  bought.indicators.resize(problem.indicators.size(), {none, 0, 0, 0, 0});
  double mean = 0;
  for (const PlanIndicator& indicator : problem.indicators) {
    const PlanSums sums = sums_of(indicator, problem.pupils, none);
    const double square = std::max(0.0, sums.square - sums.mean * sums.mean);
    mean += std::sqrt(square) / sums.mean / static_cast<double>(problem.indicators.size());
  }
  PlanProblem tried = problem;
  // A coefficient is not known where there is nothing at all; none is more than this.
  if (!std::isfinite(mean)) mean = static_cast<double>(problem.pupils.size());
  Lowered found = lowered(mean, problem.mean_limit.value(), problem.budget, [&](Decimal within) {
    tried.mean_limit = within;
    return least_plan(tried);
  });
  bought.most = found.beyond ? 0 : 1;
  bought.beyond = found.beyond;
  if (!found.plan) return bought;
  bought.indicators = std::move(found.plan->indicators);
  bought.cost = found.plan->cost;
  return bought;
}

}  // namespace

BudgetPlan most_for_budget(const PlanProblem& problem) {
  if (problem.mean_limit) return mean_for_budget(problem);
  return Spender(problem).run();
}

}  // namespace junheng
