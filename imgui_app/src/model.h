// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/evaluation.h"

/// What views show, worked out when something changes and not while drawing: orders of rows, and texts of everything
/// of which there are few. Texts of table cells are made for the visible rows only, by the functions in texts.h.
namespace workbench {

/// Head of an indicator's column.
struct IndicatorHead {
  std::string title;  ///< short
  std::string full;   ///< as the rule has it
  std::string unit;
  std::string limits;  ///< thresholds by stage: "4.2 / 5.3"; empty where the standard has none
};

struct LegendEntry {
  junheng::Verdict verdict{};
  std::string text;
};

/// Units of an indicator by how they stand against its threshold.
struct Standing {
  std::uint32_t meeting = 0;
  std::uint32_t near = 0;
  std::uint32_t failing = 0;
  std::uint32_t unknown = 0;
};

/// One coefficient beside its limit.
struct BalanceLine {
  std::string title;
  std::string short_title;  ///< where there is no room for the other
  std::string mean;
  std::string deviation;
  std::string cv;
  std::string limit;
  junheng::Verdict verdict = junheng::Verdict::none;
  bool known = false;
  float cv_part = 0;     ///< length of the bar, 0 to 1
  float limit_part = 0;  ///< where the limit stands on it
  Standing units;
  std::string source;  ///< the school with the largest share of CV²
};

/// One stage of the selected county.
struct BalanceCard {
  std::string title;
  std::vector<BalanceLine> lines;
  std::optional<BalanceLine> composite;
};

struct PartCard {
  std::string title;
  junheng::Verdict verdict{};
  std::vector<std::string> reasons;
};

struct StageLine {
  std::string stage;
  std::string units;
  std::string passing;
  std::string failing;
  std::string unknown;
  junheng::Verdict verdict{};
};

struct Model {
  // counties
  std::string county_heading;
  std::array<std::string, 3> county_counts;  ///< passing, failing, unknown
  std::vector<std::uint32_t> counties;       ///< those found by the search
  std::string county_name;                   ///< of the selected one
  junheng::Verdict county_verdict = junheng::Verdict::unknown;

  // schools of the selected county
  std::vector<std::uint32_t> stages;  ///< indices into Split::stages
  std::vector<std::uint32_t> rows;    ///< units, filtered and sorted
  std::optional<int> selected_row;    ///< place of the selected unit in `rows`
  std::vector<IndicatorHead> heads;
  std::vector<LegendEntry> legend;
  std::string limits_note;
  std::string shown;
  std::vector<std::uint32_t> left_out;  ///< indices into Split::left_out
  std::optional<int> highlighted_left_out;
  std::string left_out_title;

  // balance and verdict of the selected county
  std::vector<BalanceCard> balance;
  std::vector<PartCard> parts;
  std::vector<StageLine> stage_lines;

  // issues of the whole table
  std::vector<std::uint32_t> issues;         ///< filtered, errors first
  std::array<std::string, 4> issue_filters;  ///< all, errors, warnings, notes, with their numbers
  std::string open_issues;
  std::uint32_t open_issue_count = 0;  ///< errors and warnings

  // start page
  std::vector<std::string> needed_columns;
  std::string current_table;
};

struct AppState;

/// Each refreshes its part of state.model; update() knows which parts a change touches.
void refresh_start(AppState& state);
void refresh_counties(AppState& state);
void refresh_county(AppState& state);  ///< stages, heads, left-out rows, balance and verdict of the selected county
void refresh_rows(AppState& state);    ///< filter, sorting
void refresh_selection(AppState& state);
void refresh_issues(AppState& state);
void refresh_all(AppState& state);

}  // namespace workbench
