// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>

#include "plan/stage_plan.h"

namespace junheng {
namespace {

constexpr double kRounding = 1e-9;
/// Times that all multipliers are made anew from a better choice.
constexpr int kRounds = 6;
/// Single indicators of single units that are solved in the exact search, times units: what 34 schools have time for.
constexpr std::size_t kWork = 5'000;
/// What moving makes an indicator cost more to solve.
constexpr std::size_t kWorkOfMoves = 16;
/// Units with a choice in the exact search: one bit each.
constexpr std::size_t kMostOpen = 24;

/// Finds which indicators of each unit stay.
///
/// Steps of run(): all stay, which is the first bound, and where nothing is open the answer; then by turns, the multipliers
/// of what was found say what each unit spares by staying, each unit lets that stay which spares most, and that is solved,
/// while it gets cheaper; the multipliers also bound every other choice. Last, where few units are open, the exact search:
/// depth first over the open units, with all that is not decided staying as the bound, each indicator solved once for each
/// set of units that have to reach its threshold.
class Chooser {
 public:
  Chooser(const PlannedStage& stage, std::size_t units, const PlanProgress& progress)
      : stage_(stage), units_(units), progress_(progress) {}

  LeastStage run() {
    const std::size_t size = stage_.planners.size();
    Stays stays(size, std::vector<std::uint8_t>(units_, 1));
    LeastStage lax = solve(stays);
    if (!lax.possible) return lax;
    if (stage_.open.empty()) return lax;
    double bound = lax.bound;
    stays = by_price();
    for (int round = 0; round < kRounds; ++round) {
      LeastStage now = solve(stays);
      if (now.possible && (!best_.possible || now.cost < best_.cost)) best_ = now;
      bound = std::max({bound, bound_of(lax), now.possible ? bound_of(now) : 0});
      if (best_.possible && rounded(bound) >= best_.cost) break;
      Stays next = by_multipliers(now.possible ? now : lax);
      if (next == stays) break;
      stays = std::move(next);
    }
    if (!(best_.possible && rounded(bound) >= best_.cost)) bound = std::max(bound, search());
    if (best_.possible) best_.bound = std::min(best_.cost, std::max(rounded(bound), lax.bound));
    return best_;
  }

 private:
  [[nodiscard]] double rounded(double bound) const {
    // Costs are whole multiples; what is a hair above one is that one.
    return std::ceil(bound / stage_.unit_price - kRounding * (1 + std::abs(bound) / stage_.unit_price)) *
           stage_.unit_price;
  }

  [[nodiscard]] LeastStage solve(const Stays& stays) {
    LeastStage all;
    all.possible = true;
    for (std::size_t i = 0; i < stage_.planners.size(); ++i) {
      all.indicators.push_back(stage_.planners[i].least(stage_.range(i, stays[i]), !stage_.open.empty()));
      if (progress_) progress_(++solved_parts_, (kRounds + 1) * stage_.planners.size());
      all.possible = all.possible && all.indicators.back().possible;
      all.cost += all.indicators.back().cost;
      all.bound += all.indicators.back().bound;
    }
    if (all.possible) all.bound = all.bound >= all.cost ? all.cost : std::min(all.cost, rounded(all.bound));
    return all;
  }

  /// What each open unit lets stay when staying in an indicator spares so much: what it must, then what spares most.
  template <typename Spared>
  [[nodiscard]] Stays by_sparing(const Spared& spared) const {
    const std::size_t size = stage_.planners.size();
    Stays stays(size, std::vector<std::uint8_t>(units_, 1));
    for (const std::uint32_t unit : stage_.open) {
      std::vector<std::size_t> indicators(size);
      std::iota(indicators.begin(), indicators.end(), std::size_t{0});
      std::stable_sort(indicators.begin(), indicators.end(), [&](std::size_t a, std::size_t b) {
        if (stage_.must_stay(a, unit) != stage_.must_stay(b, unit)) return stage_.must_stay(a, unit);
        return spared(a, unit) > spared(b, unit);
      });
      for (std::size_t place = stage_.may_stay; place < size; ++place)
        stays[indicators[place]][unit] = 0;
    }
    return stays;
  }

  /// What it costs to bring one unit from the floor of an indicator to its threshold, where nothing is moved.
  [[nodiscard]] double price_of(std::size_t i, std::uint32_t unit) const {
    const auto steps = stage_.high[i].least[unit] - std::max<std::int64_t>(stage_.low[i].least[unit], 0);
    return static_cast<double>(std::max<std::int64_t>(steps, 0)) * stage_.planners[i].price();
  }

  [[nodiscard]] Stays by_price() const {
    return by_sparing([&](std::size_t i, std::uint32_t unit) { return price_of(i, unit); });
  }

  struct Parts {
    std::vector<std::vector<double>> low;
    std::vector<std::vector<double>> high;
  };

  [[nodiscard]] Parts parts_of(const LeastStage& found) const {
    Parts parts;
    const double most = best_.possible ? best_.cost : kUnbounded;
    for (std::size_t i = 0; i < stage_.planners.size(); ++i) {
      parts.low.push_back(stage_.planners[i].unit_bounds(found.indicators[i], stage_.low[i], most));
      parts.high.push_back(stage_.planners[i].unit_bounds(found.indicators[i], stage_.high[i], most));
    }
    return parts;
  }

  /// What staying spares, over all rounds: by those of the last alone two choices would take turns.
  [[nodiscard]] Stays by_multipliers(const LeastStage& found) {
    const Parts parts = parts_of(found);
    spared_.resize(parts.high.size(), std::vector<double>(units_, 0));
    for (std::size_t i = 0; i < spared_.size(); ++i) {
      for (std::size_t unit = 0; unit < units_; ++unit)
        spared_[i][unit] += parts.high[i][unit] - parts.low[i][unit];
    }
    return by_sparing([&](std::size_t i, std::uint32_t unit) { return spared_[i][unit]; });
  }

  /// What no choice can be below, by the multipliers of one: each unit by itself lets that stay which spares most.
  [[nodiscard]] double bound_of(const LeastStage& found) const {
    const Parts parts = parts_of(found);
    double bound = 0;
    for (const auto& low : parts.low)
      bound += std::accumulate(low.begin(), low.end(), 0.0);
    for (const std::uint32_t unit : stage_.open) {
      std::vector<double> spared;
      for (std::size_t i = 0; i < parts.low.size(); ++i) {
        // What must stay has a place of its own among those that may.
        spared.push_back(stage_.must_stay(i, unit) ? kUnbounded
                                                   : std::max(0.0, parts.high[i][unit] - parts.low[i][unit]));
      }
      std::sort(spared.begin(), spared.end(), std::greater<>());
      for (std::size_t place = stage_.may_stay; place < spared.size(); ++place)
        bound += std::min(spared[place], kUnbounded);
    }
    return bound;
  }

  const LeastSteps& solved(std::size_t indicator, std::uint32_t reach) {
    const auto key = std::make_pair(indicator, reach);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    work_ += units_ * (stage_.planners[indicator].movable() ? kWorkOfMoves : 1);
    std::vector<std::uint8_t> stays(units_, 1);
    for (std::size_t bit = 0; bit < order_.size(); ++bit) {
      if ((reach >> bit & 1U) != 0) stays[order_[bit]] = 0;
    }
    return known_.emplace(key, stage_.planners[indicator].least(stage_.range(indicator, stays), false)).first->second;
  }

  /// The exact search. Returns what no choice is below, or zero where it did not come to its end.
  double search() {
    order_ = stage_.open;
    if (order_.size() > kMostOpen) return 0;
    // First those that cost most whatever stays: the bound rises early.
    std::vector<double> price(units_, 0);
    for (const std::uint32_t unit : order_) {
      for (std::size_t i = 0; i < stage_.planners.size(); ++i)
        price[unit] += price_of(i, unit);
    }
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return price[a] > price[b]; });
    reach_.assign(stage_.planners.size(), 0);
    least_left_ = kUnbounded;
    if (!descend(0)) return 0;
    if (!best_.possible) return kUnbounded;
    return std::min(best_.cost, least_left_);
  }

  bool descend(std::size_t depth) {
    double bound = 0;
    bool possible = true;
    for (std::size_t i = 0; i < reach_.size() && possible; ++i) {
      const LeastSteps& one = solved(i, reach_[i]);
      possible = one.possible;
      bound += one.bound;
    }
    if (!possible) return true;
    bound = rounded(bound);
    if (best_.possible && bound >= best_.cost) return true;
    if (work_ > kWork) return false;
    if (depth == order_.size()) {
      LeastStage leaf;
      leaf.possible = true;
      for (std::size_t i = 0; i < reach_.size(); ++i) {
        leaf.indicators.push_back(solved(i, reach_[i]));
        leaf.cost += leaf.indicators.back().cost;
      }
      least_left_ = std::min(least_left_, bound);
      if (!best_.possible || leaf.cost < best_.cost) best_ = std::move(leaf);
      return true;
    }
    std::vector<std::size_t> spared;
    for (std::size_t i = 0; i < reach_.size(); ++i) {
      if (stage_.spares(i, order_[depth])) spared.push_back(i);
    }
    // What spares most stays first: the first way down is a good one.
    std::stable_sort(spared.begin(), spared.end(), [&](std::size_t a, std::size_t b) {
      return spared_[a][order_[depth]] > spared_[b][order_[depth]];
    });
    return let_stay(depth, spared, 0, stage_.may_stay);
  }

  /// Every way in which `left` of the indicators from `place` on stay, and the others have to reach their threshold.
  bool let_stay(std::size_t depth, const std::vector<std::size_t>& spared, std::size_t place, std::size_t left) {
    if (place == spared.size()) return left == 0 ? descend(depth + 1) : true;
    const std::size_t rest = spared.size() - place;
    if (left > 0 && !let_stay(depth, spared, place + 1, left - 1)) return false;
    if (rest == left) return true;
    const std::uint32_t before = reach_[spared[place]];
    reach_[spared[place]] |= std::uint32_t{1} << depth;
    const bool ended = let_stay(depth, spared, place + 1, left);
    reach_[spared[place]] = before;
    return ended;
  }

  static constexpr double kUnbounded = 1e15;

  const PlannedStage& stage_;
  std::size_t units_;
  const PlanProgress& progress_;
  std::size_t solved_parts_ = 0;
  LeastStage best_;
  std::vector<std::vector<double>> spared_;  ///< by indicator and unit
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t>
      reach_;  ///< by indicator: bit d is set where the unit order_[d] has to reach the threshold
  std::map<std::pair<std::size_t, std::uint32_t>, LeastSteps> known_;
  std::size_t work_ = 0;
  double least_left_ = kUnbounded;
};

}  // namespace

LeastStage choose_stays(const PlannedStage& stage, std::size_t units, const PlanProgress& progress) {
  return Chooser(stage, units, progress).run();
}

}  // namespace junheng
