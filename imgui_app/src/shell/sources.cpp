// SPDX-License-Identifier: MIT
#include "shell/sources.h"

#include <algorithm>

#include "junheng/balance.h"

namespace workbench {

std::vector<CvSource> cv_sources(const AppState& state, std::size_t stage_index, std::size_t indicator,
                                 std::size_t most) {
  const junheng::Evaluation& evaluation = *state.evaluation;
  const junheng::StageUnits& stage = evaluation.split.stages[stage_index];
  const junheng::StageBalance& balance = evaluation.balance[stage_index];
  std::vector<CvSource> sources;
  for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
    const double share =
        junheng::cv_share(balance.indicators[indicator].spread, evaluation.indicators[indicator].value[unit],
                          evaluation.split.units.pupils[unit], balance.pupils);
    if (share > 0) sources.push_back({unit, share});
  }
  const std::size_t shown = std::min(most, sources.size());
  std::partial_sort(sources.begin(), sources.begin() + static_cast<std::ptrdiff_t>(shown), sources.end(),
                    [](const CvSource& a, const CvSource& b) { return a.share > b.share; });
  sources.resize(shown);
  return sources;
}

}  // namespace workbench
