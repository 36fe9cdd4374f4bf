// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "plan/indicator_plan.h"

namespace junheng {
namespace {

constexpr std::size_t kMostAdded = 1U << 20U;

}  // namespace

/// Tries every number of moves, one after another: what is given goes on from the one before, what is added goes back and
/// forth in the one order in which each step adds least to Σ w X².
///
/// That fewer do not do is proved each time: with the same given away, real numbers come to a Σ w X² that is smaller by a
/// quarter of each unit's step at most. Where that is over the limit too, so is all below.
class EachMove {
 public:
  EachMove(const IndicatorPlanner& planner, const StepRange& range)
      : p_(planner), range_(range), steps_(range.least.size()), given_(steps_.size()), taken_(steps_.size()) {
    for (std::uint32_t unit = 0; unit < steps_.size(); ++unit) {
      taken_[unit] = steps_[unit] = std::max<std::int64_t>(range.least[unit], 0);
      forced_ += steps_[unit];
      total_ += steps_[unit];
      slack_ += p_.weight_[unit] * p_.rise_[unit] * p_.rise_[unit] / 4;
      offer(unit);
      ask(unit);
    }
    sums_ = sums_of(p_.indicator_, p_.pupils_, steps_);
  }

  void run(LeastSteps& found) {
    for (std::int64_t moves = 0;; ++moves) {
      if (found.possible && p_.move_price_ * static_cast<double>(moves) >= found.cost) return;
      if (add_fewest(static_cast<std::size_t>(std::max<std::int64_t>(moves - forced_, 0)))) {
        const double price =
            p_.price_ * static_cast<double>(total_) + (moved_ > 0 ? p_.move_price_ : 0) * static_cast<double>(moved_);
        if (!found.possible || price < found.cost) {
          found.possible = true;
          found.steps = steps_;
          found.cost = price;
        }
      }
      if (!give()) return;
    }
  }

 private:
  using Next = std::pair<double, std::uint32_t>;

  [[nodiscard]] bool within() const { return p_.within(steps_, sums_); }

  void change(std::uint32_t unit, std::int64_t by) {
    const double before = p_.value(unit, static_cast<double>(steps_[unit]));
    total_ += by;
    moved_ += std::min<std::int64_t>(steps_[unit], 0) - std::min<std::int64_t>(steps_[unit] + by, 0);
    steps_[unit] += by;
    sums_.change(p_.weight_[unit], before, p_.value(unit, static_cast<double>(steps_[unit])));
  }

  void offer(std::uint32_t unit) {
    if (given_[unit] <= range_.least[unit]) return;
    givers_.emplace_back(p_.value(unit, static_cast<double>(given_[unit])) - p_.rise_[unit] / 2, unit);
    std::push_heap(givers_.begin(), givers_.end());
  }

  void ask(std::uint32_t unit) {
    if (taken_[unit] >= range_.most[unit]) return;
    takers_.emplace_back(-(p_.value(unit, static_cast<double>(taken_[unit])) + p_.rise_[unit] / 2), unit);
    std::push_heap(takers_.begin(), takers_.end());
  }

  bool give() {
    if (givers_.empty()) return false;
    std::pop_heap(givers_.begin(), givers_.end());
    const std::uint32_t unit = givers_.back().second;
    last_given_ = givers_.back().first;
    givers_.pop_back();
    --given_[unit];
    change(unit, -1);
    offer(unit);
    return true;
  }

  /// Not beyond what was given last: who gives one there and takes one here has the same for a move less.
  bool add() {
    if (added_ == order_.size()) {
      if (takers_.empty() || added_ == kMostAdded) return false;
      std::pop_heap(takers_.begin(), takers_.end());
      order_.emplace_back(-takers_.back().first, takers_.back().second);
      takers_.pop_back();
      ++taken_[order_.back().second];
      ask(order_.back().second);
    }
    if (order_[added_].first > last_given_) return false;
    change(order_[added_++].second, 1);
    return true;
  }

  /// Whether real numbers do not do either.
  [[nodiscard]] bool beyond() const { return p_.indicator_.cv_limit && sums_.over(p_.limit_) > slack_; }

  /// Whether the coefficient falls when the step of `next` is taken.
  [[nodiscard]] bool helps(const Next& next) const {
    const double half = p_.weight_[next.second] * p_.rise_[next.second] / 2;
    return next.first < (1 + p_.limit_ * p_.limit_) * (sums_.mean + half);
  }

  /// The fewest with which the coefficient is within, `fewest` or more. Below where real numbers do, there are none, and
  /// they do over one stretch: it is entered from below.
  bool add_fewest(std::size_t fewest) {
    while (added_ > 0 && order_[added_ - 1].first > last_given_)
      take_back();
    while (added_ > fewest && !(beyond() && added_ < order_.size() && helps(order_[added_])))
      take_back();
    while (added_ < fewest || !within()) {
      if (!add()) return false;
      if (added_ > fewest && beyond() && !helps(order_[added_ - 1])) return false;
    }
    return true;
  }

  void take_back() { change(order_[--added_].second, -1); }

  const IndicatorPlanner& p_;
  const StepRange& range_;
  std::vector<std::int64_t> steps_;
  std::vector<std::int64_t> given_;  ///< of what a unit has
  std::vector<std::int64_t> taken_;  ///< by all of `order_`, and as its floor asks
  std::int64_t forced_ = 0;          ///< steps that floors ask for
  std::int64_t total_ = 0;           ///< Σ steps_
  std::int64_t moved_ = 0;           ///< of these, what is given
  double slack_ = 0;
  PlanSums sums_;
  std::vector<Next> givers_;
  std::vector<Next> takers_;
  std::vector<Next> order_;
  std::size_t added_ = 0;  ///< of `order_`
  double last_given_ = std::numeric_limits<double>::infinity();
};

void IndicatorPlanner::try_each_move(LeastSteps& found, const StepRange& range) const {
  EachMove(*this, range).run(found);
}

}  // namespace junheng
