// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

/// Texts of single cells, made when a row is visible. All digits come from the core's number functions.
namespace workbench {

[[nodiscard]] std::string_view stage_word(const AppState& state, junheng::Stage stage);
[[nodiscard]] std::string_view verdict_word(const AppState& state, junheng::Verdict verdict);
[[nodiscard]] std::string_view severity_word(const AppState& state, junheng::Severity severity);

/// Name of a county, or of "all schools" where the table has no such column.
[[nodiscard]] std::string_view county_name(const AppState& state, std::uint32_t county);

/// The stage of a unit of the selected county, as an index into Split::stages.
[[nodiscard]] std::uint32_t stage_index_of(const AppState& state, std::uint32_t unit);

struct UnitText {
  std::string_view school;
  std::string_view stage;
  std::string pupils;
  std::string meeting;
  junheng::Verdict verdict{};
};
[[nodiscard]] UnitText unit_text(const AppState& state, std::uint32_t unit);

struct CellText {
  std::string value;  ///< empty where it is not known
  junheng::Verdict verdict{};
};
[[nodiscard]] CellText cell_text(const AppState& state, std::uint32_t unit, std::size_t indicator);

/// How a value came about, where that is not plain; empty else.
[[nodiscard]] std::string_view origin_note(const AppState& state, std::uint32_t unit, std::size_t indicator);

/// Several lines for the pointer over a cell: value with unit, threshold, how it came about, share of CV².
[[nodiscard]] std::string cell_explanation(const AppState& state, std::uint32_t unit, std::size_t indicator);

struct LeftOutText {
  std::string_view school;
  std::string_view stage;
  std::string pupils;
  std::string place;
  std::string reason;
};
[[nodiscard]] LeftOutText left_out_text(const AppState& state, std::uint32_t index);

struct IssueText {
  junheng::Severity severity{};
  std::string place;
  std::string sentence;
};
[[nodiscard]] IssueText issue_text(const AppState& state, std::uint32_t index);

/// Where the table has the towns of schools.
[[nodiscard]] std::optional<std::uint16_t> town_column(const AppState& state);

/// A cell of the tables as they came, and as it is after the edits.
[[nodiscard]] std::string original_cell(const AppState& state, const CellPlace& cell);
[[nodiscard]] std::string source_cell(const AppState& state, const CellPlace& cell);
/// All cells of one record of a sheet, after the edits.
[[nodiscard]] std::vector<std::string> source_row(const AppState& state, std::uint32_t sheet, std::size_t record);
[[nodiscard]] bool is_edited(const AppState& state, const CellPlace& cell);
/// "A", "Z", "AA": as spreadsheets name columns.
[[nodiscard]] std::string column_letter(std::size_t column);
/// "第 7 行 C 列", with the name of the sheet where there are several.
[[nodiscard]] std::string cell_name(const AppState& state, const CellPlace& cell);

[[nodiscard]] bool is_at(const junheng::TableChoices::Edit& edit, const CellPlace& cell);
/// The column of the evaluation's table that an issue speaks of, also where it speaks of an indicator.
[[nodiscard]] std::uint16_t column_of_issue(const AppState& state, std::uint32_t issue);

/// What a remark is about: an issue of the evaluation on the screen.
[[nodiscard]] junheng::Project::Remark remark_key(const AppState& state, std::uint32_t issue);
[[nodiscard]] std::string_view remark_of(const AppState& state, std::uint32_t issue);

/// A name that no scenario has yet.
[[nodiscard]] std::string new_scenario_name(const AppState& state);
/// "还差 3 人"; empty where nothing is missing.
[[nodiscard]] std::string gap_text(const AppState& state, std::uint32_t unit, std::size_t indicator);
/// The distance of a value to its threshold in percent of it: "+12.3 %".
[[nodiscard]] std::string margin_text(const AppState& state, std::uint32_t unit, std::size_t indicator);

/// A share of one as percent with one decimal, without the sign.
[[nodiscard]] std::string percent_text(double share);

}  // namespace workbench
