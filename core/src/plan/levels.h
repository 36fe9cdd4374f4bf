// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "plan/steps.h"

namespace junheng {

/// Sums over units that all stand on one level, or as near to it as each of them may: x = clamp(level, low, high). For any
/// level in the time of a search in a sorted list, as between two ends of units they are polynomials of the level.
class Levels {
 public:
  explicit Levels(std::size_t units) { ends_.reserve(2 * units); }

  /// One unit: what it weighs in the mean, and by how much a step raises it. Nothing where it cannot move.
  void add(double low, double high, double weight, double rise);
  /// To be called when all units are there.
  void sort();

  struct At {
    PlanSums sums;     ///< what is above the lowest that the units may be
    double steps = 0;  ///< likewise
  };
  [[nodiscard]] At at(double level) const;

  [[nodiscard]] bool empty() const { return ends_.empty(); }
  [[nodiscard]] double lowest() const { return ends_.front().level; }
  [[nodiscard]] double highest() const { return ends_.back().level; }

 private:
  /// Where a unit begins to move or ends; then all that moves or has moved up to there:
  /// Σ w x = mean + weight · level, Σ w x² = square + weight · level², Σ steps = steps + per_rise · level.
  struct End {
    double level = 0;
    double weight = 0;
    double mean = 0;
    double square = 0;
    double per_rise = 0;
    double steps = 0;
  };
  std::vector<End> ends_;
};

}  // namespace junheng
