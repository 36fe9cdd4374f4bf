// SPDX-License-Identifier: MIT
#include "plan/mean_plan.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/decimal_ratio.h"
#include "junheng/balance.h"
#include "junheng/exact.h"
#include "plan/one_of_each.h"
#include "plan/steps.h"

namespace junheng {
namespace {

constexpr double kRounding = 1e-12;
/// Limits that are tried are numbers of so many decimals.
constexpr int kDecimals = 9;
constexpr double kFinest = 1e-9;
/// Times that what is chosen is looked at more closely.
constexpr int kRounds = 40;
/// Rounds one after another that bring less than this part of what is between plan and bound: the rest are whole steps.
constexpr int kIdleRounds = 8;
constexpr double kIdle = 0.05;
/// Choices of rungs that are followed at once where steps are fine: the next round brings better ones.
constexpr std::size_t kFollowed = 60;
constexpr std::size_t kFollowedToTheEnd = 4'000;
/// Nobody looks for less than this part of what a plan costs.
constexpr double kNearEnough = 1e-5;
/// Where all of a plan costs so few of the least costs, ranges prove it.
constexpr double kFewUnits = 500;

double cv_of(const PlanIndicator& indicator, const std::vector<std::uint32_t>& pupils,
             const std::vector<std::int64_t>& steps) {
  std::vector<double> values;
  values.reserve(pupils.size());
  for (std::size_t unit = 0; unit < pupils.size(); ++unit)
    values.push_back(to_double(value_after(indicator.cells[unit], steps[unit])));
  return spread_of(values, pupils).cv;
}

/// What one coefficient costs under a limit of its own.
struct Rung {
  double limit = std::numeric_limits<double>::infinity();
  LeastSteps least;
  double cv = std::numeric_limits<double>::infinity();
};

/// Finds which coefficient comes down how far.
///
/// Holds, by indicator, rungs with falling limits. Between the limits of two rungs a coefficient costs at least what the
/// upper one does and takes at least the lower limit: with these, the cheapest choice of one range of each is a bound for
/// all plans, whatever the ranges are. In whole steps that proves the least, but where steps are fine it comes near with
/// very many rungs only; there the multipliers of rungs bound what lies beside them, see by_tangents(). The cheapest choice
/// among the rungs themselves is a plan.
/// Steps of run(): choose; where plan and bound do not meet, new rungs in the middle of what the bound has chosen.
class MeanPlanner {
 public:
  MeanPlanner(const PlanProblem& problem, const PlannedStage& stage, const PlanProgress& progress)
      : problem_(problem), stage_(stage), progress_(progress), tried_(problem.indicators) {
    const Decimal limit = *problem.mean_limit;
    const U128 above = static_cast<U128>(limit.mantissa) * tried_.size() * power_of_ten(kDecimals);
    const U128 below = power_of_ten(limit.scale);
    whole_room_ = static_cast<std::int64_t>(above / below);
    room_ = to_double(Ratio{above, below}) * kFinest;
    // Limits are whole numbers of the finest part: what is above their sum, as coefficients are, does not fit where the sum
    // is the room itself.
    range_room_ = (static_cast<double>(above % below == 0 ? whole_room_ : whole_room_ + 1) - 1 / 2.0) * kFinest;
  }

  LeastStage run() {
    for (std::size_t i = 0; i < tried_.size(); ++i) {
      rungs_.emplace_back();
      try_limit(i, std::nullopt);
      if (!rungs_[i].front().least.possible) return {};
      // No coefficient may take more than there is room for all.
      if (rungs_[i].front().cv > room_) try_limit(i, Decimal{whole_room_, kDecimals});
    }
    in_proportion();
    double bound = 0;
    double between = std::numeric_limits<double>::infinity();
    int idle = 0;
    for (int round = 0; round < kRounds; ++round) {
      take_rungs(ranges_tell() ? kFollowedToTheEnd : kFollowed);
      std::vector<std::size_t> places;
      if (best_.possible) bound = std::max(bound, rounded(by_tangents(places)));
      const double now = best_.possible ? best_.cost - bound : between;
      idle = now > (1 - kIdle) * between ? idle + 1 : 0;
      between = now;
      if (ranges_tell()) {
        const OneOfEach ranges = one_of_each(ways_of_ranges(), range_room_);
        if (!ranges.possible) return {};
        bound = std::max(bound, rounded(ranges.bound * (1 - kRounding)));
        places = ranges.places;
      } else if (idle >= kIdleRounds) {
        break;
      }
      const double near = std::max(stage_.unit_price, kNearEnough * best_.cost);
      if ((best_.possible && best_.cost - bound < near) || !divide(places)) break;
    }
    best_.bound = std::min(best_.cost, bound);
    return best_;
  }

 private:
  [[nodiscard]] bool ranges_tell() const { return !best_.possible || best_.cost <= kFewUnits * stage_.unit_price; }

  [[nodiscard]] double rounded(double bound) const {
    return std::ceil(bound / stage_.unit_price - kFinest) * stage_.unit_price;
  }

  /// A rung in its place, also one that the caps do not let be.
  void try_limit(std::size_t i, std::optional<Decimal> limit) {
    tried_[i].cv_limit = limit;
    const IndicatorPlanner planner(tried_[i], problem_.pupils, stage_.planners[i].price(),
                                   stage_.planners[i].move_price());
    Rung rung;
    if (limit) rung.limit = to_double(*limit);
    rung.least = planner.least(stage_.low[i], true);
    if (rung.least.possible) {
      // Where all is zero there is no coefficient, and none that would do.
      const double cv = cv_of(tried_[i], problem_.pupils, rung.least.steps);
      if (!std::isnan(cv)) rung.cv = cv;
    }
    auto& rungs = rungs_[i];
    const auto below =
        std::find_if(rungs.begin(), rungs.end(), [&](const Rung& one) { return one.limit < rung.limit; });
    rungs.insert(below, std::move(rung));
    if (progress_) progress_(++solved_, tried_.size() * kRounds);
  }

  /// By indicator: from each rung down to the next. Below one that is impossible there is nothing.
  [[nodiscard]] std::vector<std::vector<WayOfEach>> ways_of_ranges() const {
    std::vector<std::vector<WayOfEach>> ways;
    for (const auto& rungs : rungs_) {
      ways.emplace_back();
      for (std::size_t k = 0; k < rungs.size() && rungs[k].least.possible; ++k)
        ways.back().push_back({rungs[k].least.bound, k + 1 < rungs.size() ? rungs[k + 1].limit : 0});
    }
    return ways;
  }

  /// So that there is a plan from the beginning: each coefficient down by the same part.
  void in_proportion() {
    double all = 0;
    for (const auto& rungs : rungs_)
      all += std::min(rungs.front().cv, room_);
    if (all <= room_) return;
    for (std::size_t i = 0; i < rungs_.size(); ++i)
      try_limit(i, limit_of(std::min(rungs_[i].front().cv, room_) * room_ / all));
  }

  static Decimal limit_of(double limit) { return {static_cast<std::int64_t>(limit / kFinest), kDecimals}; }

  /// At the price of the room that the plan pays, the least of cost and room together that each indicator can do with: the
  /// bound of a rung's multipliers is concave in the limit, so that between two limits it is least at one of them. Below a
  /// rung, and above the first, costs are no less than its own. `touched`: the ranges that are least.
  double by_tangents(std::vector<std::size_t>& touched) const {
    double bound = -price_ * room_;
    for (std::size_t i = 0; i < rungs_.size(); ++i) {
      const auto& rungs = rungs_[i];
      double least = std::numeric_limits<double>::infinity();
      std::size_t place = 0;
      for (std::size_t k = 0; k < rungs.size() && rungs[k].least.possible; ++k) {
        const bool last = k + 1 == rungs.size();
        const double low = last ? 0 : rungs[k + 1].limit;
        const double plain = rungs[k].least.bound + price_ * low;
        if (plain >= least) continue;
        const double high = k == 0 ? std::min(std::ceil(rungs[k].cv / kFinest) * kFinest, room_) : rungs[k].limit;
        const auto between = [&](const Rung& rung) {
          return std::min(tangent(i, rung, low) + price_ * low, tangent(i, rung, high) + price_ * high);
        };
        double now = plain;
        if (!last && rungs[k + 1].least.possible) now = std::max(now, between(rungs[k + 1]));
        if (k > 0) now = std::max(now, between(rungs[k]));
        if (k == 0) now = std::min(now, rungs[k].least.bound + price_ * high);
        if (now >= least) continue;
        least = now;
        place = k;
      }
      bound += least - kRounding * std::abs(least);
      touched.push_back(place);
    }
    return bound - kRounding * price_ * room_;
  }

  /// What no plan that is worth while and has its coefficient within the limit costs less than.
  [[nodiscard]] double tangent(std::size_t i, const Rung& rung, double limit) const {
    return stage_.planners[i].bound_within(rung.least, stage_.low[i], best_.cost, rung.limit, limit);
  }

  void take_rungs(std::size_t followed) {
    std::vector<std::vector<WayOfEach>> ways;
    for (const auto& rungs : rungs_) {
      ways.emplace_back();
      for (const Rung& rung : rungs) {
        if (rung.least.possible) ways.back().push_back({rung.least.cost, rung.cv});
      }
    }
    // What is as near to the limit as doubles tell is decided as fractions; where it is over, something less near is taken.
    for (const double near : {1 + kRounding, 1 - kRounding}) {
      const OneOfEach chosen = one_of_each(ways, room_ * near, followed);
      if (!chosen.possible) return;
      price_ = chosen.price;
      if (best_.possible && chosen.cost >= best_.cost) return;
      std::vector<const std::vector<std::int64_t>*> steps;
      for (std::size_t i = 0; i < rungs_.size(); ++i)
        steps.push_back(&rungs_[i][chosen.places[i]].least.steps);
      if (!mean_within(problem_, steps)) continue;
      best_.possible = true;
      best_.cost = chosen.cost;
      best_.indicators.clear();
      for (std::size_t i = 0; i < rungs_.size(); ++i)
        best_.indicators.push_back(rungs_[i][chosen.places[i]].least);
      return;
    }
  }

  /// False: none of them is wide enough to be divided.
  bool divide(const std::vector<std::size_t>& places) {
    bool any = false;
    for (std::size_t i = 0; i < rungs_.size(); ++i) {
      const Rung& rung = rungs_[i][places[i]];
      const double low = places[i] + 1 < rungs_[i].size() ? rungs_[i][places[i] + 1].limit : 0;
      // Between its coefficient and its limit a rung says all; where it is not proved, there may be less.
      double high = std::min(rung.limit, rung.cv);
      if (high <= low + kFinest) high = rung.limit;
      if (!std::isfinite(high) || high - low <= 2 * kFinest) continue;
      any = true;
      try_limit(i, limit_of((low + high) / 2));
    }
    return any;
  }

  const PlanProblem& problem_;
  const PlannedStage& stage_;
  const PlanProgress& progress_;
  std::vector<PlanIndicator> tried_;
  std::vector<std::vector<Rung>> rungs_;
  LeastStage best_;
  double price_ = 0;             ///< of the room, as the plan pays it
  double room_ = 0;              ///< for all coefficients together
  std::int64_t whole_room_ = 0;  ///< in finest parts, rounded down
  double range_room_ = 0;        ///< likewise for the lower ends of ranges
  std::size_t solved_ = 0;
};

}  // namespace

LeastStage least_for_mean(const PlanProblem& problem, const PlannedStage& stage, const PlanProgress& progress) {
  return MeanPlanner(problem, stage, progress).run();
}

bool mean_within(const PlanProblem& problem, const std::vector<const std::vector<std::int64_t>*>& steps) {
  const Decimal limit = problem.mean_limit.value();
  double mean = 0;
  for (std::size_t i = 0; i < steps.size(); ++i)
    mean += cv_of(problem.indicators[i], problem.pupils, *steps[i]) / static_cast<double>(steps.size());
  if (std::isnan(mean)) return false;
  if (std::abs(mean - to_double(limit)) > kCvErrorBound * (1 + mean)) return mean < to_double(limit);
  std::vector<std::vector<WeightedRatio>> all;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    all.emplace_back();
    for (std::size_t unit = 0; unit < problem.pupils.size(); ++unit)
      all.back().push_back({problem.pupils[unit], value_after(problem.indicators[i].cells[unit], (*steps[i])[unit])});
  }
  return compare_mean_cv(all, limit) != std::strong_ordering::greater;
}

}  // namespace junheng
