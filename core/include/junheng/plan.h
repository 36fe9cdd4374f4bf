// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "junheng/exact.h"
#include "junheng/ids.h"
#include "junheng/standard.h"

namespace junheng {

/// 最小代价达标方案: the least that makes one stage of one county pass, with the pupils as they are.
///
/// With x = value of a unit, w = its part of the pupils, CV <= L says ‖√w · (x − x̄)‖ <= L · x̄: a second-order cone, so that
/// each indicator is a convex problem of its own. What ties them together is only which indicators of a unit stay
/// between the floor and the threshold. docs/plan.md has the mathematics and how far each answer is proved.

/// One indicator of one unit: its value after `a` steps is (base + a · rise) / under, exactly.
struct PlanCell {
  U128 base = 0;
  U128 rise = 1;   ///< > 0
  U128 under = 1;  ///< > 0
};

/// An indicator of the stage and how its resource can be had. A step is the least of it that is bought or moved: a
/// teacher, a room, a hundredth of ㎡ or of a yuan.
struct PlanIndicator {
  std::vector<PlanCell> cells;        ///< by unit
  std::vector<std::int64_t> most;     ///< by unit: steps that may be added at most; empty: no cap
  std::vector<std::uint8_t> keeps;    ///< by unit: 1 where nothing may be moved away; empty: nowhere
  std::optional<Decimal> threshold;   ///< 达标值; nullopt: no threshold
  std::optional<Decimal> cv_limit;    ///< nullopt: the coefficient is not judged
  Decimal price{1, 0};                ///< of one step, > 0: yuan, or 1 where things are only counted
  std::optional<Decimal> move_price;  ///< of moving one step from one unit to another, >= 0; nullopt: nothing is moved
};

struct PlanProblem {
  std::vector<std::uint32_t> pupils;  ///< by unit, > 0
  std::vector<PlanIndicator> indicators;
  std::optional<UnitRule> rule;      ///< nullopt: units are not judged, coefficients alone
  std::vector<std::uint8_t> judged;  ///< by unit: 1 where it must meet the rule; empty: all of them
  std::optional<Decimal> mean_limit;  ///< of the mean of all coefficients (综合差异系数), which have no limits then
  std::optional<Decimal> budget;
};

enum class PlanOutcome : std::uint8_t {
  planned,      ///< a plan; an empty one where all passes as it is
  over_budget,  ///< a plan, but it costs more than the budget
  infeasible,   ///< the caps do not let it pass: see Plan::shortfalls
  refused,      ///< the numbers are beyond what is computed exactly, or a price is not above zero
};
template <>
inline constexpr auto kIds<PlanOutcome> = ids_up_to<PlanOutcome::refused>({"planned", "over_budget", "infeasible",
                                                                           "refused"});

/// A cap that makes a plan impossible: how many steps more than it allows would do.
struct Shortfall {
  std::uint16_t indicator = 0;
  std::uint32_t unit = 0;
  std::int64_t steps = 0;
};

struct IndicatorPlan {
  std::vector<std::int64_t> steps;  ///< by unit: added, or where negative given to others
  std::int64_t bought = 0;          ///< steps that come into the stage
  std::int64_t moved = 0;           ///< steps that go from one unit to another
  double cv_before = 0;             ///< NaN where all values are zero
  double cv_after = 0;
};

/// What a budget buys where it does not buy the whole plan: verdicts that are won, as many as are found.
struct BudgetPlan {
  std::vector<IndicatorPlan> indicators;
  Decimal cost;
  std::vector<std::uint32_t> units;         ///< that pass then and did not before
  std::vector<std::uint16_t> coefficients;  ///< likewise within their limit, by indicator
  /// The coefficient that is nearest to be won was brought down with what was left; nullopt: none was, or it is the mean.
  std::optional<std::uint16_t> nearer;
  /// No plan within the budget that wins the same units and coefficients brings that one, or the mean, as low as this.
  std::optional<Decimal> beyond;
  /// No plan within the budget wins more than this many, units and coefficients together.
  std::size_t most = 0;
};

/// Told how much of a plan is computed: so many parts of at most so many, as it may end before.
using PlanProgress = std::function<void(std::size_t done, std::size_t all)>;

struct Plan {
  PlanOutcome outcome = PlanOutcome::refused;
  std::vector<IndicatorPlan> indicators;
  Decimal cost;
  Decimal bound;         ///< no plan costs less
  bool optimal = false;  ///< cost equals bound
  std::vector<Shortfall> shortfalls;
};

/// The least plan, or a plan and its distance from what no plan can be below. Every plan is checked as the engine judges
/// (as fractions) before it is returned.
[[nodiscard]] Plan least_plan(const PlanProblem& problem, const PlanProgress& progress = {});

/// The most verdicts that are found for problem.budget, units and coefficients each counting as one, without losing any
/// that there are: units in the order of what each costs by itself, coefficients one after another. A heuristic.
[[nodiscard]] BudgetPlan most_for_budget(const PlanProblem& problem);

/// Whether a stage with these steps taken passes, decided as judge() and weigh() do.
[[nodiscard]] bool plan_passes(const PlanProblem& problem, const std::vector<IndicatorPlan>& indicators);

}  // namespace junheng
