// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "state/ui.h"
#include "words/phrases.h"

namespace workbench {

/// The sample shown to people who have never seen it: what to look at, and where.
struct TourStep {
  Tab tab;
  Phrase title;
  Phrase words;
};
inline constexpr std::array<TourStep, 10> kTour = {{
    {Tab::start, Phrase::tour_title_start, Phrase::tour_start},
    {Tab::data, Phrase::tour_title_data, Phrase::tour_data},
    {Tab::data, Phrase::tour_title_edit, Phrase::tour_edit},
    {Tab::schools, Phrase::tour_title_schools, Phrase::tour_schools},
    {Tab::schools, Phrase::tour_title_card, Phrase::tour_card},
    {Tab::balance, Phrase::tour_title_balance, Phrase::tour_balance},
    {Tab::balance, Phrase::tour_title_source, Phrase::tour_source},
    {Tab::facts, Phrase::tour_title_facts, Phrase::tour_facts},
    {Tab::what_if, Phrase::tour_title_what_if, Phrase::tour_what_if},
    {Tab::verdict, Phrase::tour_title_verdict, Phrase::tour_verdict},
}};

/// The step at hand, as a strip below the view.
void draw_tour(Ui& ui);

}  // namespace workbench
