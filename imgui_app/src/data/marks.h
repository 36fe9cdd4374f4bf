// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "state/state.h"

/// Issues where they stand in the tables as they came.
namespace workbench {

using Marks = std::span<const DataModel::Mark>;

/// Those of the shown sheet; its columns have to be known already.
void put_marks(const AppState& state, DataModel& model);
[[nodiscard]] Marks marks_of(const DataModel& model, std::uint32_t line);
/// Whether a mark of the cell's line speaks of this cell.
[[nodiscard]] inline bool is_about(const DataModel::Mark& mark, const CellPlace& cell) {
  return mark.column == junheng::kNoColumn || mark.column == cell.column;
}
/// What somebody has to look at, at a place of the table.
[[nodiscard]] inline bool has_place(const junheng::Issue& issue) {
  return issue.line != junheng::kNoLine && issue.line < junheng::kAddedLine &&
         severity_of(issue.code) != junheng::Severity::note;
}

}  // namespace workbench
