// SPDX-License-Identifier: MIT
#include "frame/update.h"

#include <algorithm>

#include "junheng/insight.h"
#include "state/texts.h"
#include "state/update_steps.h"

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

junheng::Request request_for(const junheng::Project& work) {
  junheng::Request request;
  request.reading = work.reading;
  request.county = work.county;
  request.previous = work.previous;
  request.options = work.options;
  return request;
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
  view.part = 0;
  view.balance_stage = 0;
  view.sort = {};
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

/// A unit by what does not change when rows come and go.
struct UnitName {
  std::uint32_t line = junheng::kNoLine;
  junheng::Stage stage{};
};

UnitName name_of(const AppState& state, std::uint32_t unit) {
  const Evaluation& evaluation = *state.evaluation;
  if (unit >= evaluation.split.units.size()) return {};
  for (const junheng::StageUnits& stage : evaluation.split.stages) {
    if (unit >= stage.begin && unit < stage.end) {
      return {evaluation.roster.line[evaluation.split.units.row[unit]], stage.stage};
    }
  }
  return {};
}

std::uint32_t unit_named(const Evaluation& evaluation, UnitName name) {
  for (const junheng::StageUnits& stage : evaluation.split.stages) {
    if (stage.stage != name.stage) continue;
    for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
      if (evaluation.roster.line[evaluation.split.units.row[unit]] == name.line) return unit;
    }
  }
  return kNoSelection;
}

}  // namespace

junheng::Request request_of(const AppState& state) {
  return request_for(state.work.now());
}

void show(AppState& state, Evaluation&& evaluation) {
  state.evaluation = std::make_unique<const Evaluation>(std::move(evaluation));
  state.notice.reset();
  ++state.revision;
}

void apply(AppState& state, OpenTable&& action) {
  // A project names its standard.
  const auto& standards = state.library.standards;
  for (std::size_t i = 0; i < standards.size(); ++i) {
    if (standards[i].id == action.work.standard) state.view.standard = i;
  }
  Evaluation evaluation =
      junheng::evaluate(action.text, state.standard(), state.library.vocabulary, request_for(action.work));
  if (is_unreadable(evaluation)) return refuse(state, evaluation, action.name);
  // The same tables read another way are the same work.
  const bool same = state.evaluation && state.source == action.text;
  if (same) {
    state.work.put(std::move(action.work));
  } else {
    state.work.begin(std::move(action.work));
    state.source = std::move(action.text);
    state.sheets.clear();
    state.view.sheet = 0;
    state.view.cell = {};
    state.view.find.clear();
    state.view.county = 0;
    state.view.county_search.clear();
    state.view.left_out_open = false;
    state.view.scenario = 0;
    state.view.meeting.reset();
    if (state.view.tab == Tab::start) state.view.tab = Tab::schools;
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
  const UnitName selected = name_of(state, state.view.selected_unit);
  Evaluation evaluation =
      junheng::evaluate(state.source, state.standard(), state.library.vocabulary, request_of(state));
  if (is_unreadable(evaluation)) return refuse(state, evaluation, state.source_name);
  show(state, std::move(evaluation));
  ViewState& view = state.view;
  if (view.county >= state.evaluation->counties.size()) view.county = 0;
  view.selected_unit = unit_named(*state.evaluation, selected);
  view.selected_issue = view.selected_check = kNoSelection;
  view.reason.reset();
  assume_again(state);
  refresh_all(state);
}

void take_work(AppState& state, junheng::Project work) {
  state.work.put(std::move(work));
  evaluate_again(state);
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
  forget_selection(state.view);
  if (state.evaluation) {
    show(state, junheng::evaluate(state.source, state.standard(), state.library.vocabulary, request_of(state)));
    if (state.view.county >= state.evaluation->counties.size()) state.view.county = 0;
    assume_again(state);
  }
  refresh_all(state);
}

void forget_filters(ViewState& view) {
  view.school_search.clear();
  view.stage.reset();
  view.verdict.reset();
  view.kind.reset();
  view.town.clear();
}

void select_county(AppState& state, std::uint32_t county) {
  if (county >= state.evaluation->counties.size()) return;
  ViewState& view = state.view;
  view.county = county;
  view.selected_unit = kNoSelection;
  view.reason.reset();
  view.balance_stage = 0;
  forget_filters(view);
  refresh_county(state);
}

void apply(AppState& state, SelectCounty action) {
  if (state.evaluation && action.county != state.view.county) select_county(state, action.county);
}

void apply(AppState& state, SetText&& action) {
  ViewState& view = state.view;
  const std::string_view field = action.field;
  if (field == kSchoolSearch && view.school_search != action.value) {
    view.school_search = std::move(action.value);
    refresh_rows(state);
  } else if (field == kCountySearch && view.county_search != action.value) {
    view.county_search = std::move(action.value);
    refresh_counties(state);
  } else if (field == kDataFind && view.find != action.value) {
    view.find = std::move(action.value);
    view.hit = 0;
    refresh_data(state);
  } else if (field == kCellEdit) {
    view.edit_text = std::move(action.value);
  } else if (field == kRemark) {
    set_remark(state, action.value);
  } else if (field.starts_with(kFactField) || field.starts_with(kFactNote)) {
    apply(state, SetFact{std::move(action.field), std::move(action.value)});
  } else {
    set_scenario_text(state, action);
  }
}

void apply(AppState& state, OpenIssue action) {
  if (!state.evaluation || action.issue >= state.evaluation->issues.size()) return;
  ViewState& view = state.view;
  const junheng::Issue& issue = state.evaluation->issues[action.issue];
  view.selected_issue = action.issue;
  view.highlighted_line = issue.line;
  const auto row = row_of_line(*state.evaluation, issue.line);
  // Issues of the table as a whole have nowhere to go: the issue itself is marked. Lines that are no school are shown
  // where they stand.
  if (issue.line == junheng::kNoLine) return refresh_selection(state);
  if (!row) return apply(state, OpenCell{issue.line, column_of_issue(state, action.issue)});

  const std::uint32_t county = state.evaluation->roster.county[*row];
  if (county != view.county) select_county(state, county);
  forget_filters(view);
  refresh_county(state);
  view.selected_unit = unit_of_row(state, *row);
  refresh_selection(state);
  const bool found = state.model.selected_row || state.model.highlighted_left_out;
  if (!found) return apply(state, OpenCell{issue.line, column_of_issue(state, action.issue)});
  if (!state.model.selected_row) view.left_out_open = true;
  view.scroll_to_selection = true;
  view.tab = Tab::schools;
}

void apply(AppState& state, AskPlatform&& action) {
  state.requests.push_back(std::move(action.request));
}

void apply(AppState& state, GoTo&& action) {
  go_to(state, action.place);
}

void update(AppState& state, Action action) {
  std::visit([&state](auto&& one) { apply(state, std::forward<decltype(one)>(one)); }, std::move(action));
}

void start(AppState& state) {
  refresh_all(state);
}

}  // namespace workbench
