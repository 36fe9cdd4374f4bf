// SPDX-License-Identifier: MIT
#include <algorithm>

#include "state/texts.h"

namespace workbench {
namespace {

using junheng::Severity;
using junheng::Verdict;

constexpr std::array kSeverities = {Severity::error, Severity::warning, Severity::note};

}  // namespace

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
      case Verdict::pass:
        ++counts[0];
        break;
      case Verdict::fail:
        ++counts[1];
        break;
      case Verdict::unknown:
        ++counts[2];
        break;
      case Verdict::near:
      case Verdict::none:
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

void refresh_start(AppState& state) {
  Model& model = state.model;
  const junheng::Vocabulary& vocabulary = state.library.vocabulary;
  const junheng::Language language = state.view.language;
  model.needed_columns.clear();
  std::vector<std::uint16_t> fields;
  const auto need = [&](std::uint16_t field) {
    if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.push_back(field);
  };
  for (const std::string_view id : {"school", "type", "pupils"}) {
    if (const auto field = vocabulary.field(id)) need(*field);
  }
  // Of the alternatives the one with the fewest columns, and of equal ones the last: the first ask for finer numbers.
  for (const junheng::Indicator& indicator : state.standard().indicators) {
    const std::vector<junheng::Term>* simplest = nullptr;
    for (const auto& [terms, only_when, given] : indicator.resource) {
      if (given || only_when.option) continue;
      if (simplest == nullptr || terms.size() <= simplest->size()) simplest = &terms;
    }
    if (simplest == nullptr) continue;
    for (const junheng::Term& term : *simplest)
      need(term.field);
  }
  for (const std::uint16_t field : fields)
    model.needed_columns.push_back(vocabulary.fields[field].label.in(language));
  model.current_table = state.source_name.empty()
                            ? std::string{}
                            : filled(state.say(Phrase::start_current), {{"name", state.source_name}});
}

void refresh_all(AppState& state) {
  refresh_start(state);
  refresh_counties(state);
  refresh_county(state);
  refresh_data(state);
  refresh_issues(state);
}

}  // namespace workbench
