// SPDX-License-Identifier: MIT
#pragma once

#include "ui.h"

/// One view, one file. A view draws into the space that is left in the current window.
namespace workbench {

void draw_frame(Ui& ui);  ///< the whole window: bars around, the shown view inside
void draw_top_bar(Ui& ui);
void draw_notice(Ui& ui);
void draw_tabs(Ui& ui);
void draw_counties(Ui& ui);
void draw_start(Ui& ui);
void draw_schools(Ui& ui);
void draw_left_out(Ui& ui);
void draw_balance(Ui& ui);
void draw_verdict(Ui& ui);
void draw_issues(Ui& ui);

}  // namespace workbench
