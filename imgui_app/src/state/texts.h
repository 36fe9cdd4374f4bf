// SPDX-License-Identifier: MIT
#pragma once

#include "state/state.h"

/// Texts of single cells, computed when a row is visible. All digits come from the core's number functions.
namespace workbench {

[[nodiscard]] std::string_view stage_word(const AppState& state, junheng::Stage stage);
[[nodiscard]] std::string_view verdict_word(const AppState& state, junheng::Verdict verdict);
/// Its sign as a character, for those who are read to.
[[nodiscard]] std::string_view sign_of(junheng::Verdict verdict);
[[nodiscard]] std::string_view severity_word(const AppState& state, junheng::Severity severity);

/// Name of a county, or of "all schools" where the table has no such column.
[[nodiscard]] std::string_view county_name(const AppState& state, std::uint32_t county);

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

/// Where a value comes from, unless it was simply reported: then empty.
[[nodiscard]] std::string_view origin_note(const AppState& state, std::uint32_t unit, std::size_t indicator);

/// Lines of the tooltip of a cell: value with unit, threshold, origin, share of CV².
[[nodiscard]] std::string cell_explanation(const AppState& state, std::uint32_t unit, std::size_t indicator);

struct IssueText {
  junheng::Severity severity{};
  std::string place;
  std::string sentence;
};
[[nodiscard]] IssueText issue_text(const AppState& state, std::uint32_t index);

/// "还差 3 人"; empty where nothing is missing.
[[nodiscard]] std::string gap_text(const AppState& state, std::uint32_t unit, std::size_t indicator);
/// A share of one as percent with one decimal, without the sign.
[[nodiscard]] std::string percent_text(double share);

}  // namespace workbench
