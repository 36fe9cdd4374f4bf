// SPDX-License-Identifier: MIT
#include "frame/evaluate.h"

#include <algorithm>

#include "frame/model.h"
#include "frame/navigate.h"
#include "junheng/lookup.h"
#include "state/project.h"
#include "what_if/update.h"

namespace workbench {
namespace {

using junheng::Evaluation;
using junheng::IssueCode;

/// More sentences than this make a notice nobody reads; the rest are of the same kind.
constexpr std::size_t kReasonsInNotice = 3;

/// Issues after which there is no table to show.
bool leaves_nothing(IssueCode code) {
  return code == IssueCode::empty_input || code == IssueCode::not_text || code == IssueCode::input_too_big ||
         code == IssueCode::no_known_column || code == IssueCode::no_rows || code == IssueCode::unknown_standard;
}

bool is_unreadable(const Evaluation& evaluation) {
  if (!evaluation.questions.empty()) return false;  // to be asked, it has to be on the screen
  return evaluation.counties.empty() ||
         std::any_of(evaluation.issues.begin(), evaluation.issues.end(),
                     [](const junheng::Issue& issue) { return leaves_nothing(issue.code); });
}

std::string notice_text(const AppState& state, const Evaluation& unreadable, std::string_view name,
                        junheng::Language language) {
  std::string why;
  std::size_t count = 0;
  for (const junheng::Issue& issue : unreadable.issues) {
    if (!leaves_nothing(issue.code) || count == kReasonsInNotice) continue;
    if (!why.empty()) why += ' ';
    why += sentence(state.library.words(language), issue, unreadable);
    ++count;
  }
  std::string text = filled(state.phrases.say(Phrase::notice_unreadable, language), {{"name", name}, {"why", why}});
  if (state.evaluation) {
    text += ' ';
    text += state.phrases.say(Phrase::notice_kept, language);
  }
  return text;
}

void refuse(AppState& state, const Evaluation& evaluation, const std::string& name) {
  const auto text = [&](junheng::Language language) {
    const std::string_view pasted = state.phrases.say(Phrase::notice_paste, language);
    return notice_text(state, evaluation, name.empty() ? pasted : name, language);
  };
  state.notice = Notice{{.zh = text(junheng::Language::zh), .en = text(junheng::Language::en)}};
  ++state.revision;
}

/// A new result starts without anything selected that belonged to the old one.
void forget_selection(ViewState& view) {
  view.selected_unit = view.selected_issue = view.selected_check = kNoSelection;
  view.highlighted_line = junheng::kNoLine;
  view.scroll_to_selection = view.scroll_to_cell = view.editing = false;
  view.severity.reset();
  view.indicator.reset();
  view.item.reset();
  view.reason.reset();
  view.option.reset();
  view.part = 0;
  view.balance_stage = 0;
  view.sort = {};
}

/// A new result on the screen.
void show(AppState& state, Evaluation&& evaluation) {
  state.evaluation = std::make_unique<const Evaluation>(std::move(evaluation));
  state.effects.reset();
  state.notice.reset();
  ++state.revision;
}

}  // namespace

void apply(AppState& state, OpenTable&& action) {
  // A project names its standard.
  const auto& standards = state.library.standards;
  for (std::size_t i = 0; i < standards.size(); ++i) {
    if (standards[i].id == action.project.standard) state.view.standard = i;
  }
  Evaluation evaluation =
      junheng::evaluate(action.sources, state.standard(), state.library.vocabulary, request_for(action.project));
  if (is_unreadable(evaluation)) return refuse(state, evaluation, action.name);
  // The same tables read another way are the same project.
  const bool same = state.evaluation && state.source == action.sources;
  if (same) {
    state.history.put(std::move(action.project));
  } else {
    state.history.begin(std::move(action.project));
    state.source = std::move(action.sources);
    state.sheets.clear();
    state.view.sheet = 0;
    state.view.cell = {};
    state.view.find.clear();
    state.view.county = 0;
    state.view.county_search.clear();
    state.view.left_out_open = false;
    state.view.scenario = 0;
    state.view.meeting.reset();
    if (is_open(evaluation.questions))
      state.view.tab = Tab::issues;
    else if (state.view.tab == Tab::start)
      state.view.tab = Tab::schools;
    forget_filters(state.view);
  }
  state.source_name = std::move(action.name);
  forget_selection(state.view);
  show(state, std::move(evaluation));
  if (state.view.county >= state.evaluation->counties.size()) state.view.county = 0;
  assume_again(state);
  refresh_all(state);
}

void evaluate_again(AppState& state) {
  if (!state.evaluation) return;
  // A unit is known again by what does not change when rows come and go: its line and its stage.
  const std::uint32_t unit = state.view.selected_unit;
  const bool any = unit < state.evaluation->split.units.size();
  const std::uint32_t line = any ? state.evaluation->roster.line[state.evaluation->split.units.row[unit]] : 0;
  const junheng::Stage stage =
      any ? state.evaluation->split.stages[stage_of(*state.evaluation, unit)].stage : junheng::Stage{};
  Evaluation evaluation =
      junheng::evaluate(state.source, state.standard(), state.library.vocabulary, request_for(state.history.now()));
  if (is_unreadable(evaluation)) return refuse(state, evaluation, state.source_name);
  // With another delimiter the records are others.
  const auto& questions = evaluation.questions;
  if (std::any_of(questions.begin(), questions.end(),
                  [](const auto& one) { return one.kind == junheng::QuestionKind::delimiter; }))
    state.sheets.clear();
  show(state, std::move(evaluation));
  ViewState& view = state.view;
  if (view.county >= state.evaluation->counties.size()) view.county = 0;
  view.selected_unit = any ? unit_of(*state.evaluation, line, stage).value_or(kNoSelection) : kNoSelection;
  view.selected_issue = view.selected_check = kNoSelection;
  view.reason.reset();
  assume_again(state);
  refresh_all(state);
}

void apply(AppState& state, ChooseStandard action) {
  if (action.index == state.view.standard || action.index >= state.library.standards.size()) return;
  state.view.standard = action.index;
  ++state.revision;
  forget_selection(state.view);
  if (state.evaluation) {
    show(state,
         junheng::evaluate(state.source, state.standard(), state.library.vocabulary, request_for(state.history.now())));
    if (state.view.county >= state.evaluation->counties.size()) state.view.county = 0;
    assume_again(state);
  }
  refresh_all(state);
}

void apply(AppState& state, ChangeProject&& action) {
  if (state.evaluation) change_project(state, std::move(action.project));
}

void apply(AppState& state, Undo) {
  if (state.history.undo()) evaluate_again(state);
}

void apply(AppState& state, Redo) {
  if (state.history.redo()) evaluate_again(state);
}

}  // namespace workbench
