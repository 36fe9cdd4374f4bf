// SPDX-License-Identifier: MIT
#pragma once

#include "state.h"

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

/// A share of one as percent with one decimal, without the sign.
[[nodiscard]] std::string percent_text(double share);

}  // namespace workbench
