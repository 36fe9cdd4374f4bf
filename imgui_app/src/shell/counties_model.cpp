// SPDX-License-Identifier: MIT
#include "shell/counties_model.h"

#include <array>

#include "state/texts.h"

namespace workbench {

void refresh_counties(AppState& state) {
  Model& model = state.model;
  model.counties.clear();
  model.county_heading.clear();
  model.county_counts = {};
  if (!state.evaluation) return;
  const junheng::Evaluation& evaluation = *state.evaluation;
  const std::string wanted = junheng::normalised(state.view.county_search);
  std::array<std::size_t, 3> counts{};
  for (std::uint32_t i = 0; i < evaluation.counties.size(); ++i) {
    switch (evaluation.counties[i].verdict) {
      case junheng::Verdict::pass:
        ++counts[0];
        break;
      case junheng::Verdict::fail:
        ++counts[1];
        break;
      case junheng::Verdict::unknown:
        ++counts[2];
        break;
      case junheng::Verdict::near:
      case junheng::Verdict::none:
        break;
    }
    if (wanted.empty() || junheng::normalised(county_name(state, i)).find(wanted) != std::string::npos) {
      model.counties.push_back(i);
    }
  }
  for (std::size_t i = 0; i < counts.size(); ++i)
    model.county_counts[i] = std::to_string(counts[i]);
  model.county_heading =
      filled(state.say(Phrase::county_heading), {{"count", std::to_string(evaluation.counties.size())}});
}

}  // namespace workbench
