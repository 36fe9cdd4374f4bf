// SPDX-License-Identifier: MIT
#include "junheng/county_plan.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "base/decimal_ratio.h"
#include "junheng/insight.h"
#include "junheng/lookup.h"
#include "plan/enrolment_cells.h"
#include "plan/unit_cells.h"

namespace junheng {
namespace {

/// The cell that changes where an indicator's resource does: the first number that is added up.
std::optional<Reading> cell_to_change(const Evaluation& e, std::uint32_t unit, Stage stage, const ValueRule& rule) {
  for (const Reading& reading : readings_of_unit(e, unit, stage, rule)) {
    if (reading.from == ReadFrom::cell && reading.value && !reading.term.minus) return reading;
  }
  return std::nullopt;
}

/// A price or an amount times a step, within the bounds of Decimal.
std::optional<Decimal> times(Decimal a, Decimal b) {
  std::int64_t mantissa = 0;
  if (__builtin_mul_overflow(a.mantissa, b.mantissa, &mantissa) || a.scale + b.scale > kMaxScale) return std::nullopt;
  return shifted(Decimal{mantissa, static_cast<std::uint8_t>(a.scale + b.scale)}, 0);
}

/// What then stands in a cell, in the unit of its column; in the field's own where the column's is a third of it (亩).
std::optional<std::string> cell_text(const Evaluation& e, const Reading& reading, Decimal value) {
  const auto column = column_of(e, reading.term.field, reading.column_stage);
  if (!column || !e.columns[*column].match) return std::nullopt;
  const Conversion& conversion = e.columns[*column].match->conversion;
  if (conversion.times != conversion.over) return to_text(value) + e.vocabulary->fields[reading.term.field].unit.zh;
  const auto text = shifted(value, -conversion.shift);
  return text ? std::optional(to_text(*text)) : std::nullopt;
}

class StageProblem {
 public:
  StageProblem(const Evaluation& evaluation, std::size_t stage, const PlanWishes& wishes, CountyPlan& about)
      : e_(evaluation), range_(evaluation.split.stages[stage]), wishes_(wishes), about_(about) {}

  std::optional<PlanProblem> run() {
    const Standard& standard = *e_.standard;
    if (range_.begin == range_.end || e_.split.unplaced[range_.county] > 0) return stop(PlanObstacle::no_units);
    PlanProblem problem;
    problem.budget = wishes_.budget;
    bool balance = false;
    for (const Part& part : standard.parts) {
      balance = balance || part.judges_balance;
      if (part.judges_units) problem.rule = standard.unit_rule;
    }
    const auto stage = static_cast<std::size_t>(range_.stage);
    const auto& limit = standard.balance.limit[stage];
    const bool composite = standard.balance.kind == BalanceKind::composite;
    // Which coefficient comes down how far is enough to choose; what stays in each school would be chosen with it.
    if (composite && problem.rule) return stop(PlanObstacle::composite);
    if (composite && balance && limit) problem.mean_limit = limit->value;
    for (std::uint32_t unit = range_.begin; unit < range_.end; ++unit) {
      problem.pupils.push_back(e_.split.units.pupils[unit]);
      if (problem.pupils.back() == kUnknownPupils) return stop(PlanObstacle::value_missing, unit);
    }
    for (std::size_t i = 0; i < standard.indicators.size(); ++i) {
      PlanIndicator indicator;
      if (const auto& threshold = standard.indicators[i].threshold[stage]) indicator.threshold = threshold->value;
      if (limit && balance && !composite) indicator.cv_limit = limit->value;
      if (!read(i, indicator)) return std::nullopt;
      problem.indicators.push_back(std::move(indicator));
    }
    return problem;
  }

 private:
  std::nullopt_t stop(PlanObstacle why, std::uint32_t unit = 0, std::size_t indicator = 0) {
    about_.obstacle = why;
    about_.unit = unit;
    about_.indicator = static_cast<std::uint16_t>(indicator);
    return std::nullopt;
  }

  bool read(std::size_t i, PlanIndicator& indicator) {
    const Indicator& rule = e_.standard->indicators[i];
    const PlanWish wish = i < wishes_.indicators.size() ? wishes_.indicators[i] : PlanWish{};
    const auto fail = [&](PlanObstacle why, std::uint32_t unit) {
      stop(why, unit, i);
      return false;
    };
    about_.step.push_back(wish.step.value_or(Decimal{1, 0}));
    for (std::uint32_t unit = range_.begin; unit < range_.end; ++unit) {
      const IndicatorColumn& column = e_.indicators[i];
      if (std::isnan(column.value[unit])) return fail(PlanObstacle::value_missing, unit);
      if (column.origin[unit] == Origin::given) return fail(PlanObstacle::value_given, unit);
      const ValueRule how = rule_for(rule, column, unit);
      const auto value = exact_value(e_, unit, range_.stage, how);
      const auto reading = cell_to_change(e_, unit, range_.stage, how);
      if (!value || !reading) return fail(PlanObstacle::value_missing, unit);
      if (unit == range_.begin && !wish.step) {
        const int decimals = decimals_to_be_had(e_.vocabulary->fields[reading->term.field]);
        about_.step.back().scale = static_cast<std::uint8_t>(decimals);
      }
      const auto cell = cell_of_ratios(*value, rise_of(e_, unit, *reading, rule.per, about_.step.back()));
      if (!cell) return fail(PlanObstacle::value_missing, unit);
      indicator.cells.push_back(*cell);
    }
    const Decimal step = about_.step.back();
    indicator.price = times(wish.price, step).value_or(Decimal{});
    if (wish.move_price) indicator.move_price = times(*wish.move_price, step);
    indicator.keeps = wish.keeps;
    if (!indicator.keeps.empty()) indicator.keeps.resize(indicator.cells.size(), 0);
    if (wish.caps.empty()) return true;
    for (std::size_t unit = 0; unit < indicator.cells.size(); ++unit) {
      const auto& cap = unit < wish.caps.size() ? wish.caps[unit] : std::optional<Decimal>();
      indicator.most.push_back(cap ? whole_steps(*cap, step) : kNoCap);
    }
    return true;
  }

  static std::int64_t whole_steps(Decimal cap, Decimal step) {
    if (cap.mantissa <= 0 || step.mantissa <= 0) return 0;
    const U128 above = static_cast<U128>(cap.mantissa) * power_of_ten(step.scale);
    const U128 steps = above / (static_cast<U128>(step.mantissa) * power_of_ten(cap.scale));
    return static_cast<std::int64_t>(std::min(steps, static_cast<U128>(kNoCap)));
  }

  static constexpr std::int64_t kNoCap = std::int64_t{1} << 60;

  const Evaluation& e_;
  const StageUnits& range_;
  const PlanWishes& wishes_;
  CountyPlan& about_;
};

/// The plan as numbers in cells; nullopt where one of them is beyond a decimal.
std::optional<Scenario> scenario_of(const Evaluation& e, const StageUnits& range, CountyPlan& planned,
                                    const std::vector<IndicatorPlan>& indicators) {
  Scenario scenario;
  planned.shares = false;
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    for (std::uint32_t unit = range.begin; unit < range.end; ++unit) {
      const std::int64_t steps = indicators[i].steps[unit - range.begin];
      if (steps == 0) continue;
      const ValueRule how = rule_for(e.standard->indicators[i], e.indicators[i], unit);
      const auto reading = cell_to_change(e, unit, range.stage, how);
      const auto change = times(planned.step[i], Decimal{steps, 0});
      const auto value = reading && change ? sum_of(reading->value, change) : std::nullopt;
      const auto text = value ? cell_text(e, *reading, *value) : std::nullopt;
      if (!text) return std::nullopt;
      planned.shares = planned.shares || (reading->shared && e.split.units.whole[unit] != kNoRow);
      scenario.changes.push_back({Change::Kind::set, e.roster.line[reading->place],
                                  e.vocabulary->fields[reading->term.field].id, reading->column_stage, *text});
    }
  }
  return scenario;
}

/// One stage with its pupils where they are to be: what is planned there is put into the table that was given.
struct Base {
  const Evaluation& given;
  const Evaluation& e;     ///< the same with pupils gone, or itself
  const Scenario& moving;  ///< what makes the one of the other
  std::size_t stage;
  const Request& request;
};

/// Puts the steps into the table. Whether that could be done.
bool put_in(const Base& base, const std::vector<IndicatorPlan>& indicators, CountyPlan& planned) {
  auto scenario = scenario_of(base.e, base.e.split.stages[base.stage], planned, indicators);
  if (!scenario) return false;
  scenario->changes.insert(scenario->changes.begin(), base.moving.changes.begin(), base.moving.changes.end());
  planned.after = evaluate_scenario(base.given, *scenario, base.request);
  planned.scenario = *std::move(scenario);
  return true;
}

/// Puts the plan into the table, and what the budget buys of it. Whether the table bears it out.
bool confirm(const Base& base, CountyPlan& planned) {
  if (!put_in(base, planned.plan.indicators, planned) || planned.after->stages[base.stage].verdict != Verdict::pass)
    return false;
  if (planned.plan.outcome != PlanOutcome::over_budget) return true;
  BudgetPlan bought = most_for_budget(planned.problem);
  const std::uint32_t begin = base.e.split.stages[base.stage].begin;
  if (!put_in(base, bought.indicators, planned) ||
      !std::all_of(bought.units.begin(), bought.units.end(),
                   [&](std::uint32_t unit) { return planned.after->unit_verdict[begin + unit] == Verdict::pass; }))
    return false;
  planned.within_budget = std::move(bought);
  return true;
}

void withdraw(CountyPlan& planned) {
  planned.obstacle = PlanObstacle::not_confirmed;
  planned.plan = {};
  planned.scenario = {};
  planned.after.reset();
}

/// Whether the units of a stage are the same ones and have these pupils: a school that gets too small, or whose pupils
/// stand in no cell, is another matter.
bool same_units(const Evaluation& before, const Evaluation& after, std::size_t stage,
                const std::vector<std::int64_t>& pupils) {
  if (after.split.stages.size() != before.split.stages.size()) return false;
  const StageUnits& range = before.split.stages[stage];
  const StageUnits& then = after.split.stages[stage];
  if (then.begin != range.begin || then.end != range.end || then.stage != range.stage) return false;
  for (std::uint32_t unit = range.begin; unit < range.end; ++unit) {
    const bool same =
        before.roster.line[before.split.units.row[unit]] == after.roster.line[after.split.units.row[unit]];
    if (!same || after.split.units.pupils[unit] != pupils[unit]) return false;
  }
  return true;
}

/// The plan of the stage with pupils gone; nullopt: it costs no less than the one without, or the table does not bear it
/// out.
std::optional<CountyPlan> with_pupils_gone(const Evaluation& e, std::size_t stage, const PlanWishes& wishes,
                                           const Request& request, const CountyPlan& without,
                                           const PlanProgress& progress) {
  const StageUnits& range = e.split.stages[stage];
  PupilLimits limits = *wishes.pupils;
  limits.at_most.resize(range.end - range.begin, limits.most);
  for (std::uint32_t unit = range.begin; unit < range.end; ++unit) {
    if (e.split.units.whole[unit] != kNoRow) limits.at_most[unit - range.begin] = 0;
  }
  CountyPlan planned;
  planned.pupils = pupils_to_move(without.problem, without.plan, limits, progress);
  if (planned.pupils.empty()) return std::nullopt;
  std::vector<std::int64_t> pupils(e.split.units.pupils.begin(), e.split.units.pupils.end());
  for (const PupilMove& move : planned.pupils) {
    pupils[range.begin + move.from] -= move.pupils;
    pupils[range.begin + move.to] += move.pupils;
  }
  Scenario moving;
  set_enrolments(moving, e, pupils);
  planned.moved = evaluate_scenario(e, moving, request);
  auto problem = plan_problem(*planned.moved, stage, wishes, planned);
  if (!problem || !same_units(e, *planned.moved, stage, pupils)) return std::nullopt;
  planned.problem = *std::move(problem);
  planned.plan = least_plan(planned.problem);
  if (planned.plan.indicators.empty()) return std::nullopt;
  if (!without.plan.indicators.empty()) {
    if (!(to_double(planned.plan.cost) < to_double(without.plan.cost))) return std::nullopt;
    planned.cost_without = without.plan.cost;
  }
  if (!confirm({e, *planned.moved, moving, stage, request}, planned)) return std::nullopt;
  return planned;
}

}  // namespace

std::optional<std::uint16_t> field_to_buy(const Evaluation& e, std::size_t stage, std::size_t indicator) {
  const StageUnits& range = e.split.stages[stage];
  const IndicatorColumn& column = e.indicators[indicator];
  if (range.begin == range.end || !column.alternative) return std::nullopt;
  const ValueRule how = rule_for(e.standard->indicators[indicator], column, range.begin);
  const auto reading = cell_to_change(e, range.begin, range.stage, how);
  return reading ? std::optional(reading->term.field) : std::nullopt;
}

std::optional<PlanProblem> plan_problem(const Evaluation& evaluation, std::size_t stage, const PlanWishes& wishes,
                                        CountyPlan& about) {
  return StageProblem(evaluation, stage, wishes, about).run();
}

CountyPlan plan_stage(const Evaluation& evaluation, std::size_t stage, const PlanWishes& wishes, const Request& request,
                      const PlanProgress& progress) {
  CountyPlan planned;
  auto problem = plan_problem(evaluation, stage, wishes, planned);
  if (!problem) return planned;
  planned.problem = *std::move(problem);
  planned.plan = least_plan(planned.problem, progress);
  if (wishes.pupils) {
    if (auto moved = with_pupils_gone(evaluation, stage, wishes, request, planned, progress)) return *std::move(moved);
  }
  const Scenario nobody;
  if (!planned.plan.indicators.empty() && !confirm({evaluation, evaluation, nobody, stage, request}, planned))
    withdraw(planned);
  return planned;
}

}  // namespace junheng
