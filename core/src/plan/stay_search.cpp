// SPDX-License-Identifier: MIT
#include "plan/stay_search.h"

#include <algorithm>
#include <utility>

namespace junheng {
namespace {

/// One step of the search, as LeastSteps::work counts.
constexpr std::size_t kWorkOfStep = 10;
/// Units with a choice: one bit each.
constexpr std::size_t kMostOpen = 64;

}  // namespace

StaySearch::StaySearch(const PlannedStage& stage, std::size_t units, const std::vector<UnitParts>& parts,
                       const std::vector<std::vector<double>>& spared)
    : stage_(stage),
      units_(units),
      parts_(parts),
      spared_(spared),
      order_(stage.open),
      reach_(stage.planners.size(), 0) {
  // First those that cost most whatever stays: the bound rises early.
  std::vector<double> price(units, 0);
  for (const std::uint32_t unit : order_) {
    for (std::size_t i = 0; i < stage.planners.size(); ++i)
      price[unit] += stage.price_of(i, unit);
  }
  std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) { return price[a] > price[b]; });
}

bool StaySearch::possible() const {
  return order_.size() <= kMostOpen;
}

double StaySearch::run(LeastStage& best, std::size_t work) {
  best_ = &best;
  most_work_ = work;
  least_left_ = kNoPlan;
  std::vector<double> bounds;
  bounds.reserve(parts_.size());
  for (const UnitParts& parts : parts_)
    bounds.push_back(bound_by(stage_, parts));
  if (!descend(0, bounds)) return 0;
  return best.possible ? std::min(best.cost, least_left_) : kNoPlan;
}

const LeastSteps& StaySearch::solved(std::size_t indicator) {
  const auto key = std::make_pair(indicator, reach_[indicator]);
  if (const auto known = known_.find(key); known != known_.end()) return known->second;
  std::vector<std::uint8_t> stays(units_, 1);
  for (std::size_t depth = 0; depth < order_.size(); ++depth) {
    if ((key.second >> depth & 1U) != 0) stays[order_[depth]] = 0;
  }
  LeastSteps least = stage_.planners[indicator].least(stage_.range(indicator, stays), false);
  work_ += units_ * least.work;
  return known_.emplace(key, std::move(least)).first->second;
}

/// The bounds of the multipliers once one more unit is decided.
std::vector<double> StaySearch::decided(std::size_t depth, std::vector<double> bounds) const {
  const std::uint32_t unit = order_[depth];
  for (std::size_t m = 0; m < parts_.size(); ++m) {
    bounds[m] -= least_part(stage_, parts_[m], unit);
    for (std::size_t i = 0; i < reach_.size(); ++i)
      bounds[m] += ((reach_[i] >> depth & 1U) != 0 ? parts_[m].high : parts_[m].low)[i][unit];
  }
  return bounds;
}

bool StaySearch::descend(std::size_t depth, const std::vector<double>& bounds) {
  const auto is_beaten = [&](double bound) { return best_->possible && bound >= best_->cost; };
  work_ += kWorkOfStep;
  if (std::any_of(bounds.begin(), bounds.end(), [&](double bound) { return is_beaten(stage_.rounded(bound)); }))
    return true;
  double bound = 0;
  bool proved = true;
  for (std::size_t i = 0; i < reach_.size(); ++i) {
    const LeastSteps& one = solved(i);
    if (!one.possible) return true;
    bound += one.bound;
    proved = proved && one.bound == one.cost;
  }
  // Proved costs are whole, so that their sum is exact.
  if (!proved) bound = stage_.rounded(bound);
  if (is_beaten(bound)) return true;
  if (work_ > most_work_) return false;
  if (depth == order_.size()) {
    LeastStage leaf;
    leaf.possible = true;
    for (std::size_t i = 0; i < reach_.size(); ++i) {
      leaf.indicators.push_back(solved(i));
      leaf.cost += leaf.indicators.back().cost;
    }
    least_left_ = std::min(least_left_, bound);
    if (!best_->possible || leaf.cost < best_->cost) *best_ = std::move(leaf);
    return true;
  }
  std::vector<std::size_t> spared;
  for (std::size_t i = 0; i < reach_.size(); ++i) {
    if (stage_.spares(i, order_[depth])) spared.push_back(i);
  }
  // What spares most stays first: the first way down is a good one.
  std::stable_sort(spared.begin(), spared.end(),
                   [&](std::size_t a, std::size_t b) { return spared_[a][order_[depth]] > spared_[b][order_[depth]]; });
  return let_stay(depth, spared, 0, stage_.may_stay, bounds);
}

/// Every way in which `left` of the indicators from `place` on stay, and the others have to reach their threshold.
bool StaySearch::let_stay(std::size_t depth, const std::vector<std::size_t>& spared, std::size_t place,
                          std::size_t left, const std::vector<double>& bounds) {
  if (place == spared.size()) return left == 0 ? descend(depth + 1, decided(depth, bounds)) : true;
  const std::size_t rest = spared.size() - place;
  if (left > 0 && !let_stay(depth, spared, place + 1, left - 1, bounds)) return false;
  if (rest == left) return true;
  const std::uint64_t before = reach_[spared[place]];
  reach_[spared[place]] |= std::uint64_t{1} << depth;
  const bool ended = let_stay(depth, spared, place + 1, left, bounds);
  reach_[spared[place]] = before;
  return ended;
}

}  // namespace junheng
