// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>

#include "plan/indicator_plan.h"
#include "plan/levels.h"
#include "plan/search.h"

namespace junheng {
namespace {

/// Dearer than any plan: a height from which the limit cannot be met, the more so the further it is away.
constexpr double kNever = 1e30;

/// Moves in real numbers: who gives comes down to one level, who gets comes up to another.
///
/// Holds the sums of those who get and of those who give, each as a function of its level. Steps of run(): the height of
/// the upper level is searched, as the cost is convex in how much is given; for each height the lower level is the lowest
/// with which no less is taken than given and the coefficient is within.
class LevelSearch {
 public:
  LevelSearch(const Levels& takers, const Levels& givers, const PlanSums& floors, double forced, double limit)
      : takers_(takers), givers_(givers), floors_(floors), forced_(forced), limit_(limit) {
    if (!givers.empty()) kept_ = givers.at(givers.highest());
  }

  struct Height {
    double high = 0;
    double low = 0;
    double given = 0;
    double taken = 0;
    bool possible = false;
    double over = 0;  ///< what the coefficient is over by, where it is not possible
  };

  /// `top`: no level above it is better.
  [[nodiscard]] Height at(double high, double top) const {
    Height found;
    found.high = high;
    PlanSums base = floors_;
    if (!givers_.empty()) {
      const Levels::At left = givers_.at(high);
      found.given = std::max(0.0, kept_.steps - left.steps);
      base.mean += left.sums.mean - kept_.sums.mean;
      base.square += left.sums.square - kept_.sums.square;
    }
    const auto over = [&](double level) {
      const PlanSums taken = takers_.at(level).sums;
      const double mean = base.mean + taken.mean;
      return std::sqrt(std::max(0.0, base.square + taken.square - mean * mean)) - limit_ * mean;
    };
    const double wanted = found.given - forced_;
    double low = takers_.empty() ? 0 : takers_.lowest();
    if (wanted > 0) low = halved(low, top, [&](double level) { return takers_.at(level).steps >= wanted; });
    found.over = over(low);
    if (found.over > 0) {
      double within = top;
      if (over(top) > 0) within = least_of(low, top, kFineCuts, over);
      found.over = over(within);
      if (found.over > 0) return found;
      low = halved(low, within, [&](double level) { return over(level) <= 0; });
    }
    found.possible = true;
    found.low = low;
    found.taken = takers_.at(low).steps;
    return found;
  }

 private:
  /// The lowest level from which on it holds; it holds at `high`.
  template <typename Holds>
  static double halved(double low, double high, const Holds& holds) {
    for (int i = 0; i < kHalvings; ++i) {
      const double middle = (low + high) / 2;
      if (middle <= low || middle >= high) break;
      (holds(middle) ? high : low) = middle;
    }
    return high;
  }

  const Levels& takers_;
  const Levels& givers_;
  PlanSums floors_;  ///< with everybody on the floor, nothing given
  double forced_;    ///< steps that floors ask for
  double limit_;
  Levels::At kept_;  ///< of those who give, before they do
};

}  // namespace

std::optional<TwoLevels> IndicatorPlanner::two_levels(const StepRange& range) const {
  const std::size_t size = pupils_.size();
  Levels takers(size);
  Levels givers(size);
  PlanSums floors;
  double forced = 0;
  double top = 0;
  double bottom = std::numeric_limits<double>::infinity();
  double height = 0;
  double needed = 0;
  for (std::size_t unit = 0; unit < size; ++unit) {
    const auto floor = static_cast<double>(std::max<std::int64_t>(range.least[unit], 0));
    const double low = value(unit, floor);
    forced += floor;
    floors.change(weight_[unit], 0, low);
    takers.add(low, value(unit, static_cast<double>(range.most[unit])), weight_[unit], rise_[unit]);
    top = std::max(top, low + rise_[unit]);
    height = std::max(height, value_[unit]);
    if (range.least[unit] >= 0) continue;
    const double least = value(unit, static_cast<double>(range.least[unit]));
    givers.add(least, value_[unit], weight_[unit], rise_[unit]);
    bottom = std::min(bottom, least);
    needed -= static_cast<double>(range.least[unit]);
  }
  takers.sort();
  givers.sort();
  // As much as can be given at most has to have a place below the top.
  while (!takers.empty() && takers.at(top).steps < needed - forced && top < takers.highest())
    top = std::min(2 * top, takers.highest());
  const double limit = indicator_.cv_limit ? limit_ : std::numeric_limits<double>::infinity();
  const LevelSearch search(takers, givers, floors, forced, limit);
  const auto cost_at = [&](double high) {
    const LevelSearch::Height found = search.at(high, top);
    if (!found.possible) return kNever * (1 + found.over);
    return price_ * (forced + found.taken - found.given) + move_price_ * found.given;
  };
  TwoLevels levels;
  levels.high = givers.empty() ? height : least_of(bottom, height, kFineCuts, cost_at);
  // Where nothing is given the height is the top of all, which a search only comes near to.
  if (cost_at(height) <= cost_at(levels.high)) levels.high = height;
  const LevelSearch::Height best = search.at(levels.high, top);
  if (!best.possible) return std::nullopt;
  levels.low = best.low;
  levels.given = best.given;
  levels.added = forced + best.taken;
  levels.cost = cost_at(levels.high);
  levels.values.reserve(size);
  for (std::size_t unit = 0; unit < size; ++unit) {
    const double floor = value(unit, static_cast<double>(std::max<std::int64_t>(range.least[unit], 0)));
    const double least = value(unit, static_cast<double>(range.least[unit]));
    double now = std::clamp(levels.low, floor, std::max(floor, value(unit, static_cast<double>(range.most[unit]))));
    if (range.least[unit] < 0 && now > levels.high) now = std::max(least, levels.high);
    levels.values.push_back(now);
  }
  return levels;
}

}  // namespace junheng
