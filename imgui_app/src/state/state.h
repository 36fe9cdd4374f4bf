// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "junheng/junheng.h"
#include "state/address.h"
#include "state/history.h"
#include "state/model.h"
#include "state/platform.h"
#include "words/phrases.h"

namespace workbench {

enum class Tab : std::uint8_t { start, data, schools, balance, facts, what_if, verdict, issues };
inline constexpr std::size_t kTabs = static_cast<std::size_t>(Tab::issues) + 1;

/// Pages of the data view.
enum class DataPage : std::uint8_t { table, changes };

/// What the rows of the schools table are ordered by; `row` is the order of the pasted table.
enum class SortKey : std::uint8_t { row, school, stage, pupils, indicator, meeting, verdict };

/// What the cells of the schools' table say, and are sorted by.
enum class CellShow : std::uint8_t { value, margin, share };

struct Sort {
  SortKey key = SortKey::row;
  std::uint16_t indicator = 0;  ///< with SortKey::indicator
  bool descending = false;
};

inline constexpr std::uint32_t kNoSelection = std::numeric_limits<std::uint32_t>::max();

/// What the person at the screen has chosen.
struct ViewState {
  junheng::Language language = junheng::Language::zh;
  std::size_t standard = 0;  ///< into Library::standards
  Tab tab = Tab::start;
  std::uint32_t county = 0;
  std::string county_search;

  std::string school_search;
  std::optional<junheng::Stage> stage;
  std::optional<junheng::Verdict> verdict;
  std::optional<std::uint16_t> kind;  ///< into Vocabulary::types
  std::string town;                   ///< empty: all
  CellShow show = CellShow::value;
  Sort sort;
  std::uint32_t selected_unit = kNoSelection;
  bool left_out_open = false;

  DataPage data_page = DataPage::table;
  std::uint32_t sheet = 0;
  CellPlace cell;        ///< chosen
  bool editing = false;  ///< its text is being written
  std::string edit_text;
  std::string find;
  std::size_t hit = 0;  ///< into DataModel::hits
  bool scroll_to_cell = false;
  std::optional<std::uint16_t> column;  ///< of the evaluation's table, whose meaning is being chosen
  std::string column_search;

  std::uint32_t balance_stage = 0;           ///< into Model::stages
  std::optional<std::uint16_t> indicator;    ///< whose detail is open
  std::optional<std::uint16_t> group_field;  ///< into Vocabulary::fields

  std::uint16_t part = 0;                ///< of the facts shown
  std::optional<std::uint16_t> item;     ///< by which somebody came
  std::optional<FactTarget> fact_focus;  ///< field or answer of the form that is next
  bool scroll_to_fact = false;

  std::uint32_t scenario = 0;  ///< into the scenarios
  std::uint32_t scenario_line = junheng::kNoLine;
  std::uint32_t move_to = junheng::kNoLine;
  std::uint16_t move_field = 0;  ///< into WhatIf::fields
  std::string scenario_search;
  std::string new_school;
  std::string move_count;

  std::optional<std::pair<std::uint16_t, std::uint16_t>> reason;  ///< part and reason whose explanation is open
  std::optional<std::uint8_t> option;                             ///< of the standard, whose choices are shown
  std::optional<std::size_t> meeting;                             ///< page of the meeting
  bool names_hidden = false;
  std::optional<std::size_t> tour;  ///< step
  Theme theme = Theme::light;

  std::optional<junheng::Severity> severity;
  std::uint32_t selected_issue = kNoSelection;
  std::uint32_t open_cause = kNoSelection;  ///< first issue of the cause whose issues are listed
  std::uint32_t highlighted_line = junheng::kNoLine;
  bool scroll_to_selection = false;  ///< until the row was brought into sight
};

/// A table that could not be parsed, in both languages: the language may change while the notice is shown.
struct Notice {
  junheng::Text text;
};

/// Tables that are evaluated step by step. It stays where it is, as its parts point to one another.
struct Opening {
  std::vector<junheng::SourceText> sources;
  std::string name;
  junheng::Project project;
  std::size_t standard = 0;  ///< of the library
  junheng::Request request;
  std::optional<junheng::Evaluating> evaluating;
};

/// The tables on the screen, evaluated once more after the project or the standard was changed. It stays where it is, too.
struct Again {
  std::size_t standard = 0;  ///< of the library
  junheng::Request request;
  std::optional<junheng::Evaluating> evaluating;
};

/// Everything the workbench knows. Changed by update() alone; views read it.
struct AppState {
  junheng::Library library = junheng::load_library();  ///< evaluations point into it: an AppState stays where it is
  Phrases phrases;
  std::unique_ptr<const junheng::Evaluation> evaluation;
  std::unique_ptr<const junheng::Evaluation> assumed;  ///< with the chosen scenario
  /// Of the option whose choices are shown; computed when somebody looks at them, gone with the evaluation.
  std::optional<std::vector<junheng::ChoiceEffect>> effects;
  std::unique_ptr<Opening> opening;          ///< null where nothing is being opened
  std::unique_ptr<Again> again;              ///< null where the result is that of the project
  std::vector<junheng::SourceText> source;   ///< the tables as pasted or opened
  std::vector<junheng::SourceSheet> sheets;  ///< their records; empty until a view shows them
  History history;
  std::string source_name;
  std::optional<Notice> notice;
  ViewState view;
  Model model;  ///< follows from all above
  std::vector<Request> requests;
  int year = 2025;  ///< of the platform's calendar: which years a form asks for first
  std::uint64_t revision = 0;
  /// The project was changed by the action at hand: once it is carried out, the tables are evaluated again.
  bool evaluation_due = false;

  AppState() = default;
  AppState(const AppState&) = delete;
  AppState& operator=(const AppState&) = delete;

  [[nodiscard]] std::string_view say(Phrase phrase) const { return phrases.say(phrase, view.language); }
  /// A room that is not to read names looks at the screen.
  [[nodiscard]] bool unnamed() const { return view.meeting && view.names_hidden; }
  [[nodiscard]] const junheng::Standard& standard() const { return library.standards[view.standard]; }
};

}  // namespace workbench
