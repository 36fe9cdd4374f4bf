// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "state/state.h"

namespace workbench {

/// Everything that can happen to the workbench, as plain data. The update.cpp of each room says what its own do.

struct OpenTable {
  std::vector<junheng::SourceText> sources;
  std::string name;          ///< of the file or sample; empty for a paste
  junheng::Project project;  ///< what was decided about it
};
/// Replaces the project, as a step that can be undone.
struct ChangeProject {
  junheng::Project project;
};
struct Undo {};
struct Redo {};
struct SetLanguage {
  junheng::Language language{};
};
struct ChooseStandard {
  std::size_t index = 0;
};
struct ShowTab {
  Tab tab{};
};
struct SelectCounty {
  std::uint32_t county = 0;
};
/// The same key again turns the order round.
struct SortBy {
  SortKey key{};
  std::uint16_t indicator = 0;
};
/// Typed into a field.
struct SetText {
  TextTarget target;
  std::string value;
};
struct FilterStage {
  std::optional<junheng::Stage> stage;
};
struct FilterVerdict {
  std::optional<junheng::Verdict> verdict;
};
struct FilterSeverity {
  std::optional<junheng::Severity> severity;
};
/// Of Evaluation::questions and its options.
struct AnswerQuestion {
  std::size_t question = 0;
  std::size_t option = 0;
};
struct SelectUnit {
  std::uint32_t unit = 0;
};
/// Goes to the row an issue speaks of.
struct OpenIssue {
  std::uint32_t issue = 0;
};
/// Goes to the next cell that is wrong or doubtful, or to the one before.
struct NextIssue {
  bool back = false;
};
/// Lists the issues of a common cause; the same again hides them.
struct OpenCause {
  std::uint32_t cause = 0;  ///< into Model::causes
};
struct ToggleLeftOut {};
struct FilterKind {
  std::optional<std::uint16_t> kind;
};
struct FilterTown {
  std::string town;
};
/// What the cells of the schools' table say.
struct ShowCells {
  CellShow show{};
};

// ---- the data
struct ShowDataPage {
  DataPage page{};
};
struct ShowSheet {
  std::uint32_t sheet = 0;
};
/// A cell that is chosen already is opened for writing.
struct SelectCell {
  CellPlace cell;
  bool edit = false;
};
/// What was written is kept, or forgotten; then the cell so many rows and columns further is chosen.
struct FinishCell {
  bool keep = true;
  int rows = 0;
  int columns = 0;
};
struct FindNext {
  bool back = false;
};
struct DropEdit {
  std::size_t index = 0;
};
struct LeaveOutRow {
  std::uint32_t sheet = 0;
  std::uint32_t line = 0;
};
/// What a column is can be chosen; the same again closes it.
struct OpenColumn {
  std::uint16_t column = 0;  ///< of the evaluation's table
};
/// Nothing: the column is not used.
struct TakeColumn {
  std::uint16_t column = 0;
  std::optional<std::uint16_t> field;
  std::optional<junheng::Stage> stage;
};
/// The cell an issue speaks of.
struct OpenCell {
  std::uint32_t line = 0;
  std::uint16_t column = junheng::kNoColumn;  ///< of the evaluation's table
};

// ---- balance, facts, verdict
struct ShowIndicator {
  std::uint32_t stage = 0;  ///< into Model::stages
  std::optional<std::uint16_t> indicator;
};
struct GroupBy {
  std::optional<std::uint16_t> field;
};
struct ShowPart {
  std::uint16_t part = 0;
};
struct ShowItem {
  std::uint16_t part = 0;
  std::optional<std::uint16_t> item;
};
/// To what follows in the form: a field, an answer, and after an answer the note beside it.
struct NextFact {
  FactTarget after;
};
struct OpenReason {
  std::uint16_t part = 0;
  std::uint16_t reason = 0;
};
/// The same again closes it.
struct OpenOption {
  std::uint8_t option = 0;  ///< into Standard::options
};
struct ChooseOption {
  std::uint8_t option = 0;
  std::uint8_t choice = 0;
};
/// To what a reason speaks of.
struct FollowReason {};

// ---- what if
struct NewScenario {};
struct DropScenario {};
struct SelectScenario {
  std::uint32_t scenario = 0;
};
struct SelectScenarioSchool {
  std::uint32_t line = 0;
};
struct Assume {
  junheng::Change change;
};
struct DropAssumption {
  std::optional<std::size_t> index;  ///< absent: all of them
};
struct MoveTo {
  std::uint32_t line = 0;
};
struct MoveField {
  std::uint16_t field = 0;
};
/// So many of the chosen field from the chosen school to the other.
struct Move {};
/// What if this school … : from its card.
struct AssumeAbout {
  std::uint32_t unit = 0;
};

// ---- the screen
struct SetTheme {
  Theme theme{};
};
struct Meet {
  std::optional<std::size_t> page;
};
struct HideNames {};
struct ShowTour {
  std::optional<std::size_t> step;
};
struct GoTo {
  Address address;
};
struct DismissNotice {};
/// The selected row was brought into sight.
struct Scrolled {};
struct AskPlatform {
  Request request;
};

/// Every action, once: the variant, and Ui::emit() of each follow from this list.
// clang-format off
#define JUNHENG_ACTIONS(X) \
  X(OpenTable) X(ChangeProject) X(Undo) X(Redo) X(SetLanguage) X(ChooseStandard) X(ShowTab) X(SelectCounty) X(SortBy) \
  X(SetText) X(FilterStage) X(FilterVerdict) X(FilterSeverity) X(AnswerQuestion) X(SelectUnit) X(OpenIssue) X(OpenCause) X(ToggleLeftOut) \
  X(FilterKind) X(FilterTown) X(ShowCells) X(ShowDataPage) X(ShowSheet) X(SelectCell) X(FinishCell) X(FindNext) \
  X(DropEdit) X(LeaveOutRow) X(NextIssue) X(OpenColumn) X(TakeColumn) X(OpenCell) X(ShowIndicator) X(GroupBy) X(ShowPart) X(ShowItem) X(NextFact) \
  X(OpenReason) X(OpenOption) X(ChooseOption) X(FollowReason) X(NewScenario) X(DropScenario) X(SelectScenario) X(SelectScenarioSchool) \
  X(Assume) X(DropAssumption) X(MoveTo) X(MoveField) X(Move) X(AssumeAbout) X(SetTheme) X(Meet) X(HideNames) \
  X(ShowTour) X(GoTo) X(DismissNotice) X(Scrolled) X(AskPlatform)
// clang-format on

/// What an action is: the list puts a comma before each name, hence the `void`.
template <class, class... Actions>
using OneOf = std::variant<Actions...>;
#define JUNHENG_ACTION(name) , name
using Action = OneOf<void JUNHENG_ACTIONS(JUNHENG_ACTION)>;
#undef JUNHENG_ACTION

}  // namespace workbench
