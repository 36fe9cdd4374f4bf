// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "state/state.h"

namespace workbench {

/// A school of a stage and its share of CV².
struct CvSource {
  std::uint32_t unit = 0;
  double share = 0;
};

/// Where a difference comes from: at most so many, the largest first; none without a coefficient above 0.
[[nodiscard]] std::vector<CvSource> cv_sources(const AppState& state, std::size_t stage_index, std::size_t indicator,
                                               std::size_t most);

}  // namespace workbench
