// SPDX-License-Identifier: MIT
#include <algorithm>
#include <numeric>

#include "plan/stage_plan.h"
#include "plan/stay_search.h"

namespace junheng {
namespace {

/// Times that all multipliers are made anew from a better choice.
constexpr int kRounds = 6;
constexpr int kSharpened = 2;
/// What the exact search may do, as LeastSteps::work counts, and where the plan is further from its bound than a part of
/// its cost: 34 schools have time for it but for the last, which a few need that have hardly enough teachers.
constexpr std::size_t kWork = 100'000;
constexpr std::size_t kWorkWhereFar = 1'000'000;
constexpr std::size_t kWorkWhereVeryFar = 6'000'000;
constexpr double kFar = 0.005;
constexpr double kVeryFar = 0.02;

/// Finds which indicators of each unit stay.
///
/// Steps of run(): all stay, which is the first bound, and where nothing is open the answer; then by turns, the multipliers
/// of what was found say what each unit spares by staying, each unit lets that stay which spares most, and that is solved,
/// while it gets cheaper; the multipliers also bound every other choice. Last, where few units are open, the exact search.
class Chooser {
 public:
  Chooser(const PlannedStage& stage, std::size_t units, const PlanProgress& progress)
      : stage_(stage), units_(units), progress_(progress) {}

  LeastStage run() {
    const std::vector<std::uint8_t> all(units_, 1);
    LeastStage lax = solve(Stays(stage_.planners.size(), all));
    if (!lax.possible || stage_.open.empty()) return lax;
    double bound = std::max(lax.bound, by_turns(lax));
    if (is_far(bound)) bound = std::max(bound, by_sharpened(lax));
    if (!is_met(bound)) {
      StaySearch search(stage_, units_, parts_, spared_);
      const std::size_t work = is_far(bound, kVeryFar) ? kWorkWhereVeryFar : is_far(bound) ? kWorkWhereFar : kWork;
      if (search.possible()) bound = std::max(bound, search.run(best_, work));
    }
    if (best_.possible) best_.bound = std::min(best_.cost, std::max(stage_.rounded(bound), lax.bound));
    return best_;
  }

 private:
  [[nodiscard]] bool is_met(double bound) const { return best_.possible && stage_.rounded(bound) >= best_.cost; }
  [[nodiscard]] bool is_far(double bound, double part = kFar) const {
    return !best_.possible || bound < best_.cost * (1 - part);
  }

  /// The multipliers of what was found say what stays next. Returns what no choice is below.
  double by_turns(const LeastStage& lax) {
    double bound = 0;
    Stays stays = by_price();
    for (int round = 0; round < kRounds; ++round) {
      const LeastStage now = solve(stays);
      consider(now);
      if (round == 0) bound = bound_by_multipliers_of(lax);
      if (now.possible) bound = std::max(bound, bound_by_multipliers_of(now));
      if (is_met(bound)) break;
      add_spared(now.possible ? parts_.back() : parts_.front());
      Stays next = by_spared();
      if (next == stays) break;
      stays = std::move(next);
    }
    return bound;
  }

  /// The same by multipliers that look at all indicators together.
  double by_sharpened(const LeastStage& lax) {
    double bound = 0;
    for (int round = 0; round < kSharpened && is_far(bound); ++round) {
      const LeastStage& from = best_.possible ? best_ : lax;
      parts_.push_back(sharpened_parts(stage_, from.indicators, most_cost()));
      bound = std::max(bound, bound_by(stage_, parts_.back()));
      spared_.clear();
      add_spared(parts_.back());
      consider(solve(by_spared()));
    }
    return bound;
  }

  void consider(const LeastStage& now) {
    if (now.possible && (!best_.possible || now.cost < best_.cost)) best_ = now;
  }

  [[nodiscard]] double most_cost() const { return best_.possible ? best_.cost : kNoPlan; }

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
    if (all.possible) all.bound = all.bound >= all.cost ? all.cost : std::min(all.cost, stage_.rounded(all.bound));
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

  [[nodiscard]] Stays by_price() const {
    return by_sparing([&](std::size_t i, std::uint32_t unit) { return stage_.price_of(i, unit); });
  }

  double bound_by_multipliers_of(const LeastStage& found) {
    parts_.push_back(unit_parts(stage_, found.indicators, most_cost()));
    return bound_by(stage_, parts_.back());
  }

  /// What staying spares, over all rounds: by those of the last alone two choices would take turns.
  void add_spared(const UnitParts& parts) {
    spared_.resize(parts.high.size(), std::vector<double>(units_, 0));
    for (std::size_t i = 0; i < spared_.size(); ++i) {
      for (std::size_t unit = 0; unit < units_; ++unit)
        spared_[i][unit] += parts.spared(i, unit);
    }
  }

  [[nodiscard]] Stays by_spared() const {
    return by_sparing([&](std::size_t i, std::uint32_t unit) { return spared_[i][unit]; });
  }

  const PlannedStage& stage_;
  std::size_t units_;
  const PlanProgress& progress_;
  std::size_t solved_parts_ = 0;
  LeastStage best_;
  std::vector<std::vector<double>> spared_;  ///< by indicator and unit
  std::vector<UnitParts> parts_;             ///< of all rounds
};

}  // namespace

LeastStage choose_stays(const PlannedStage& stage, std::size_t units, const PlanProgress& progress) {
  return Chooser(stage, units, progress).run();
}

}  // namespace junheng
