// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include "state/ui.h"

/// One view, one file. A view draws into the space that is left in the current window.
namespace workbench {

void draw_frame(Ui& ui);  ///< the whole window: bars around, the shown view inside
void draw_top_bar(Ui& ui);
void draw_notice(Ui& ui);
void draw_tabs(Ui& ui);
void draw_counties(Ui& ui);
void draw_start(Ui& ui);
void draw_data(Ui& ui);
void draw_data_table(Ui& ui);
void draw_data_changes(Ui& ui);
void draw_data_checks(Ui& ui);
void draw_schools(Ui& ui);
void draw_card(Ui& ui, ImVec2 size);
void draw_left_out(Ui& ui);
void draw_balance(Ui& ui);
void draw_balance_detail(Ui& ui);
void draw_facts(Ui& ui);
void draw_what_if(Ui& ui);
void draw_comparison(Ui& ui, const std::vector<CompareLine>& lines, const char* id);
void draw_verdict(Ui& ui);
void draw_issues(Ui& ui);
void draw_meeting(Ui& ui);
void draw_tour(Ui& ui);

}  // namespace workbench
