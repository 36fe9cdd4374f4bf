// SPDX-License-Identifier: MIT
#include "issues/model.h"

#include <array>

#include "state/texts.h"

namespace workbench {
namespace {

using junheng::Severity;

constexpr std::array kSeverities = {Severity::error, Severity::warning, Severity::note};

}  // namespace

void refresh_issues(AppState& state) {
  Model& model = state.model;
  model.issues.clear();
  model.open_issue_count = 0;
  std::array<std::uint32_t, kSeverities.size()> counts{};
  if (state.evaluation) {
    const junheng::Issues& issues = state.evaluation->issues;
    for (std::size_t s = 0; s < kSeverities.size(); ++s) {
      for (std::uint32_t i = 0; i < issues.size(); ++i) {
        if (severity_of(issues[i].code) != kSeverities[s]) continue;
        ++counts[s];
        if (!state.view.severity || *state.view.severity == kSeverities[s]) model.issues.push_back(i);
      }
    }
  }
  const auto with_count = [&](Phrase phrase, std::uint32_t count) {
    return filled(state.say(phrase), {{"count", std::to_string(count)}});
  };
  model.open_issue_count = counts[0] + counts[1];
  model.issue_filters[0] = with_count(Phrase::issues_all, counts[0] + counts[1] + counts[2]);
  for (std::size_t s = 0; s < kSeverities.size(); ++s) {
    model.issue_filters[s + 1] = severity_word(state, kSeverities[s]);
    model.issue_filters[s + 1] += ' ' + std::to_string(counts[s]);
  }
  model.open_issues = model.open_issue_count == 0 ? std::string(state.say(Phrase::top_no_issues))
                                                  : with_count(Phrase::top_issues, model.open_issue_count);
}

}  // namespace workbench
