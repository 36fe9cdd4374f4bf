// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "plan/stage_bounds.h"
#include "plan/stage_plan.h"

namespace junheng {

/// The exact search for what stays: depth first over the open units.
///
/// A way is left where it cannot be cheaper than the best: by any of the multipliers, each unit that is not decided letting
/// that stay which spares most; or by its indicators, with everything undecided staying, each solved once for each set of
/// units that have to reach its threshold.
class StaySearch {
 public:
  /// `spared`: by indicator and unit, what is let stay first.
  StaySearch(const PlannedStage& stage, std::size_t units, const std::vector<UnitParts>& parts,
             const std::vector<std::vector<double>>& spared);

  /// Whether there are few enough units with a choice.
  [[nodiscard]] bool possible() const;

  /// Improves `best`. Returns what no choice is below, or zero where so much work did not bring it to its end.
  [[nodiscard]] double run(LeastStage& best, std::size_t work);

 private:
  const LeastSteps& solved(std::size_t indicator);
  bool descend(std::size_t depth, const std::vector<double>& bounds);
  bool let_stay(std::size_t depth, const std::vector<std::size_t>& spared, std::size_t place, std::size_t left,
                const std::vector<double>& bounds);
  [[nodiscard]] std::vector<double> decided(std::size_t depth, std::vector<double> bounds) const;

  const PlannedStage& stage_;
  std::size_t units_;
  const std::vector<UnitParts>& parts_;
  const std::vector<std::vector<double>>& spared_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint64_t> reach_;  ///< by indicator: bit d is set where order_[d] has to reach the threshold
  std::map<std::pair<std::size_t, std::uint64_t>, LeastSteps> known_;
  LeastStage* best_ = nullptr;
  std::size_t work_ = 0;
  std::size_t most_work_ = 0;
  double least_left_ = 0;
};

}  // namespace junheng
