// SPDX-License-Identifier: MIT
#include "answer/plan_json.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "answer/json_parts.h"
#include "junheng/county_plan.h"
#include "junheng/judged_text.h"
#include "junheng/lookup.h"
#include "junheng/number_text.h"
#include "junheng/plan_effects.h"

namespace junheng {
namespace {

/// Where things are only counted, one of a resource is worth so many pupils as the threshold asks it for: 4.5 ㎡ count as
/// one pupil's room, a teacher as 24 pupils'; where there is no threshold, as the mean of the stage. Digits of that: prices
/// of all resources have one scale, which is short enough only where each of them is.
constexpr int kWorthDigits = 3;
constexpr int kWorthDecimals = 6;
/// Moving counts as this part of having something new: new things are the fewest, then moves.
constexpr int kMovesPerNew = 3;

std::optional<Decimal> decimal_at(Json object, const char* key) {
  const Json value = object.find(key);
  if (value.is_null()) return std::nullopt;
  const DecimalResult read = parse_decimal(value.is_number() ? value.number_text() : value.text());
  if (read.error != DecimalError::none || read.value.mantissa < 0) return std::nullopt;
  return read.value;
}

Decimal worth_of(const Evaluation& e, std::size_t stage, std::size_t i) {
  const Indicator& indicator = e.standard->indicators[i];
  const auto& threshold = indicator.threshold[static_cast<std::size_t>(e.split.stages[stage].stage)];
  const double asked = threshold ? to_double(threshold->value) : e.balance[stage].indicators[i].spread.mean;
  if (!(asked > 0)) return {1, 0};
  const double worth = to_double(indicator.per) / asked;
  const int whole = static_cast<int>(std::floor(std::log10(worth))) + 1;
  const int decimals = std::clamp(kWorthDigits - whole, 0, kWorthDecimals);
  const Decimal rounded = parse_decimal(number_text(worth, decimals)).value;
  return rounded.mantissa > 0 ? rounded : Decimal{1, kWorthDecimals};
}

Json resource_asked(Json asked, std::string_view id) {
  for (const Json one : asked.find("resources")) {
    if (one.find("id").text() == id) return one;
  }
  return {};
}

struct Wished {
  PlanWishes wishes;
  bool counted = true;  ///< no price was named: things are only counted
};

/// The place by which a unit is asked for: that in the county of now; nullopt: it is not there yet.
std::optional<std::uint32_t> place_asked(const Evaluation& e, const StageUnits& range, std::uint32_t unit,
                                         const PlanAhead* ahead) {
  if (ahead == nullptr) return unit - range.begin;
  const auto now = unit_of(ahead->now, e.roster.line[e.split.units.row[unit]], range.stage);
  if (!now) return std::nullopt;
  return *now - ahead->now.split.stages[ahead->stage].begin;
}

/// Places are those in `places`; of units that are not there nobody goes.
PupilLimits pupils_asked(Json asked, const std::vector<std::optional<std::uint32_t>>& places) {
  const auto unit_at = [&](Json place) {
    const auto found = std::find(places.begin(), places.end(), place.whole_number());
    return static_cast<std::uint32_t>(found - places.begin());
  };
  PupilLimits limits;
  limits.most = asked.find("most").whole_number().value_or(0);
  const Json caps = asked.find("atMost");
  for (const auto& place : places)
    limits.at_most.push_back(place && *place < caps.size() ? caps[*place].whole_number().value_or(limits.most)
                                                           : limits.most);
  const Json pairs = asked.find("pairs");
  if (pairs.is_null()) return limits;
  limits.pairs.emplace();
  for (const Json pair : pairs)
    limits.pairs->emplace_back(unit_at(pair[0]), unit_at(pair[1]));
  return limits;
}

Wished wishes_of(const Evaluation& e, std::size_t stage, Json asked, const PlanAhead* ahead) {
  const StageUnits& range = e.split.stages[stage];
  std::vector<std::optional<std::uint32_t>> places;
  for (std::uint32_t unit = range.begin; unit < range.end; ++unit)
    places.push_back(place_asked(e, range, unit, ahead));
  const std::size_t units = range.end - range.begin;
  Wished wished;
  wished.wishes.budget = decimal_at(asked, "budget");
  if (const Json pupils = asked.find("pupils"); !pupils.is_null()) {
    wished.wishes.pupils = pupils_asked(pupils, places);
    for (const Json fixed : asked.find("fixed")) {
      const auto unit = std::find(places.begin(), places.end(), fixed.whole_number()) - places.begin();
      if (static_cast<std::size_t>(unit) < units) wished.wishes.pupils->at_most[static_cast<std::size_t>(unit)] = 0;
    }
  }
  for (const Json one : asked.find("resources"))
    wished.counted = wished.counted && !decimal_at(one, "price");
  for (std::size_t i = 0; i < e.standard->indicators.size(); ++i) {
    const Json one = resource_asked(asked, e.standard->indicators[i].id);
    const auto price = decimal_at(one, "price");
    PlanWish wish;
    wish.step = decimal_at(one, "step");
    wish.price = wished.counted ? worth_of(e, stage, i) : price.value_or(Decimal{1, 0});
    wish.move_price = decimal_at(one, "move");
    if (wished.counted && one.find("moves").boolean()) wish.move_price = shifted(wish.price, -kMovesPerNew);
    const bool fixed = one.find("fixed").boolean();
    // What has no price where others have one is not bought; it may be moved.
    const bool bought = (wished.counted || price) && !fixed;
    if (fixed) wish.move_price.reset();
    std::vector<std::optional<Decimal>> caps;
    for (const Json cap : one.find("caps"))
      caps.push_back(cap.is_null() ? std::nullopt : std::optional(parse_decimal(cap.text()).value));
    for (const auto& place : places) {
      if (!caps.empty()) wish.caps.push_back(place && *place < caps.size() ? caps[*place] : std::nullopt);
    }
    if (!wish.caps.empty() || !bought || !asked.find("fixed").empty()) wish.caps.resize(units);
    for (std::optional<Decimal>& cap : wish.caps) {
      if (!bought && !wish.move_price) cap = Decimal{};
    }
    for (const Json fixed_unit : asked.find("fixed")) {
      const auto place = fixed_unit.whole_number();
      const auto unit = static_cast<std::size_t>(std::find(places.begin(), places.end(), place) - places.begin());
      if (!place || unit >= units) continue;
      wish.caps[unit] = Decimal{};
      wish.keeps.resize(units, 0);
      wish.keeps[unit] = 1;
    }
    wished.wishes.indicators.push_back(std::move(wish));
  }
  return wished;
}

/// An amount of a resource: so many steps.
std::string amount_text(std::int64_t steps, Decimal step) {
  const bool less = steps < 0;
  const auto size = static_cast<U128>(less ? -steps : steps) * static_cast<U128>(step.mantissa);
  const auto amount = shifted(Decimal{static_cast<std::int64_t>(size), 0}, -step.scale);
  return amount ? (less ? "-" : "") + to_text(*amount) : std::string();
}

/// Writes one plan: what it costs, its indicators, its schools, its steps in the order of their effect, its changes.
class PlanWriter {
 public:
  PlanWriter(const Evaluation& before, std::size_t stage, const CountyPlan& planned, const Wished& wished,
             const PlanAhead* ahead)
      : e_(before),
        stage_(stage),
        range_(before.split.stages[stage]),
        planned_(planned),
        wished_(wished),
        problem_(planned.problem),
        ahead_(ahead),
        indicators_(planned.within_budget ? planned.within_budget->indicators : planned.plan.indicators) {}

  void write(JsonWriter& out) const {
    if (wished_.wishes.pupils) pupils(out);
    out.begin_array("indicators");
    for (std::size_t i = 0; i < indicators_.size(); ++i)
      indicator(out, i);
    out.end_array();
    if (problem_.mean_limit) mean(out);
    out.begin_array("schools");
    for (std::uint32_t unit = range_.begin; unit < range_.end; ++unit)
      school(out, unit);
    out.end_array();
    out.begin_array("steps");
    for (const PlanStep& step : steps_by_effect(problem_, indicators_)) {
      out.begin_object();
      out.count("unit", step.unit);
      write_unit(out, e_, range_.begin + step.unit);
      out.text("indicator", e_.standard->indicators[step.indicator].id);
      out.text("by", amount_text(step.steps, planned_.step[step.indicator]));
      out.number("cost", wished_.counted ? kNoNumber : step.cost);
      out.number("effect", step.effect);
      out.end_object();
    }
    out.end_array();
    out.begin_array("changes");
    if (ahead_ != nullptr) write_changes(out, ahead_->changes.changes);
    write_changes(out, planned_.scenario.changes);
    out.end_array();
  }

 private:
  /// One of the two schools of a move, with its pupils before and after all of them.
  void end_of_move(JsonWriter& out, const char* name, std::uint32_t unit) const {
    out.begin_object(name);
    out.count("unit", unit);
    write_unit(out, e_, range_.begin + unit);
    out.count("pupilsAfter", planned_.moved->split.units.pupils[range_.begin + unit]);
    out.end_object();
  }

  void pupils(JsonWriter& out) const {
    const auto amount = [&](double cost) { return wished_.counted ? kNoNumber : cost; };
    const double without = planned_.cost_without ? to_double(*planned_.cost_without) : kNoNumber;
    out.begin_object("pupils");
    out.number("costWithout", amount(without));
    out.begin_array("moves");
    for (const PupilMove& move : planned_.pupils) {
      out.begin_object();
      end_of_move(out, "from", move.from);
      end_of_move(out, "to", move.to);
      out.count("pupils", move.pupils);
      out.number("saved", amount(move.saved));
      out.number("part", move.saved / without);
      out.boolean("needed", std::isinf(move.saved));
      out.end_object();
    }
    out.end_array();
    out.end_object();
  }

  void balance(JsonWriter& out, const char* name, const Evaluation& e, std::size_t i) const {
    const Balance& balance = e.balance[stage_].indicators[i];
    const auto& limit = e_.standard->balance.limit[static_cast<std::size_t>(range_.stage)];
    out.begin_object(name);
    out.number("cv", balance.spread.cv);
    out.text_or_null("cvText", cv_text(balance.spread.cv, limit, balance.verdict));
    write_verdict(out, "verdict", balance.verdict);
    out.number("mean", balance.spread.mean);
    out.end_object();
  }

  /// 综合差异系数.
  void mean(JsonWriter& out) const {
    const auto& limit = e_.standard->balance.limit[static_cast<std::size_t>(range_.stage)];
    const auto text = [&](const StageBalance& balance) {
      return cv_text(balance.composite_cv, limit, balance.composite_verdict);
    };
    out.begin_object("composite");
    out.text("before", text(e_.balance[stage_]));
    out.text("after", text(planned_.after->balance[stage_]));
    out.text("limit", to_text(*problem_.mean_limit));
    out.end_object();
  }

  void indicator(JsonWriter& out, std::size_t i) const {
    const IndicatorPlan& plan = indicators_[i];
    const auto& limit = problem_.indicators[i].cv_limit;
    out.begin_object();
    out.text("id", e_.standard->indicators[i].id);
    out.text("bought", amount_text(plan.bought, planned_.step[i]));
    out.text("moved", amount_text(plan.moved, planned_.step[i]));
    double cost = to_double(problem_.indicators[i].price) * static_cast<double>(plan.bought);
    if (problem_.indicators[i].move_price)
      cost += to_double(*problem_.indicators[i].move_price) * static_cast<double>(plan.moved);
    out.number("cost", wished_.counted ? kNoNumber : cost);
    out.text_or_null("limitText", limit ? to_text(*limit) : std::string());
    balance(out, "before", e_, i);
    balance(out, "after", *planned_.after, i);
    out.end_object();
  }

  void school(JsonWriter& out, std::uint32_t unit) const {
    bool any = false;
    for (const IndicatorPlan& plan : indicators_)
      any = any || plan.steps[unit - range_.begin] != 0;
    const Evaluation& after = *planned_.after;
    const auto then = unit_of(after, e_.roster.line[e_.split.units.row[unit]], range_.stage);
    if (!any || !then) return;
    out.begin_object();
    out.count("unit", unit - range_.begin);
    write_unit(out, e_, unit);
    write_verdict(out, "before", e_.unit_verdict[unit]);
    write_verdict(out, "after", after.unit_verdict[*then]);
    out.begin_array("changes");
    for (std::size_t i = 0; i < indicators_.size(); ++i) {
      const std::int64_t steps = indicators_[i].steps[unit - range_.begin];
      if (steps == 0) continue;
      out.begin_object();
      out.text("indicator", e_.standard->indicators[i].id);
      out.text("by", amount_text(steps, planned_.step[i]));
      out.text_or_null("before", unit_value_text(e_, range_.stage, i, unit));
      out.text_or_null("after", unit_value_text(after, range_.stage, i, *then));
      write_verdict(out, "verdictBefore", e_.indicators[i].verdict[unit]);
      write_verdict(out, "verdictAfter", after.indicators[i].verdict[*then]);
      out.end_object();
    }
    out.end_array();
    out.end_object();
  }

  const Evaluation& e_;
  std::size_t stage_;
  const StageUnits& range_;
  const CountyPlan& planned_;
  const Wished& wished_;
  const PlanProblem& problem_;
  const PlanAhead* ahead_;
  const std::vector<IndicatorPlan>& indicators_;
};

void write_shortfalls(JsonWriter& out, const Evaluation& e, const StageUnits& range, const CountyPlan& planned) {
  out.begin_array("shortfalls");
  for (const Shortfall& one : planned.plan.shortfalls) {
    out.begin_object();
    out.text("indicator", e.standard->indicators[one.indicator].id);
    out.count("unit", one.unit);
    write_unit(out, e, range.begin + one.unit);
    out.text("by", amount_text(one.steps, planned.step[one.indicator]));
    out.end_object();
  }
  out.end_array();
}

void write_obstacle(JsonWriter& out, const Evaluation& e, const CountyPlan& planned) {
  if (planned.obstacle == PlanObstacle::none) return out.null("obstacle");
  out.begin_object("obstacle");
  out.text("code", id_of(planned.obstacle));
  const bool of_value =
      planned.obstacle == PlanObstacle::value_missing || planned.obstacle == PlanObstacle::value_given;
  if (of_value) {
    write_unit(out, e, planned.unit);
    out.text("indicator", e.standard->indicators[planned.indicator].id);
  }
  out.end_object();
}

}  // namespace

void write_unit(JsonWriter& out, const Evaluation& e, std::uint32_t unit) {
  const std::uint32_t row = e.split.units.row[unit];
  write_clipped(out, "school", e.table.at(e.roster.school[row]));
  write_place(out, e.sheets, e.roster.line[row]);
  const std::uint32_t pupils = e.split.units.pupils[unit];
  out.number("pupils", pupils == kUnknownPupils ? kNoNumber : pupils);
}

std::string plan_json(const Evaluation& e, std::size_t stage, Json asked, const Request& request,
                      const PlanProgress& progress, const PlanAhead* ahead) {
  const StageUnits& range = e.split.stages[stage];
  const Wished wished = wishes_of(e, stage, asked, ahead);
  const CountyPlan planned = plan_stage(e, stage, wished.wishes, request, progress);
  const Plan& plan = planned.plan;
  JsonWriter out;
  out.begin_object();
  out.text("outcome", id_of(plan.outcome));
  write_obstacle(out, e, planned);
  out.boolean("counted", wished.counted);
  const bool whole = plan.outcome == PlanOutcome::planned || plan.outcome == PlanOutcome::over_budget;
  out.number("cost", whole && !wished.counted ? to_double(plan.cost) : kNoNumber);
  out.number("bound", whole && !wished.counted ? to_double(plan.bound) : kNoNumber);
  const double cost = to_double(plan.cost);
  out.number("gap", !whole ? kNoNumber : cost > 0 ? (cost - to_double(plan.bound)) / cost : 0);
  out.boolean("optimal", whole && plan.optimal);
  if (planned.within_budget) {
    const BudgetPlan& bought = *planned.within_budget;
    out.begin_object("budget");
    out.number("cost", wished.counted ? kNoNumber : to_double(bought.cost));
    out.begin_array("units");
    for (const std::uint32_t unit : bought.units)
      out.number(std::uint64_t{unit});
    out.end_array();
    out.begin_array("coefficients");
    for (const std::uint16_t indicator : bought.coefficients)
      out.text(e.standard->indicators[indicator].id);
    out.end_array();
    out.count("most", bought.most);
    out.text_or_null("nearer", bought.nearer ? e.standard->indicators[*bought.nearer].id : std::string());
    out.text_or_null("beyond", bought.beyond ? to_text(*bought.beyond) : std::string());
    out.end_object();
  } else {
    out.null("budget");
  }
  write_shortfalls(out, e, range, planned);
  if (planned.after) {
    PlanWriter(e, stage, planned, wished, ahead).write(out);
    write_verdict(out, "verdictAfter", planned.after->stages[stage].verdict);
    out.boolean("shares", planned.shares);
  }
  out.end_object();
  return out.take();
}

}  // namespace junheng
