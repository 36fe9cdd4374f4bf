// SPDX-License-Identifier: MIT
#include "junheng/pupil_moves.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/sort_places.h"
#include "plan/pupil_need.h"
#include "plan/unit_cells.h"

namespace junheng {
namespace {

/// Most crowded and emptiest units that are looked at, where all may exchange with all.
constexpr std::size_t kEnds = 12;
constexpr std::size_t kMostMoves = 300;
/// Estimates times units: what a large county has time for.
constexpr std::size_t kEstimates = 400'000;
/// Least plans times units, likewise.
constexpr std::size_t kPlans = 4'000;
constexpr std::size_t kFewestPlans = 8;
/// An estimate that is smaller by less than this part is none.
constexpr double kBetter = 1e-9;
/// Parts of the way of which plans are tried: the estimate may go further than plans get cheaper.
constexpr std::array<double, 5> kParts{1, 0.8, 0.6, 0.4, 0.2};
constexpr double kNever = std::numeric_limits<double>::infinity();

/// Goes downhill by the estimate: each step takes pupils along the pair that saves most for each, as many as that goes on
/// for (a line, halved until it does).
class Downhill {
 public:
  Downhill(const PlanProblem& problem, const PupilLimits& limits)
      : limits_(limits), needs_(problem), pupils_(problem.pupils.begin(), problem.pupils.end()), left_(limits.most) {
    room_.assign(pupils_.size(), limits.most);
    for (std::size_t unit = 0; unit < limits.at_most.size() && unit < room_.size(); ++unit)
      room_[unit] = std::min(limits.at_most[unit], limits.most);
    balance_.assign(pupils_.size(), 0);
  }

  std::vector<PupilMove> run() {
    std::vector<PupilMove> way;
    PupilNeed need = estimate(pupils_);
    const std::size_t most = kEstimates / std::max<std::size_t>(pupils_.size(), 1);
    while (left_ > 0 && way.size() < kMostMoves && estimates_ < most) {
      const auto pairs = pairs_downhill(need.by_pupil);
      std::vector<std::uint32_t> steepest;
      for (std::uint32_t place = 0; place < pairs.size(); ++place)
        steepest.push_back(place);
      sort_places(steepest, [&](std::uint32_t a, std::uint32_t b) { return pairs[a].saved > pairs[b].saved; });
      std::size_t tried = 0;
      while (tried < steepest.size() && !go(pairs[steepest[tried]], need))
        ++tried;
      if (tried == steepest.size()) break;
      way.push_back(gone_);
    }
    return way;
  }

 private:
  PupilNeed estimate(const std::vector<double>& pupils) {
    ++estimates_;
    return needs_.of(pupils);
  }

  /// As many as may still leave or come. Nobody comes where others leave: each unit gives or gets.
  [[nodiscard]] std::uint32_t may_leave(std::uint32_t unit) const {
    if (balance_[unit] > 0) return 0;
    return std::min(room_[unit], static_cast<std::uint32_t>(pupils_[unit]) - 1);
  }
  [[nodiscard]] std::uint32_t may_come(std::uint32_t unit) const { return balance_[unit] < 0 ? 0 : room_[unit]; }

  /// Pairs along which the estimate falls; `saved` is by how much for each pupil.
  [[nodiscard]] std::vector<PupilMove> pairs_downhill(const std::vector<double>& by_pupil) const {
    std::vector<PupilMove> pairs;
    const auto consider = [&](std::uint32_t from, std::uint32_t to) {
      const std::uint32_t most = std::min({left_, may_leave(from), may_come(to)});
      const double slope = by_pupil[from] - by_pupil[to];
      if (most > 0 && slope > 0) pairs.push_back({from, to, most, slope});
    };
    if (limits_.pairs) {
      for (const auto& [a, b] : *limits_.pairs) {
        if (a >= pupils_.size() || b >= pupils_.size()) continue;
        consider(a, b);
        consider(b, a);
      }
    } else {
      std::vector<std::uint32_t> from;
      for (std::uint32_t unit = 0; unit < pupils_.size(); ++unit)
        from.push_back(unit);
      std::vector<std::uint32_t> to = from;
      std::erase_if(from, [&](std::uint32_t unit) { return may_leave(unit) == 0; });
      std::erase_if(to, [&](std::uint32_t unit) { return may_come(unit) == 0; });
      sort_places(from, [&](std::uint32_t a, std::uint32_t b) { return by_pupil[a] > by_pupil[b]; });
      sort_places(to, [&](std::uint32_t a, std::uint32_t b) { return by_pupil[a] < by_pupil[b]; });
      for (std::size_t a = 0; a < std::min(kEnds, from.size()); ++a) {
        for (std::size_t b = 0; b < std::min(kEnds, to.size()); ++b)
          consider(from[a], to[b]);
      }
    }
    return pairs;
  }

  /// Takes the step along a pair after which the estimate is least; false: none makes it smaller.
  bool go(const PupilMove& pair, PupilNeed& need) {
    std::vector<double> tried = pupils_;
    PupilNeed best = need;
    gone_ = pair;
    gone_.pupils = 0;
    for (std::uint32_t count = pair.pupils; count > 0; count /= 2) {
      tried[pair.from] = pupils_[pair.from] - count;
      tried[pair.to] = pupils_[pair.to] + count;
      PupilNeed now = estimate(tried);
      if (now.cost < best.cost - kBetter * need.cost) {
        best = std::move(now);
        gone_.pupils = count;
      } else if (gone_.pupils > 0) {
        break;
      }
    }
    if (gone_.pupils == 0) return false;
    need = std::move(best);
    pupils_[pair.from] -= gone_.pupils;
    pupils_[pair.to] += gone_.pupils;
    balance_[pair.from] = -1;
    balance_[pair.to] = 1;
    room_[pair.from] -= gone_.pupils;
    room_[pair.to] -= gone_.pupils;
    left_ -= gone_.pupils;
    return true;
  }

  const PupilLimits& limits_;
  PupilNeeds needs_;
  std::vector<double> pupils_;
  std::vector<std::uint32_t> room_;
  std::vector<int> balance_;  ///< −1: some left, 1: some came
  std::uint32_t left_;
  std::size_t estimates_ = 0;
  PupilMove gone_;
};

/// A part of a way, with each pair once.
std::vector<PupilMove> together(const std::vector<PupilMove>& way, std::size_t count) {
  std::vector<PupilMove> moves;
  for (std::size_t i = 0; i < count; ++i) {
    const auto same = std::find_if(moves.begin(), moves.end(), [&](const PupilMove& move) {
      return move.from == way[i].from && move.to == way[i].to;
    });
    if (same == moves.end())
      moves.push_back(way[i]);
    else
      same->pupils += way[i].pupils;
  }
  return moves;
}

/// Asks for least plans, as many as there is time for.
class Pruner {
 public:
  Pruner(const PlanProblem& problem, const PlanProgress& progress)
      : problem_(problem),
        progress_(progress),
        most_(std::max(kFewestPlans, kPlans / std::max<std::size_t>(problem.pupils.size(), 1))) {}

  [[nodiscard]] bool any_left() const { return asked_ < most_; }

  /// Infinite: there is no plan.
  double cost_with(const std::vector<PupilMove>& moves) {
    ++asked_;
    if (progress_) progress_(asked_, most_);
    const auto problem = with_pupils(problem_, moves);
    return problem ? cost_of(least_plan(*problem)) : kNever;
  }
  static double cost_of(const Plan& plan) {
    const bool any = plan.outcome == PlanOutcome::planned || plan.outcome == PlanOutcome::over_budget;
    return any ? to_double(plan.cost) : kNever;
  }

  /// Takes away what is for nothing: whole pairs, then as many pupils of each as the cost allows. Then `saved` is said.
  void prune(std::vector<PupilMove>& moves, double cost) {
    for (std::size_t i = 0; i < moves.size() && any_left();) {
      std::vector<PupilMove> others = without(moves, i);
      const double then = cost_with(others);
      if (then <= cost) {
        moves = std::move(others);
        cost = then;
      } else {
        ++i;
      }
    }
    for (PupilMove& move : moves) {
      std::uint32_t too_few = 0;
      std::uint32_t enough = move.pupils;
      while (too_few + 1 < enough && any_left()) {
        move.pupils = too_few + (enough - too_few) / 2;
        const double then = cost_with(moves);
        (then <= cost ? enough : too_few) = move.pupils;
        cost = std::min(cost, then);
      }
      move.pupils = enough;
    }
    for (std::size_t i = 0; i < moves.size(); ++i)
      moves[i].saved = any_left() ? cost_with(without(moves, i)) - cost : std::numeric_limits<double>::quiet_NaN();
  }

 private:
  static std::vector<PupilMove> without(std::vector<PupilMove> moves, std::size_t place) {
    moves.erase(moves.begin() + static_cast<std::ptrdiff_t>(place));
    return moves;
  }

  const PlanProblem& problem_;
  const PlanProgress& progress_;
  std::size_t most_;
  std::size_t asked_ = 0;
};

/// Where the mean of the coefficients is judged, each is taken to have as much of it as the plan leaves it: near there what
/// one coefficient gives up for another changes nothing.
PlanProblem with_limit_of_each(PlanProblem problem, const Plan& plan) {
  constexpr int kDecimals = 9;
  for (std::size_t i = 0; problem.mean_limit && i < problem.indicators.size(); ++i) {
    const double cv = plan.indicators.empty() ? to_double(*problem.mean_limit) : plan.indicators[i].cv_after;
    if (!std::isfinite(cv)) continue;
    const auto billionths = static_cast<std::int64_t>(std::ceil(cv * std::pow(10.0, kDecimals)));
    problem.indicators[i].cv_limit = Decimal{billionths, kDecimals};
  }
  return problem;
}

}  // namespace

std::optional<PlanProblem> with_pupils(PlanProblem problem, const std::vector<PupilMove>& moves) {
  const std::vector<std::uint32_t> before = problem.pupils;
  for (const PupilMove& move : moves) {
    if (move.pupils >= problem.pupils[move.from]) return std::nullopt;
    problem.pupils[move.from] -= move.pupils;
    problem.pupils[move.to] += move.pupils;
  }
  for (PlanIndicator& indicator : problem.indicators) {
    for (std::size_t unit = 0; unit < before.size(); ++unit) {
      const std::uint32_t now = problem.pupils[unit];
      if (now == before[unit]) continue;
      const std::uint32_t common = std::gcd(now, before[unit]);
      const U128 times = before[unit] / common;
      PlanCell& cell = indicator.cells[unit];
      U128 under = 0;
      U128 base = 0;
      U128 rise = 0;
      if (__builtin_mul_overflow(cell.under, static_cast<U128>(now / common), &under) ||
          __builtin_mul_overflow(cell.base, times, &base) || __builtin_mul_overflow(cell.rise, times, &rise))
        return std::nullopt;
      const auto reduced = cell_of_ratios({base, under}, {rise, under});
      if (!reduced) return std::nullopt;
      cell = *reduced;
    }
  }
  return problem;
}

std::vector<PupilMove> pupils_to_move(const PlanProblem& problem, const Plan& without, const PupilLimits& limits,
                                      const PlanProgress& progress) {
  double least = Pruner::cost_of(without);
  if (without.outcome == PlanOutcome::refused || least == 0) return {};
  const PlanProblem estimated = with_limit_of_each(problem, without);
  const std::vector<PupilMove> way = Downhill(estimated, limits).run();
  Pruner plans(problem, progress);
  std::vector<PupilMove> best;
  std::size_t tried = 0;
  for (const double part : kParts) {
    const auto count = static_cast<std::size_t>(std::ceil(part * static_cast<double>(way.size())));
    if (count == tried || !plans.any_left()) continue;
    tried = count;
    std::vector<PupilMove> moves = together(way, count);
    const double cost = plans.cost_with(moves);
    if (!(cost < least)) continue;
    least = cost;
    best = std::move(moves);
  }
  if (!best.empty()) plans.prune(best, least);
  return best;
}

}  // namespace junheng
