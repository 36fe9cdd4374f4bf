// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "state/ui.h"

/// Totals and means stand below the table of schools and stay in sight, as its heads do above it.
namespace workbench {

/// Where a column of a table stands on the screen, and what of it is to be seen.
struct ColumnPlace {
  float left = 0;  ///< of its text
  float right = 0;
  float clip_left = 0;
  float clip_right = 0;
};

/// Which of the columns that it may have the table has.
struct FootColumns {
  bool pupils = true;
  bool verdicts = true;
};

/// Of the table that is being drawn.
[[nodiscard]] std::vector<ColumnPlace> column_places();

[[nodiscard]] float feet_height(const Ui& ui);
void draw_feet(const Ui& ui, const std::vector<ColumnPlace>& places, float width, const FootColumns& columns);

/// The same as rows of the table, where there is no room for what always stands.
void put_feet_rows(const Ui& ui, const FootColumns& columns);

}  // namespace workbench
