// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include "state/actions.h"

/// What each action does, and steps that several of them share. Only the files update*.cpp and place.cpp take them.
namespace workbench {

[[nodiscard]] junheng::Request request_of(const AppState& state);
void select_county(AppState& state, std::uint32_t county);
void forget_filters(ViewState& view);

/// Puts a new state of the work on the screen and evaluates again; what was chosen stays chosen where it still is.
void take_work(AppState& state, junheng::Project work);
void evaluate_again(AppState& state);
/// The chosen scenario alone.
void assume_again(AppState& state);
/// The evaluation as it is shown; a table that leaves nothing to evaluate keeps the former one.
void show(AppState& state, junheng::Evaluation&& evaluation);

// update.cpp: the table, the county, what is chosen
void apply(AppState& state, OpenTable&& action);
void apply(AppState& state, SetLanguage action);
void apply(AppState& state, ChooseStandard action);
void apply(AppState& state, SelectCounty action);
void apply(AppState& state, SetText&& action);
void apply(AppState& state, OpenIssue action);
void apply(AppState& state, AskPlatform&& action);
void apply(AppState& state, GoTo&& action);

// update_work.cpp: decisions about the data
void apply(AppState& state, ChangeWork&& action);
void apply(AppState& state, Undo action);
void apply(AppState& state, Redo action);
void apply(AppState& state, SelectCell action);
void apply(AppState& state, FinishCell action);
void apply(AppState& state, FindNext action);
void apply(AppState& state, DropEdit action);
void apply(AppState& state, LeaveOutRow action);
void apply(AppState& state, OpenCell action);
void apply(AppState& state, SetFact&& action);
void set_remark(AppState& state, std::string_view text);

// update_scenario.cpp: what if
void apply(AppState& state, NewScenario action);
void apply(AppState& state, DropScenario action);
void apply(AppState& state, SelectScenario action);
void apply(AppState& state, SelectScenarioSchool action);
void apply(AppState& state, Assume&& action);
void apply(AppState& state, DropAssumption action);
void apply(AppState& state, MoveTo action);
void apply(AppState& state, MoveField action);
void apply(AppState& state, Move action);
void apply(AppState& state, AssumeAbout action);
void set_scenario_text(AppState& state, const SetText& action);

// update_screen.cpp: what is shown
void apply(AppState& state, ShowTab action);
void apply(AppState& state, SortBy action);
void apply(AppState& state, FilterStage action);
void apply(AppState& state, FilterVerdict action);
void apply(AppState& state, FilterSeverity action);
void apply(AppState& state, FilterKind action);
void apply(AppState& state, FilterTown&& action);
void apply(AppState& state, ToggleMargins action);
void apply(AppState& state, SelectUnit action);
void apply(AppState& state, ToggleLeftOut action);
void apply(AppState& state, DismissNotice action);
void apply(AppState& state, Scrolled action);
void apply(AppState& state, ShowDataPage action);
void apply(AppState& state, ShowSheet action);
void apply(AppState& state, SelectCheck action);
void apply(AppState& state, ShowIndicator action);
void apply(AppState& state, GroupBy action);
void apply(AppState& state, ShowPart action);
void apply(AppState& state, ShowItem action);
void apply(AppState& state, OpenReason action);
void apply(AppState& state, FollowReason action);
void apply(AppState& state, SetTheme action);
void apply(AppState& state, Meet action);
void apply(AppState& state, HideNames action);
void apply(AppState& state, ShowTour action);

}  // namespace workbench
