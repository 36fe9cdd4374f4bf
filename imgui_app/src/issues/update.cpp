// SPDX-License-Identifier: MIT
#include "issues/update.h"

#include <utility>

#include "issues/model.h"
#include "state/project.h"

namespace workbench {

void apply(AppState& state, FilterSeverity action) {
  state.view.severity = action.severity;
  refresh_issues(state);
}

void apply(AppState& state, OpenCause action) {
  if (action.cause >= state.model.causes.size()) return;
  const std::uint32_t first = state.model.causes[action.cause].issues.front();
  state.view.open_cause = state.view.open_cause == first ? kNoSelection : first;
  refresh_issues(state);
}

void apply(AppState& state, AnswerQuestion action) {
  if (!state.evaluation || action.question >= state.evaluation->questions.size()) return;
  const junheng::Question& question = state.evaluation->questions[action.question];
  if (action.option >= question.options.size()) return;
  const std::string& option = question.options[action.option].id;
  junheng::Project project = state.history.now();
  std::erase_if(project.reading.answers, [&](const junheng::Answer& answer) {
    return answer.kind == question.kind && answer.place == question.place;
  });
  // The same once more opens the question again.
  if (question.answer != option) project.reading.answers.push_back({question.kind, question.place, option});
  change_project(state, std::move(project));
}

}  // namespace workbench
