// SPDX-License-Identifier: MIT
#include "data/marks.h"

#include <algorithm>

#include "data/cells.h"

namespace workbench {

void put_marks(const AppState& state, DataModel& model) {
  const junheng::Issues& issues = state.evaluation->issues;
  for (std::uint32_t i = 0; i < issues.size(); ++i) {
    const std::uint32_t line = issues[i].line;
    if (!has_place(issues[i])) continue;
    const junheng::SheetLine place = sheet_line(state.evaluation->sheets, line);
    if (place.sheet != state.view.sheet) continue;
    // Columns of the tables and of what was made of them are the same where there is one table, read as it stands.
    const std::uint16_t column = model.columns_known ? column_of_issue(state, i) : junheng::kNoColumn;
    model.marks.push_back({place.line, column, severity_of(issues[i].code), i});
  }
  std::stable_sort(model.marks.begin(), model.marks.end(), [](const DataModel::Mark& a, const DataModel::Mark& b) {
    return a.line != b.line ? a.line < b.line : a.column < b.column;
  });
}

Marks marks_of(const DataModel& model, std::uint32_t line) {
  const auto [begin, end] =
      std::equal_range(model.marks.begin(), model.marks.end(), DataModel::Mark{.line = line},
                       [](const DataModel::Mark& a, const DataModel::Mark& b) { return a.line < b.line; });
  return Marks(model.marks)
      .subspan(static_cast<std::size_t>(begin - model.marks.begin()), static_cast<std::size_t>(end - begin));
}

}  // namespace workbench
