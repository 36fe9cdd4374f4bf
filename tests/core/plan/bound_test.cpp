// SPDX-License-Identifier: MIT
// In steps so fine that they are as good as real numbers, what a plan costs and what no plan can be below meet: each proves
// the other. The bound is a sum of minima over intervals, checked here once more by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "plan/indicator_plan.h"
#include "support/random.h"

namespace junheng {
namespace {

using test::Random;

constexpr std::int64_t kFine = 1'000'000;

struct Case {
  std::vector<std::uint32_t> pupils;
  PlanIndicator indicator;
  StepRange range;
};

/// One indicator of 3 to 40 units without floors, whose coefficient is over its limit. `even`: a step weighs the same in all.
Case random_case(Random& random, bool even, bool moves) {
  Case one;
  const std::int64_t units = random.between(3, 40);
  for (std::int64_t unit = 0; unit < units; ++unit) {
    const auto pupils = static_cast<std::uint32_t>(random.between(50, 2500));
    one.pupils.push_back(pupils);
    const std::int64_t things = pupils * random.between(1, random.one_in(4) ? 90 : 20) * kFine / 10;
    const auto total = static_cast<U128>(pupils) * (even ? 1 : 1 + random.below(3));
    one.indicator.cells.push_back({static_cast<U128>(things) * (total / pupils), 1, total});
    one.range.least.push_back(moves ? -things : 0);
    one.range.most.push_back(std::int64_t{1} << 50);
  }
  one.indicator.cv_limit = Decimal{random.between(10, 30), 2};
  return one;
}

void costs_meet_bounds(std::uint64_t seed, bool even, double move_price, double widest) {
  Random random(seed);
  int paid = 0;
  for (int i = 0; i < 60; ++i) {
    const Case one = random_case(random, even, move_price >= 0);
    constexpr double kPrice = 3;
    const IndicatorPlanner planner(one.indicator, one.pupils, kPrice, move_price);
    const LeastSteps found = planner.least(one.range, true);
    ASSERT_TRUE(found.possible);
    if (found.cost == 0) continue;
    ++paid;
    const auto parts = planner.unit_bounds(found, one.range, found.cost);
    const double bound = std::accumulate(parts.begin(), parts.end(), 0.0);
    EXPECT_LE(bound, found.cost) << i;
    EXPECT_GE(bound, found.cost * (1 - widest)) << i << " with " << one.pupils.size() << " units";
  }
  EXPECT_GT(paid, 30);
}

TEST(Bound, MeetsTheCostOfWhatIsBought) {
  costs_meet_bounds(31, true, -1, 1e-6);
}

TEST(Bound, MeetsTheCostOfWhatIsMovedAndBought) {
  costs_meet_bounds(32, true, 1, 1e-6);
}

TEST(Bound, MeetsTheCostWhereStepsWeighDifferently) {
  costs_meet_bounds(33, false, -1, 1e-6);
}

/// The bound of any multipliers holds, not only of the best: no steps that are within the limit cost less.
TEST(Bound, HoldsForAnyMultipliers) {
  Random random(34);
  for (int i = 0; i < 40; ++i) {
    const Case one = random_case(random, random.one_in(2), false);
    const IndicatorPlanner planner(one.indicator, one.pupils, 3, -1);
    LeastSteps found = planner.least(one.range, true);
    ASSERT_TRUE(found.possible);
    for (double times : {0.0, 0.2, 0.7, 1.3, 4.0}) {
      LeastSteps other = found;
      other.weight_of_cv *= times;
      const auto parts = planner.unit_bounds(other, one.range, found.cost);
      EXPECT_LE(std::accumulate(parts.begin(), parts.end(), 0.0), found.cost + 1);
    }
  }
}

/// As a bound within another limit: what is least there is never less, nor anywhere between than at the lesser end.
TEST(Bound, WithinAnotherLimitHoldsAndIsNear) {
  constexpr double kPrice = 3;
  constexpr double kNear = 0.02;
  for (const double move_price : {-1.0, 1.0}) {
    Random random(35);
    int near = 0;
    int compared = 0;
    for (int i = 0; i < 40; ++i) {
      Case one = random_case(random, true, move_price >= 0);
      const double limit = to_double(*one.indicator.cv_limit);
      const LeastSteps found = IndicatorPlanner(one.indicator, one.pupils, kPrice, move_price).least(one.range, true);
      ASSERT_TRUE(found.possible);
      const auto least_within = [&](double to) {
        one.indicator.cv_limit = Decimal{static_cast<std::int64_t>(std::ceil(to * kFine)), 6};
        return IndicatorPlanner(one.indicator, one.pupils, kPrice, move_price).least(one.range, true).cost;
      };
      constexpr double kMostCost = 1e15;
      for (const double times : {0.5, 0.9, 0.98, 1.02, 1.1, 1.5}) {
        const double to = std::ceil(limit * times * kFine) / kFine;
        const IndicatorPlanner planner(one.indicator, one.pupils, kPrice, move_price);
        const double cost = least_within(to);
        const double bound = planner.bound_within(found, one.range, kMostCost, limit, to);
        EXPECT_LE(bound, cost + 1) << i << " times " << times;
        EXPECT_LE(std::min(found.bound, bound), least_within((limit + to) / 2) + 1) << i << " times " << times;
        if (cost == 0 || std::abs(times - 1) > kNear + 1 / 1e6) continue;
        ++compared;
        near += bound >= cost * (1 - kNear) ? 1 : 0;
      }
    }
    EXPECT_GT(compared, 40);
    EXPECT_GE(near, compared * 9 / 10) << "of " << compared << " with " << move_price;
  }
}

}  // namespace
}  // namespace junheng
