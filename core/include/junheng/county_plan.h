// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "junheng/evaluation.h"
#include "junheng/plan.h"
#include "junheng/pupil_moves.h"
#include "junheng/scenario.h"

namespace junheng {

/// How the resource of one indicator can be had; amounts are in the unit of its field: people, rooms, ㎡, yuan.
struct PlanWish {
  Decimal price{1, 0};                       ///< of one; 1 where things are only counted
  std::optional<Decimal> move_price;         ///< of moving one between schools; nullopt: not moved
  std::optional<Decimal> step;               ///< the least that is had; nullopt: decimals_to_be_had()
  std::vector<std::optional<Decimal>> caps;  ///< by unit of the stage: how much may be added; empty: no caps
  std::vector<std::uint8_t> keeps;  ///< by unit of the stage: 1 where nothing may be moved away; empty: nowhere
};

struct PlanWishes {
  std::vector<PlanWish> indicators;  ///< in the order of Standard::indicators; those beyond its end as PlanWish{}
  std::optional<Decimal> budget;
  /// How many pupils may go to another school of the stage; units of the limits are those of the stage. nullopt: none.
  /// Schools of several stages keep theirs: what their stages have is divided by pupils.
  std::optional<PupilLimits> pupils;
};

/// Why there is no plan for a stage, where it is not the caps.
enum class PlanObstacle : std::uint8_t {
  none,
  no_units,       ///< no schools, or rows whose stage is not known
  value_missing,  ///< a value is not known: what is not known cannot be planned
  value_given,    ///< a value stands in the table per pupil: what it was computed from is not known
  composite,      ///< the standard judges the mean of the coefficients, which is no convex problem
  not_confirmed,  ///< the table with the plan in it does not pass, as a cell counts elsewhere too
};
template <>
inline constexpr auto kIds<PlanObstacle> = ids_up_to<PlanObstacle::not_confirmed>({"none", "no_units", "value_missing",
                                                                                   "value_given", "composite",
                                                                                   "not_confirmed"});

struct CountyPlan {
  PlanObstacle obstacle = PlanObstacle::none;
  std::uint32_t unit = 0;       ///< of value_missing and value_given, into split.units
  std::uint16_t indicator = 0;  ///< likewise
  Plan plan;
  PlanProblem problem;  ///< that the plan is of: where pupils go, with those gone
  /// Where the outcome is over_budget: what the budget buys of it. `scenario` and `after` are of this then.
  std::optional<BudgetPlan> within_budget;
  std::vector<Decimal> step;  ///< by indicator: how much one step is
  /// Who goes to another school before that: then all of the plan is that of the stage with its pupils so.
  std::vector<PupilMove> pupils;
  std::optional<Decimal> cost_without;  ///< of the plan where nobody goes; nullopt: there is none, or nobody goes
  std::optional<Evaluation> moved;      ///< the table with these gone and nothing had, where some are
  Scenario scenario;                    ///< the plan as changes of cells; its name is empty
  std::optional<Evaluation> after;      ///< the table with these in it
  /// A cell of it counts in another stage of its school as well, so that plans of several stages do not add up.
  bool shares = false;
};

/// The field of which an indicator's resource is had in a stage: the first number that is added up, of its first unit.
/// nullopt: there is none that stands in the table.
[[nodiscard]] std::optional<std::uint16_t> field_to_buy(const Evaluation& evaluation, std::size_t stage,
                                                        std::size_t indicator);

/// The problem of one of split.stages; obstacle, unit, indicator and step of `about` are set.
[[nodiscard]] std::optional<PlanProblem> plan_problem(const Evaluation& evaluation, std::size_t stage,
                                                      const PlanWishes& wishes, CountyPlan& about);

/// The least plan for one of split.stages. Its cells are put into the table and that is evaluated: a plan with which the
/// stage does not pass is not returned. Where pupils may go and the plan that is found with them gone costs less, it is that
/// one. Where it costs more than the budget, what that buys is searched as well, and kept
/// where each unit of it passes in the table. `request`: that of the evaluation.
[[nodiscard]] CountyPlan plan_stage(const Evaluation& evaluation, std::size_t stage, const PlanWishes& wishes,
                                    const Request& request = {}, const PlanProgress& progress = {});

}  // namespace junheng
