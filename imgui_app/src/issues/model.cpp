// SPDX-License-Identifier: MIT
#include "issues/model.h"

#include <array>

#include "issues/causes.h"
#include "junheng/question_text.h"
#include "state/remarks.h"
#include "state/texts.h"

namespace workbench {
namespace {

using junheng::Severity;

constexpr std::array kSeverities = {Severity::error, Severity::warning, Severity::note};

void refresh_questions(AppState& state) {
  std::vector<QuestionModel>& shown = state.model.questions;
  shown.clear();
  if (!state.evaluation) return;
  const junheng::Words& words = state.library.words(state.view.language);
  for (const junheng::Question& question : state.evaluation->questions) {
    QuestionModel& model = shown.emplace_back();
    model.text = question_text(words, question, state.evaluation->sheets);
    for (const junheng::QuestionOption& option : question.options) {
      std::string label = choice_text(words, question, option);
      if (option.id == question.proposed && question.answer.empty())
        label = filled(state.say(Phrase::issues_proposed), {{"choice", label}});
      model.options.push_back({std::move(label), option.sample, option.id == question.answer});
    }
  }
}

std::string checks_text(const AppState& state) {
  std::size_t logic = 0;
  std::size_t totals = 0;
  std::size_t experience = 0;
  std::size_t answered = 0;
  for (std::uint32_t i = 0; i < state.evaluation->issues.size(); ++i) {
    const junheng::IssueCode code = state.evaluation->issues[i].code;
    const junheng::Tier tier = tier_of(code);
    if (code == junheng::IssueCode::total_differs) ++totals;
    if (tier == junheng::Tier::logic) ++logic;
    if (tier != junheng::Tier::experience) continue;
    ++experience;
    if (!remark_of(state, i).empty()) ++answered;
  }
  std::string text;
  if (logic + experience > 0)
    text = filled(state.say(Phrase::issues_checks), {{"logic", std::to_string(logic)},
                                                     {"experience", std::to_string(experience)},
                                                     {"answered", std::to_string(answered)}});
  if (totals > 0) {
    if (!text.empty()) text += ' ';
    text += filled(state.say(Phrase::issues_totals), {{"count", std::to_string(totals)}});
  }
  return text;
}

}  // namespace

void refresh_issues(AppState& state) {
  Model& model = state.model;
  refresh_questions(state);
  model.issues.clear();
  model.open_issue_count = 0;
  model.checks = state.evaluation ? checks_text(state) : std::string();
  std::array<std::uint32_t, kSeverities.size()> counts{};
  if (state.evaluation) {
    const junheng::Issues& issues = state.evaluation->issues;
    for (std::size_t s = 0; s < kSeverities.size(); ++s) {
      for (std::uint32_t i = 0; i < issues.size(); ++i) {
        if (severity_of(issues[i].code) != kSeverities[s]) continue;
        ++counts[s];
        // What was only said of how the table was read is nothing to be done.
        const bool asked =
            state.view.severity ? *state.view.severity == kSeverities[s] : kSeverities[s] != Severity::note;
        if (asked) model.issues.push_back(i);
      }
    }
  }
  const auto with_count = [&](Phrase phrase, std::uint32_t count) {
    return filled(state.say(phrase), {{"count", std::to_string(count)}});
  };
  model.open_issue_count = counts[0] + counts[1];
  model.worst_issue = counts[0] > 0 ? Severity::error : counts[1] > 0 ? Severity::warning : Severity::note;
  model.issue_filters[0] = with_count(Phrase::issues_all, model.open_issue_count);
  for (std::size_t s = 0; s < kSeverities.size(); ++s) {
    model.issue_filters[s + 1] = severity_word(state, kSeverities[s]);
    model.issue_filters[s + 1] += ' ' + std::to_string(counts[s]);
  }
  put_issue_rows(state);
  refresh_open_issues(state);
}

void refresh_open_issues(AppState& state) {
  Model& model = state.model;
  const auto with_count = [&](Phrase phrase, std::uint32_t count) {
    return filled(state.say(phrase), {{"count", std::to_string(count)}});
  };
  model.open_issues = model.open_issue_count > 0 ? with_count(Phrase::issues_open, model.open_issue_count) : "";
  model.no_issues = model.missing_facts > 0 ? with_count(Phrase::issues_no_facts, model.missing_facts)
                                            : std::string(state.say(Phrase::issues_none));
}

}  // namespace workbench
