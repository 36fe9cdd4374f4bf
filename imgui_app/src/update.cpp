// SPDX-License-Identifier: MIT
#include "update.h"

#include <algorithm>

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

/// A new result starts without anything selected that belonged to the old one.
void show(AppState& state, Evaluation&& evaluation) {
  state.evaluation = std::make_unique<const Evaluation>(std::move(evaluation));
  state.notice.reset();
  ++state.revision;
  ViewState& view = state.view;
  view.selected_unit = view.selected_issue = kNoSelection;
  view.highlighted_line = junheng::kNoLine;
  view.scroll_to_selection = false;
  view.severity.reset();
  view.sort = {};
}

void forget_filters(ViewState& view) {
  view.school_search.clear();
  view.stage.reset();
  view.verdict.reset();
}

void apply(AppState& state, OpenTable&& action) {
  junheng::Request request;
  request.reading = action.reading;
  Evaluation evaluation = junheng::evaluate(action.text, state.standard(), state.library.vocabulary, request);
  const bool unreadable = evaluation.counties.empty() ||
                          std::any_of(evaluation.issues.begin(), evaluation.issues.end(),
                                      [](const junheng::Issue& issue) { return leaves_nothing(issue.code); });
  if (unreadable) {
    const auto text = [&](junheng::Language language) {
      const std::string_view pasted = state.phrases.say(Phrase::notice_paste, language);
      return notice_text(state, evaluation, action.name.empty() ? pasted : action.name, language);
    };
    state.notice = Notice{{.zh = text(junheng::Language::zh), .en = text(junheng::Language::en)}};
    ++state.revision;
    return;
  }
  state.source = std::move(action.text);
  state.reading = std::move(action.reading);
  state.source_name = std::move(action.name);
  state.view.county = 0;
  state.view.county_search.clear();
  state.view.left_out_open = false;
  if (state.view.tab == Tab::start) state.view.tab = Tab::schools;
  forget_filters(state.view);
  show(state, std::move(evaluation));
  refresh_all(state);
}

void apply(AppState& state, SetLanguage action) {
  if (action.language == state.view.language) return;
  state.view.language = action.language;
  ++state.revision;
  refresh_all(state);
}

void apply(AppState& state, ChooseStandard action) {
  if (action.index == state.view.standard || action.index >= state.library.standards.size()) return;
  state.view.standard = action.index;
  ++state.revision;
  if (state.evaluation) {
    junheng::Request request;
    request.reading = state.reading;
    show(state, junheng::evaluate(state.source, state.standard(), state.library.vocabulary, request));
    if (state.view.county >= state.evaluation->counties.size()) state.view.county = 0;
  }
  refresh_all(state);
}

void apply(AppState& state, ShowTab action) {
  if (action.tab == Tab::start || state.evaluation) state.view.tab = action.tab;
}

void apply(AppState& state, SelectCounty action) {
  if (!state.evaluation || action.county >= state.evaluation->counties.size()) return;
  if (action.county == state.view.county) return;
  state.view.county = action.county;
  state.view.selected_unit = kNoSelection;
  forget_filters(state.view);
  refresh_county(state);
}

void apply(AppState& state, SortBy action) {
  if (!state.evaluation) return;
  Sort& sort = state.view.sort;
  const bool again = sort.key == action.key && sort.indicator == action.indicator;
  sort = {.key = action.key, .indicator = action.indicator, .descending = again && !sort.descending};
  refresh_rows(state);
}

void apply(AppState& state, SetText&& action) {
  if (action.field == kSchoolSearch && state.view.school_search != action.value) {
    state.view.school_search = std::move(action.value);
    refresh_rows(state);
  } else if (action.field == kCountySearch && state.view.county_search != action.value) {
    state.view.county_search = std::move(action.value);
    refresh_counties(state);
  }
}

void apply(AppState& state, FilterStage action) {
  state.view.stage = action.stage;
  refresh_rows(state);
}

void apply(AppState& state, FilterVerdict action) {
  state.view.verdict = action.verdict;
  refresh_rows(state);
}

void apply(AppState& state, FilterSeverity action) {
  state.view.severity = action.severity;
  refresh_issues(state);
}

void apply(AppState& state, SelectUnit action) {
  state.view.selected_unit = action.unit;
  state.view.highlighted_line = junheng::kNoLine;
  refresh_selection(state);
}

/// First unit of the selected county that came from this row of the roster.
std::uint32_t unit_of_row(const AppState& state, std::uint32_t row) {
  const junheng::Split& split = state.evaluation->split;
  for (const std::uint32_t index : state.model.stages) {
    const auto begin = split.units.row.begin() + split.stages[index].begin;
    const auto end = split.units.row.begin() + split.stages[index].end;
    const auto found = std::lower_bound(begin, end, row);
    if (found != end && *found == row) return static_cast<std::uint32_t>(found - split.units.row.begin());
  }
  return kNoSelection;
}

void apply(AppState& state, OpenIssue action) {
  if (!state.evaluation || action.issue >= state.evaluation->issues.size()) return;
  ViewState& view = state.view;
  const std::uint32_t line = state.evaluation->issues[action.issue].line;
  const junheng::Roster& roster = state.evaluation->roster;
  view.selected_issue = action.issue;
  view.highlighted_line = line;
  const auto place = std::lower_bound(roster.line.begin(), roster.line.end(), line);
  // Issues of the table as a whole, and of lines that are no row, have nowhere to go: the issue itself is marked.
  if (line == junheng::kNoLine || place == roster.line.end() || *place != line) return refresh_selection(state);

  const auto row = static_cast<std::uint32_t>(place - roster.line.begin());
  view.county = roster.county[row];
  forget_filters(view);
  refresh_county(state);
  view.selected_unit = unit_of_row(state, row);
  refresh_selection(state);
  const bool found = state.model.selected_row || state.model.highlighted_left_out;
  if (!found) return;
  if (!state.model.selected_row) view.left_out_open = true;
  view.scroll_to_selection = true;
  view.tab = Tab::schools;
}

void apply(AppState& state, ToggleLeftOut) {
  state.view.left_out_open = !state.view.left_out_open;
}

void apply(AppState& state, DismissNotice) {
  if (state.notice) ++state.revision;
  state.notice.reset();
}

void apply(AppState& state, Scrolled) {
  state.view.scroll_to_selection = false;
}

void apply(AppState& state, AskPlatform&& action) {
  state.requests.push_back(std::move(action.request));
}

}  // namespace

void update(AppState& state, Action action) {
  std::visit([&state](auto&& one) { apply(state, std::forward<decltype(one)>(one)); }, std::move(action));
}

void start(AppState& state) {
  refresh_all(state);
}

}  // namespace workbench
