// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "junheng/plan.h"

namespace junheng {

/// What a stage lacks in real numbers when its pupils are so many, and by how much that grows with each pupil of a unit.
struct PupilNeed {
  double cost = 0;
  std::vector<double> by_pupil;
};

/// Estimates what a plan costs for any spread of the pupils, whose sum does not change.
///
/// As where steps weigh the same and are bought: each unit stands at its floor or threshold, and all below one level are
/// raised to it until the coefficient is within its limit. Along the level everything is smooth in the pupils, so that the
/// derivatives are exact; where a unit reaches its threshold they jump.
class PupilNeeds {
 public:
  explicit PupilNeeds(const PlanProblem& problem);

  [[nodiscard]] PupilNeed of(const std::vector<double>& pupils) const;

 private:
  /// One indicator: what units have, by unit: value times pupils, and what a step adds to that.
  struct Had {
    double threshold = 0;  ///< 0: none
    double limit = 0;      ///< of the coefficient; 0: none
    std::vector<double> amount;
    std::vector<double> step;
    std::vector<double> price;  ///< of a step
  };

  [[nodiscard]] std::vector<std::vector<double>> floors(const std::vector<double>& pupils) const;
  static void add(PupilNeed& need, const Had& had, const std::vector<double>& floor, const std::vector<double>& pupils);

  const PlanProblem& problem_;
  std::vector<Had> had_;
};

}  // namespace junheng
