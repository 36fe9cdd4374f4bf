// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "state/state.h"

/// Cells of the tables as they came, and as they are after the edits.
namespace workbench {

/// A cell of the tables as they came, and as it is after the edits.
[[nodiscard]] std::string original_cell(const AppState& state, const CellPlace& cell);
[[nodiscard]] std::string source_cell(const AppState& state, const CellPlace& cell);
/// All cells of one record of a sheet, after the edits.
[[nodiscard]] std::vector<std::string> source_row(const AppState& state, std::uint32_t sheet, std::size_t record);
/// The school whose row it is, as it was read; empty: none.
[[nodiscard]] std::string_view row_name(const AppState& state, std::uint32_t sheet, std::uint32_t line);
[[nodiscard]] bool is_edited(const AppState& state, const CellPlace& cell);
/// "A", "Z", "AA": as spreadsheets name columns.
[[nodiscard]] std::string column_letter(std::size_t column);
/// "第 7 行 C 列", with the name of the sheet where there are several.
[[nodiscard]] std::string cell_name(const AppState& state, const CellPlace& cell);

[[nodiscard]] bool is_at(const junheng::TableChoices::Edit& edit, const CellPlace& cell);
/// The column of the evaluation's table that an issue speaks of, also where it speaks of an indicator.
[[nodiscard]] std::uint16_t column_of_issue(const AppState& state, std::uint32_t issue);

}  // namespace workbench
