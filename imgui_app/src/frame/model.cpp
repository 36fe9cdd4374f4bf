// SPDX-License-Identifier: MIT
#include "frame/model.h"

#include <algorithm>

#include "balance/model.h"
#include "balance/model_detail.h"
#include "data/model.h"
#include "facts/model.h"
#include "issues/model.h"
#include "meeting/model.h"
#include "schools/heads.h"
#include "schools/model.h"
#include "shell/counties_model.h"
#include "start/model.h"
#include "state/texts.h"
#include "verdict/model.h"
#include "verdict/options_model.h"
#include "what_if/model.h"

namespace workbench {
namespace {

using junheng::Verdict;

/// The selected county, which every view reads.
void put_county(AppState& state) {
  Model& model = state.model;
  model.stages.clear();
  model.county_name.clear();
  model.county_verdict = Verdict::unknown;
  model.missing_facts = 0;
  if (!state.evaluation || state.view.county >= state.evaluation->counties.size()) return;
  const junheng::Evaluation& evaluation = *state.evaluation;
  model.county_name = county_name(state, state.view.county);
  const junheng::CountyVerdict& county = evaluation.counties[state.view.county];
  model.county_verdict = county.verdict;
  for (const junheng::PartVerdict& part : county.parts)
    model.missing_facts += static_cast<std::uint32_t>(std::count_if(
        part.items.begin(), part.items.end(), [](const auto& item) { return item.verdict == Verdict::unknown; }));
  for (std::uint32_t i = 0; i < evaluation.split.stages.size(); ++i) {
    if (evaluation.split.stages[i].county == state.view.county) model.stages.push_back(i);
  }
}

}  // namespace

void refresh_view(AppState& state) {
  refresh_rows(state);
  refresh_detail(state);
  refresh_facts(state);
  refresh_scenario(state);
  refresh_reason(state);
  refresh_options(state);
  refresh_meeting(state);
}

void refresh_county(AppState& state) {
  put_county(state);
  refresh_heads(state);
  refresh_balance(state);
  refresh_verdict(state);
  refresh_view(state);
  refresh_open_issues(state);
}

void refresh_all(AppState& state) {
  refresh_start(state);
  refresh_counties(state);
  refresh_county(state);
  refresh_data(state);
  refresh_issues(state);
}

}  // namespace workbench
