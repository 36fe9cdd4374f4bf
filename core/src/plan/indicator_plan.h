// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "junheng/plan.h"
#include "plan/steps.h"

namespace junheng {

/// How far up or down the steps of each unit may go under a choice of floors.
struct StepRange {
  std::vector<std::int64_t> least;
  std::vector<std::int64_t> most;
};

/// What one indicator costs at least, and how.
struct LeastSteps {
  bool possible = false;
  std::vector<std::int64_t> steps;
  double cost = 0;   ///< in prices of the problem's scale: a whole number
  double bound = 0;  ///< no steps under these floors cost less; the cost itself where that is proved
  /// Multipliers of the cone and of what is bought in all (with moves it is not negative), and the direction in which the
  /// cone is touched: from these any floors get a bound, see unit_bounds().
  double weight_of_cv = 0;
  double price_of_total = 0;
  std::vector<double> direction;
  std::size_t work = 1;  ///< how long it took for each unit, about: in tenths of a microsecond
};

/// What a bound is made with: the limit of the coefficient, the multiplier of what is bought in all, and how many times
/// dearer everything is.
struct Multipliers {
  double limit = 0;
  double price_of_total = 0;
  double dearer = 1;
};

/// The least moves in real numbers: who gives comes down to `high`, who gets comes up to `low`.
struct TwoLevels {
  double low = 0;
  double high = 0;
  double given = 0;  ///< steps
  double added = 0;  ///< likewise, with what floors ask for
  double cost = 0;   ///< no whole steps cost less
  std::vector<double> values;
};

/// One indicator of a stage with its numbers as doubles beside the exact ones: finds the least steps for given floors.
///
/// Holds: values, rises and weights of the units; whether a step weighs the same in the mean wherever it is taken (`even`),
/// which makes whole numbers an exact matter: Σ P X² with a given sum is least where each step goes to the unit in which it
/// adds least, one after another.
/// Steps of least(): floors; then, where the coefficient is over, levels of real numbers for the bound; then whole steps
/// from what is certainly too few, one by one. Moves are tried by their number.
class IndicatorPlanner {
  friend class EachMove;

 public:
  /// `price` and `move_price` of one step, whole numbers of one scale for all indicators; move_price < 0: none.
  IndicatorPlanner(const PlanIndicator& indicator, const std::vector<std::uint32_t>& pupils, double price,
                   double move_price);

  /// `multipliers`: they are wanted also where the least is proved without.
  [[nodiscard]] LeastSteps least(const StepRange& range, bool multipliers) const;

  /// The part of each unit in a bound by the multipliers of `found` under the floors of `range`: all parts together are
  /// never more than what steps cost that are no dearer than `most_cost`. A higher floor makes the part of its unit larger.
  [[nodiscard]] std::vector<double> unit_bounds(const LeastSteps& found, const StepRange& range,
                                                double most_cost) const;

  /// What no steps cost less than that are within `to`, by the multipliers of what was found within `limit`, with prices
  /// changed as the limit does. Between the two it is at least the lesser of what it is at both ends.
  [[nodiscard]] double bound_within(const LeastSteps& found, const StepRange& range, double most_cost, double limit,
                                    double to) const;

  /// Whether anything may be taken from a unit: not where a step weighs more in one unit than in another, as of what a
  /// school of several stages has as a whole.
  [[nodiscard]] double price() const { return price_; }
  [[nodiscard]] double move_price() const { return move_price_; }
  [[nodiscard]] bool movable() const { return even_ && move_price_ >= 0; }

 private:
  [[nodiscard]] double value(std::size_t unit, double steps) const { return value_[unit] + rise_[unit] * steps; }
  [[nodiscard]] bool within(const std::vector<std::int64_t>& steps, const PlanSums& sums) const;
  [[nodiscard]] double cost(const std::vector<std::int64_t>& steps) const;
  [[nodiscard]] PlanSums sums_of_values(const std::vector<double>& values) const;
  [[nodiscard]] std::vector<double> unit_bounds(const LeastSteps& found, const StepRange& range, double most_cost,
                                                const Multipliers& by) const;

  void only_bought(LeastSteps& found, const StepRange& range) const;
  /// nullopt: the caps do not let it.
  [[nodiscard]] std::optional<TwoLevels> two_levels(const StepRange& range) const;
  void with_moves(LeastSteps& found, const StepRange& range, bool multipliers) const;
  void try_each_move(LeastSteps& found, const StepRange& range) const;
  void uneven(LeastSteps& found, const StepRange& range) const;
  [[nodiscard]] std::optional<std::vector<double>> level_values(const StepRange& range,
                                                                const std::vector<std::int64_t>& from,
                                                                double dearness) const;
  [[nodiscard]] std::optional<std::vector<std::int64_t>> raised(const StepRange& range, std::vector<std::int64_t> from,
                                                                double least_total) const;
  [[nodiscard]] std::vector<std::int64_t> given_away(const StepRange& range, std::int64_t count) const;
  template <typename Consider>
  void consider_levels(const TwoLevels& levels, const PlanSums& sums, double step, const Consider& consider) const;
  void touch_cone(LeastSteps& found, const StepRange& range, const std::vector<double>& values, double real_cost,
                  const TwoLevels* levels) const;

  const PlanIndicator& indicator_;
  const std::vector<std::uint32_t>& pupils_;
  double price_;
  double move_price_;
  double limit_ = 0;
  bool even_ = true;
  std::vector<double> value_;
  std::vector<double> rise_;
  std::vector<double> weight_;
};

}  // namespace junheng
