// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/evaluation.h"
#include "junheng/scenario.h"
#include "state/model_parts.h"

/// What views show, computed when something changes and not while drawing: orders of rows, and texts of everything of
/// which there are few. Texts of table cells are computed for the visible rows only, by the functions in texts.h.
namespace workbench {

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
  std::vector<StageFoot> stage_feet;
  std::vector<LegendEntry> legend;
  std::string limits_note;
  std::string shown;
  std::vector<std::uint32_t> left_out;  ///< indices into Split::left_out
  std::optional<int> highlighted_left_out;
  std::string left_out_title;

  std::vector<std::string> towns;    ///< words in the column of towns; empty: there is none
  std::vector<std::uint16_t> kinds;  ///< kinds of school that occur, into Vocabulary::types
  std::optional<SchoolCard> card;    ///< of the selected unit

  DataModel data;
  std::optional<BalanceDetail> detail;  ///< of the chosen indicator
  FactsModel facts;
  WhatIf what_if;
  std::optional<ReasonModel> reason;
  std::vector<MeetingPage> meeting;

  // balance and verdict of the selected county
  std::vector<BalanceCard> balance;
  std::vector<PartCard> parts;
  std::vector<StageLine> stage_lines;
  std::string chosen_options;         ///< in words; empty: all are the standard's own
  std::vector<OptionLine> options;    ///< of the standard
  std::optional<OptionModel> option;  ///< whose choices are shown

  std::vector<QuestionModel> questions;  ///< about how the tables are to be read

  // issues of the whole table
  std::vector<std::uint32_t> issues;  ///< filtered, errors first
  std::vector<IssueRow> issue_rows;   ///< the same as a list, common causes first
  std::vector<IssueCause> causes;
  std::vector<std::vector<ColumnOffer>> offers;
  std::array<std::string, 4> issue_filters;  ///< open, errors, warnings, notes, with their numbers
  std::string open_issues;                   ///< said of the tab; empty: there are none
  std::string no_issues;                     ///< said where there are none, with what is missing beside the table
  junheng::Severity worst_issue = junheng::Severity::note;
  std::string checks;  ///< how many numbers contradict each other or are doubtful, how many of these are explained
  std::uint32_t open_issue_count = 0;  ///< errors and warnings
  std::uint32_t missing_facts = 0;     ///< items of the selected county that nobody can decide

  // start page
  std::vector<std::string> needed_columns;
  std::string current_table;
};

}  // namespace workbench
