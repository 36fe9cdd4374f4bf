// SPDX-License-Identifier: MIT
#include "frame/evaluate.h"

#include <algorithm>

#include "data/model.h"
#include "facts/model.h"
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
  view.selected_unit = view.selected_issue = view.open_cause = kNoSelection;
  view.column.reset();
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

/// By which the result on the screen is, or the one that is on its way.
std::size_t chosen_standard(const AppState& state) {
  return state.again ? state.again->standard : state.view.standard;
}

/// A project names its standard; otherwise the chosen one stays.
std::size_t standard_for(const AppState& state, const junheng::Project& project) {
  const auto& standards = state.library.standards;
  const auto named =
      std::find_if(standards.begin(), standards.end(), [&](const auto& one) { return one.id == project.standard; });
  return named == standards.end() ? chosen_standard(state) : static_cast<std::size_t>(named - standards.begin());
}

/// What becomes of a result that has come: shown, or refused with the former one kept.
void show_opened(AppState& state, Opening& opened, Evaluation&& evaluation) {
  if (is_unreadable(evaluation)) return refuse(state, evaluation, opened.name);
  state.again.reset();
  state.view.standard = opened.standard;
  // The same tables read another way are the same project.
  const bool same = state.evaluation && state.source == opened.sources;
  if (same) {
    state.history.put(std::move(opened.project));
  } else {
    state.history.begin(std::move(opened.project));
    state.source = std::move(opened.sources);
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
  state.source_name = std::move(opened.name);
  forget_selection(state.view);
  show(state, std::move(evaluation));
  if (state.view.county >= state.evaluation->counties.size()) state.view.county = 0;
  assume_again(state);
  refresh_all(state);
}

void begin_steps(const AppState& state, Opening& opening) {
  opening.evaluating.emplace(opening.sources, state.library.standards[opening.standard], state.library.vocabulary,
                             opening.request);
}

}  // namespace

void begin_opening(AppState& state, OpenTable&& what) {
  state.opening = std::make_unique<Opening>();
  Opening& opening = *state.opening;
  opening.sources = std::move(what.sources);
  opening.name = std::move(what.name);
  opening.project = std::move(what.project);
  opening.standard = standard_for(state, opening.project);
  opening.request = request_for(opening.project);
  begin_steps(state, opening);
}

bool advance_opening(AppState& state) {
  return state.opening != nullptr && state.opening->evaluating->step();
}

void show_opening(AppState& state) {
  if (state.opening == nullptr) return;
  const std::unique_ptr<Opening> opening = std::move(state.opening);
  show_opened(state, *opening, opening->evaluating->take());
}

void apply(AppState& state, OpenTable&& action) {
  begin_opening(state, std::move(action));
  while (advance_opening(state)) {
  }
  show_opening(state);
}

namespace {

/// Rows that are evaluated within a frame.
constexpr std::size_t kRowsAtOnce = 2048;

/// A unit is known again by what does not change when rows come and go: its line and its stage.
struct ChosenUnit {
  bool any = false;
  std::uint32_t line = 0;
  junheng::Stage stage{};

  explicit ChosenUnit(const AppState& state) {
    const std::uint32_t unit = state.view.selected_unit;
    const Evaluation& evaluation = *state.evaluation;
    any = unit < evaluation.split.units.size();
    if (!any) return;
    line = evaluation.roster.line[evaluation.split.units.row[unit]];
    stage = evaluation.split.stages[stage_of(evaluation, unit)].stage;
  }
  [[nodiscard]] std::uint32_t in(const Evaluation& evaluation) const {
    return any ? unit_of(evaluation, line, stage).value_or(kNoSelection) : kNoSelection;
  }
};

void show_again(AppState& state, std::size_t standard, Evaluation&& evaluation) {
  if (is_unreadable(evaluation)) return refuse(state, evaluation, state.source_name);
  // With another delimiter the records are others.
  const auto& questions = evaluation.questions;
  if (std::any_of(questions.begin(), questions.end(),
                  [](const auto& one) { return one.kind == junheng::QuestionKind::delimiter; }))
    state.sheets.clear();
  ViewState& view = state.view;
  const ChosenUnit chosen(state);
  show(state, std::move(evaluation));
  // By another standard all is another.
  if (view.standard != standard) {
    view.standard = standard;
    forget_selection(view);
  } else {
    view.selected_unit = chosen.in(*state.evaluation);
    view.selected_issue = view.open_cause = kNoSelection;
    view.reason.reset();
  }
  if (view.county >= state.evaluation->counties.size()) view.county = 0;
  assume_again(state);
  refresh_all(state);
}

void begin_again(AppState& state, std::size_t standard) {
  state.again = std::make_unique<Again>();
  Again& again = *state.again;
  again.standard = standard;
  again.request = request_for(state.history.now());
  again.evaluating.emplace(state.source, state.library.standards[standard], state.library.vocabulary, again.request);
  if (state.evaluation->roster.rows() <= kRowsAtOnce) return settle(state);
  // What was decided is seen at once, what follows from it as soon as it is known.
  refresh_data(state);
  refresh_facts(state);
}

}  // namespace

void evaluate_again(AppState& state) {
  if (state.evaluation) begin_again(state, chosen_standard(state));
}

bool advance_again(AppState& state) {
  if (state.again == nullptr) return false;
  // Showing it is a step of its own: every view is made anew.
  if (state.again->evaluating->done() < junheng::Evaluating::kStages) {
    state.again->evaluating->step();
    return true;
  }
  const std::unique_ptr<Again> again = std::move(state.again);
  show_again(state, again->standard, again->evaluating->take());
  return false;
}

void settle(AppState& state) {
  while (advance_again(state)) {
  }
}

std::vector<junheng::StandardFault> add_standard(AppState& state, std::string_view json) {
  const std::size_t before = state.library.standards.size();
  std::vector<junheng::StandardFault> faults = state.library.add(json);
  // One more leaves the others where they are. One that took another's place may be that of what is shown or opened.
  if (!faults.empty() || state.library.standards.size() > before) return faults;
  if (state.opening != nullptr) begin_steps(state, *state.opening);
  if (!state.library.standards[chosen_standard(state)].own) return faults;
  ++state.revision;
  state.evaluation ? evaluate_again(state) : refresh_all(state);
  return faults;
}

void apply(AppState& state, ChooseStandard action) {
  if (action.index >= state.library.standards.size()) return;
  if (action.index == chosen_standard(state)) return;
  if (state.evaluation) return begin_again(state, action.index);
  state.view.standard = action.index;
  ++state.revision;
  forget_selection(state.view);
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
