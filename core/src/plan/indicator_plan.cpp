// SPDX-License-Identifier: MIT
#include "plan/indicator_plan.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "plan/search.h"

namespace junheng {
namespace {

/// What a sum of doubles may be off, relative to its largest terms; bounds are made smaller by it.
constexpr double kRounding = 1e-12;
/// Up to so many moves, times units, each number of them is tried, so that the least is proved.
constexpr double kMovesWork = 2e6;
/// Steps taken one by one after what is certainly too few; real numbers and whole ones differ by one a unit.
constexpr std::int64_t kStepsEach = 4;
constexpr std::int64_t kStepsMore = 4096;

/// See LeastSteps::work.
constexpr std::size_t kWorkOfEachMove = 2;
constexpr std::size_t kWorkOfLevels = 4;
constexpr std::size_t kWorkOfTwoLevels = 40;
constexpr std::size_t kWorkOfDearness = 120;

/// How far from the real number of moves whole ones are tried first, either way.
constexpr std::int64_t kMovesNear = 2;

/// Cuts where two searches are one inside the other.
constexpr int kCoarseCuts = 22;
/// A bound that is met so closely is not searched any further.
constexpr double kMet = 1e-8;

std::vector<std::int64_t> floors_of(const StepRange& range) {
  std::vector<std::int64_t> steps(range.least.size());
  for (std::size_t unit = 0; unit < steps.size(); ++unit)
    steps[unit] = std::max<std::int64_t>(range.least[unit], 0);
  return steps;
}

/// Whole moves around the real number of them, either way for as long as they become cheaper, each time twice as far: where
/// steps are fine a real number that is off by little is off by very many. Further away only where none of these do.
template <typename With>
void near_moves(std::int64_t real, std::int64_t most, const With& with) {
  double least = std::numeric_limits<double>::infinity();
  std::int64_t best = real;
  const auto attempt = [&](std::int64_t moves) {
    if (moves < 0 || moves > most) return false;
    const double cost = with(moves);
    if (!(cost < least)) return false;
    least = cost;
    best = moves;
    return true;
  };
  attempt(real);
  for (std::int64_t away = 1; !std::isfinite(least) && away <= most; away *= 2) {
    attempt(real + away);
    attempt(real - away);
  }
  for (const std::int64_t way : {1, -1}) {
    for (std::int64_t stride = kMovesNear; stride != 0;)
      stride = attempt(best + way * stride) ? stride * 2 : stride / 2;
  }
}

}  // namespace

IndicatorPlanner::IndicatorPlanner(const PlanIndicator& indicator, const std::vector<std::uint32_t>& pupils,
                                   double price, double move_price)
    : indicator_(indicator), pupils_(pupils), price_(price), move_price_(move_price) {
  if (indicator.cv_limit) limit_ = to_double(*indicator.cv_limit);
  const auto all = static_cast<double>(std::accumulate(pupils.begin(), pupils.end(), std::uint64_t{0}));
  for (std::size_t unit = 0; unit < pupils.size(); ++unit) {
    const PlanCell& cell = indicator.cells[unit];
    value_.push_back(to_double(Ratio{cell.base, cell.under}));
    rise_.push_back(to_double(Ratio{cell.rise, cell.under}));
    weight_.push_back(pupils[unit] / all);
    even_ = even_ && std::abs(rise_[unit] * weight_[unit] - rise_[0] * weight_[0]) <= kRounding * rise_[0] * weight_[0];
  }
}

bool IndicatorPlanner::within(const std::vector<std::int64_t>& steps, const PlanSums& sums) const {
  return !indicator_.cv_limit || cv_within(indicator_, pupils_, steps, sums);
}

double IndicatorPlanner::cost(const std::vector<std::int64_t>& steps) const {
  double total = 0;
  double moved = 0;
  for (const std::int64_t step : steps) {
    total += static_cast<double>(step);
    if (step < 0) moved -= static_cast<double>(step);
  }
  return price_ * total + (moved > 0 ? move_price_ * moved : 0);
}

PlanSums IndicatorPlanner::sums_of_values(const std::vector<double>& values) const {
  PlanSums sums;
  for (std::size_t unit = 0; unit < values.size(); ++unit)
    sums.change(weight_[unit], 0, values[unit]);
  return sums;
}

LeastSteps IndicatorPlanner::least(const StepRange& range, bool multipliers) const {
  LeastSteps found;
  found.direction.assign(pupils_.size(), 0);
  for (std::size_t unit = 0; unit < pupils_.size(); ++unit) {
    if (range.least[unit] > range.most[unit]) return found;
  }
  if (movable()) {
    // Where there is plenty, what is given away earns nothing.
    found.price_of_total = std::clamp(price_ - move_price_, 0.0, price_);
    with_moves(found, range, multipliers);
  } else {
    found.steps = floors_of(range);
    if (within(found.steps, sums_of(indicator_, pupils_, found.steps))) {
      found.possible = true;
      found.cost = found.bound = cost(found.steps);
      return found;
    }
    found.work = even_ ? kWorkOfLevels : kWorkOfDearness;
    even_ ? only_bought(found, range) : uneven(found, range);
    found.bound = whole_multiple(found.bound, price_);
  }
  found.bound = std::min(found.bound, found.cost);
  return found;
}

/// Real values with the least sum of prices for which the coefficient is within the limit, where the units stand at
/// `from` or above: all raised to one level, less `dearness` times the price of what a step weighs. nullopt: the caps do
/// not let it.
std::optional<std::vector<double>> IndicatorPlanner::level_values(const StepRange& range,
                                                                  const std::vector<std::int64_t>& from,
                                                                  double dearness) const {
  const std::size_t size = pupils_.size();
  std::vector<double> values(size);
  double top = 0;
  double bottom = std::numeric_limits<double>::infinity();
  for (std::size_t unit = 0; unit < size; ++unit) {
    const double level = value(unit, static_cast<double>(from[unit])) + dearness / (rise_[unit] * weight_[unit]);
    top = std::max(top, level + rise_[unit]);
    if (from[unit] >= 0 && from[unit] < range.most[unit]) bottom = std::min(bottom, level);
  }
  const auto over = [&](double level) {
    PlanSums sums;
    for (std::size_t unit = 0; unit < size; ++unit) {
      const double low = value(unit, static_cast<double>(from[unit]));
      const double high = from[unit] < 0 ? low : value(unit, static_cast<double>(range.most[unit]));
      values[unit] = std::clamp(level - dearness / (rise_[unit] * weight_[unit]), low, std::max(low, high));
      sums.change(weight_[unit], 0, values[unit]);
    }
    return std::sqrt(std::max(0.0, sums.square - sums.mean * sums.mean)) - limit_ * sums.mean;
  };
  // Without caps the top is one level for all. With them the least of a convex function is looked for at any height, from
  // where the first unit begins to rise: below there it is flat.
  double within_limit = top;
  if (over(top) > 0) {
    if (!std::isfinite(bottom)) return std::nullopt;
    constexpr double kFirst = -40;
    constexpr double kLast = 20;
    const auto at = [&](double power) { return bottom + top * std::exp2(power); };
    within_limit = at(least_of(kFirst, kLast, kFineCuts, [&](double power) { return over(at(power)); }));
    if (over(within_limit) > 0) return std::nullopt;
  }
  const double at_floors = over(0);
  // Where all is zero nothing is over, in real numbers: whole steps decide.
  within_limit = at_floors > 0 ? crossing_of(0, at_floors, within_limit, over) : 0;
  over(within_limit);
  return values;
}

/// Whole steps from `from` on, each where it adds least to Σ P X²: at first as many as come to `least_total` in all that is
/// added, then one by one until the coefficient is within.
std::optional<std::vector<std::int64_t>> IndicatorPlanner::raised(const StepRange& range,
                                                                  std::vector<std::int64_t> from,
                                                                  double least_total) const {
  // A step from x adds P · rise · (2x + rise), and P · rise is the same in all units.
  const auto after = [&](std::size_t unit, double level) {
    const double steps = std::floor((level - value_[unit]) / rise_[unit] + 1 / 2.0);
    const auto most = static_cast<double>(range.most[unit]);
    return std::max(static_cast<double>(from[unit]), std::min(steps, most));
  };
  const auto total = [&](double level) {
    double sum = 0;
    for (std::size_t unit = 0; unit < from.size(); ++unit) {
      if (from[unit] >= 0) sum += after(unit, level);
    }
    return sum;
  };
  double low = 0;
  double high = 1;
  while (total(high) <= least_total && high < std::numeric_limits<float>::max())
    high *= 2;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (low + high) / 2;
    (total(middle) <= least_total ? low : high) = middle;
  }
  std::int64_t added = 0;
  std::vector<std::pair<double, std::uint32_t>> next;
  for (std::size_t unit = 0; unit < from.size(); ++unit) {
    if (from[unit] < 0) continue;
    from[unit] = static_cast<std::int64_t>(after(unit, low));
    added += from[unit];
    if (from[unit] < range.most[unit])
      next.emplace_back(-(value(unit, static_cast<double>(from[unit])) + rise_[unit] / 2), unit);
  }
  std::make_heap(next.begin(), next.end());
  PlanSums sums = sums_of(indicator_, pupils_, from);
  const auto most_steps = static_cast<std::int64_t>(from.size()) * kStepsEach + kStepsMore;
  for (std::int64_t step = 0; step < most_steps; ++step) {
    if (static_cast<double>(added) >= least_total && within(from, sums)) return from;
    if (next.empty()) return std::nullopt;
    std::pop_heap(next.begin(), next.end());
    const std::uint32_t unit = next.back().second;
    const double before = value(unit, static_cast<double>(from[unit]));
    ++from[unit];
    ++added;
    sums.change(weight_[unit], before, before + rise_[unit]);
    if (from[unit] < range.most[unit]) {
      next.back().first = -(before + 3 * rise_[unit] / 2);
      std::push_heap(next.begin(), next.end());
    } else {
      next.pop_back();
    }
  }
  return std::nullopt;
}

void IndicatorPlanner::only_bought(LeastSteps& found, const StepRange& range) const {
  const auto floors = found.steps;
  const auto values = level_values(range, floors, 0);
  if (!values) return;
  double total = 0;
  for (std::size_t unit = 0; unit < floors.size(); ++unit)
    total += ((*values)[unit] - value_[unit]) / rise_[unit];
  // Fewer do not do even where parts of a step could be had.
  const auto steps = raised(range, floors, std::ceil(total - kRounding * (1 + total) * kStepsMore));
  if (!steps) return;
  found.possible = true;
  found.steps = *steps;
  found.cost = cost(found.steps);
  touch_cone(found, range, *values, price_ * total, nullptr);
  found.bound = found.cost;
}

/// Steps taken away from where they take most off Σ P X², so many in all.
std::vector<std::int64_t> IndicatorPlanner::given_away(const StepRange& range, std::int64_t count) const {
  auto steps = floors_of(range);
  if (count == 0) return steps;
  const auto down_to = [&](std::size_t unit, double level) {
    if (range.least[unit] >= 0) return 0.0;
    const double spare = std::floor((value_[unit] - level) / rise_[unit] + 1 / 2.0);
    return std::clamp(spare, 0.0, -static_cast<double>(range.least[unit]));
  };
  double low = -1;
  double high = *std::max_element(value_.begin(), value_.end()) * 2 + 1;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (low + high) / 2;
    double sum = 0;
    for (std::size_t unit = 0; unit < steps.size(); ++unit)
      sum += down_to(unit, middle);
    (sum <= static_cast<double>(count) ? high : low) = middle;
  }
  std::int64_t rest = count;
  for (std::size_t unit = 0; unit < steps.size(); ++unit) {
    if (range.least[unit] >= 0) continue;
    steps[unit] = -static_cast<std::int64_t>(down_to(unit, high));
    rest += steps[unit];
  }
  // What is left are steps of one level: fewer than units.
  for (; rest > 0; --rest) {
    std::size_t best = steps.size();
    double most = -std::numeric_limits<double>::infinity();
    for (std::size_t unit = 0; unit < steps.size(); ++unit) {
      const double taken = value(unit, static_cast<double>(steps[unit])) - rise_[unit] / 2;
      if (range.least[unit] >= 0 || steps[unit] <= range.least[unit] || taken <= most) continue;
      best = unit;
      most = taken;
    }
    if (best == steps.size()) break;
    --steps[best];
  }
  return steps;
}

void IndicatorPlanner::with_moves(LeastSteps& found, const StepRange& range, bool multipliers) const {
  double spare = 0;
  for (const std::int64_t least : range.least)
    spare -= static_cast<double>(std::min<std::int64_t>(least, 0));
  constexpr double kMost = 9e15;
  const auto most_moves = static_cast<std::int64_t>(std::min(spare, kMost));

  const auto with = [&](std::int64_t moves) {
    const auto from = given_away(range, moves);
    auto total = static_cast<double>(moves);
    if (!within(from, sums_of(indicator_, pupils_, from))) {
      const auto levels = level_values(range, from, 0);
      if (!levels) return std::numeric_limits<double>::infinity();
      double added = 0;
      for (std::size_t unit = 0; unit < from.size(); ++unit)
        if (from[unit] >= 0) added += ((*levels)[unit] - value_[unit]) / rise_[unit];
      total = std::max(total, std::ceil(added - kRounding * (1 + added) * kStepsMore));
    }
    const auto steps = raised(range, from, total);
    if (!steps) return std::numeric_limits<double>::infinity();
    const double price = cost(*steps);
    if (!found.possible || price < found.cost) {
      found.possible = true;
      found.steps = *steps;
      found.cost = price;
    }
    return price;
  };
  const bool all = static_cast<double>(most_moves) * static_cast<double>(pupils_.size()) <= kMovesWork;
  found.work = all ? kWorkOfEachMove : kWorkOfTwoLevels;
  const auto levels = !all || multipliers ? two_levels(range) : std::nullopt;
  if (all)
    try_each_move(found, range);
  else if (with(0) > 0 && levels)
    near_moves(static_cast<std::int64_t>(std::min(levels->given, kMost)), most_moves, with);
  if (!found.possible) return;
  found.bound = found.cost;
  if (!levels || found.cost == 0) return;
  touch_cone(found, range, levels->values, levels->cost, &*levels);
  if (all) found.bound = found.cost;
}

std::vector<double> IndicatorPlanner::unit_bounds(const LeastSteps& found, const StepRange& range,
                                                  double most_cost) const {
  return unit_bounds(found, range, most_cost, {limit_, found.price_of_total, 1});
}

/// Where the limit is another, a step of those who get has to cost another part of the multiplier, or it pays to take all or
/// none of it: either what is bought in all has another multiplier, or all prices are so many times more. What is within
/// a higher limit need not cost more than what was found, and within a lower one it does not cost less than its bound, which
/// makes good what that changes. All of it is linear in the limit for each choice of steps, so the least of it is concave.
double IndicatorPlanner::bound_within(const LeastSteps& found, const StepRange& range, double most_cost, double limit,
                                      double to) const {
  const bool higher = to > limit;
  const double change = found.weight_of_cv == 0 ? 0 : found.weight_of_cv * rise_[0] * weight_[0] * (to - limit);
  const double known = higher ? found.cost : found.bound;
  double best = -std::numeric_limits<double>::infinity();
  const auto consider = [&](double price_of_total) {
    const double more = (change + price_of_total - found.price_of_total) / price_;
    if (more <= -1) return;
    const auto parts =
        unit_bounds(found, range, higher ? std::min(most_cost, known) : most_cost, {to, price_of_total, 1 + more});
    const double bound = std::accumulate(parts.begin(), parts.end(), 0.0) - more * known;
    best = std::max(best, bound - kRounding * std::abs(more * known));
  };
  consider(found.price_of_total);
  consider(std::max(0.0, found.price_of_total - change));
  return best;
}

std::vector<double> IndicatorPlanner::unit_bounds(const LeastSteps& found, const StepRange& range, double most_cost,
                                                  const Multipliers& by) const {
  double middle = 0;
  double spare = 0;
  for (std::size_t unit = 0; unit < pupils_.size(); ++unit) {
    middle += weight_[unit] * found.direction[unit];
    spare -= static_cast<double>(std::min<std::int64_t>(range.least[unit], 0));
  }
  // More than this nobody buys or gets who pays no more.
  const double most_steps = std::floor(most_cost / price_) + spare + 1;
  const double price = price_ * by.dearer - by.price_of_total;
  const double move_price = move_price_ * by.dearer;
  std::vector<double> parts(pupils_.size());
  for (std::size_t unit = 0; unit < pupils_.size(); ++unit) {
    const double slope = found.weight_of_cv * weight_[unit] * (found.direction[unit] - middle - by.limit);
    const auto of_steps = [&](double steps) {
      return (price + slope * rise_[unit]) * steps + (steps < 0 ? -move_price * steps : 0);
    };
    const auto low = static_cast<double>(range.least[unit]);
    const double high = std::max(low, std::min(static_cast<double>(range.most[unit]), most_steps));
    double least = std::min(of_steps(low), of_steps(high));
    if (low < 0 && high > 0) least = std::min(least, 0.0);
    const double base = slope * value_[unit];
    parts[unit] = base + least - kRounding * (std::abs(base) + std::abs(least));
  }
  return parts;
}

/// The multipliers by which neither one step more nor one less pays where steps are taken and where they are given: those who
/// get stand on one level and those who give on another, so that λ · (high − low) is the price of a move.
template <typename Consider>
void IndicatorPlanner::consider_levels(const TwoLevels& levels, const PlanSums& sums, double step,
                                       const Consider& consider) const {
  const double deviation = std::sqrt(std::max(0.0, sums.square - sums.mean * sums.mean));
  const double low = (levels.low - sums.mean) / deviation;
  const double high = (levels.high - sums.mean) / deviation;
  consider(price_ / (step * (limit_ - low)), 0);
  if (high <= low) return;
  const double cv = move_price_ / (step * (high - low));
  consider(cv, std::clamp(price_ - cv * step * (limit_ - low), 0.0, price_));
}

/// The multipliers with the largest bound in the direction of these values, and that bound. `real_cost`: that of these
/// values, which no bound is above. `levels`: those on which they stand, where things are moved.
void IndicatorPlanner::touch_cone(LeastSteps& found, const StepRange& range, const std::vector<double>& values,
                                  double real_cost, const TwoLevels* levels) const {
  const auto bound = [&] {
    const auto parts = unit_bounds(found, range, found.cost);
    return std::accumulate(parts.begin(), parts.end(), 0.0);
  };
  const PlanSums sums = sums_of_values(values);
  const double deviation = std::sqrt(std::max(0.0, sums.square - sums.mean * sums.mean));
  double lowest = 0;
  double step = std::numeric_limits<double>::infinity();
  for (std::size_t unit = 0; unit < values.size() && deviation > 0; ++unit) {
    found.direction[unit] = (values[unit] - sums.mean) / deviation;
    lowest = std::min(lowest, found.direction[unit]);
    step = std::min(step, rise_[unit] * weight_[unit]);
  }
  const bool cone = indicator_.cv_limit.has_value() && deviation > 0;
  // Where all that is above the floors stands on one level, the multiplier is that of the level.
  const double of_level = cone ? price_ / (step * (limit_ - lowest)) : 0;
  double best = -std::numeric_limits<double>::infinity();
  LeastSteps chosen;
  const auto consider = [&](double cv, double total) {
    found.weight_of_cv = cv;
    found.price_of_total = total;
    const double now = bound();
    if (now > best) {
      best = now;
      chosen.weight_of_cv = cv;
      chosen.price_of_total = total;
    }
    return now;
  };
  consider(0, 0);
  consider(of_level, 0);
  if (movable()) consider(0, std::clamp(price_ - move_price_, 0.0, price_));
  if (levels != nullptr && cone) consider_levels(*levels, sums, step, consider);
  const bool met = best >= real_cost * (1 - kMet);
  if (movable() && !met) {
    const auto best_cv = [&](double total) {
      double most = consider(0, total);
      if (!cone) return most;
      least_of(0, 2 * of_level, kCoarseCuts, [&](double cv) {
        const double now = consider(cv, total);
        most = std::max(most, now);
        return -now;
      });
      return most;
    };
    least_of(0, price_, kCoarseCuts, [&](double total) { return -best_cv(total); });
  } else if (!even_ && cone && !met) {
    least_of(0, 4 * of_level, kFineCuts, [&](double cv) { return -consider(cv, 0); });
  }
  found.weight_of_cv = chosen.weight_of_cv;
  found.price_of_total = chosen.price_of_total;
  found.bound = best;
}

}  // namespace junheng
