// SPDX-License-Identifier: MIT
#include "schools/columns.h"

#include <algorithm>
#include <initializer_list>

#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "state/texts.h"

namespace workbench {
namespace {

using Density = Columns::Density;

constexpr float kPaddingX = 0.45F;
constexpr float kTightPaddingX = 0.2F;
/// Least and most: what is left of a wide window goes to the columns, not to a gap. Stage and verdict are as wide as
/// their longest words.
constexpr Widths kMost = {24, 0, 5, 0, 5, 10};
constexpr Widths kLeast = {11, 0, 3.4F, 0, 3.2F, 5.2F};
constexpr Widths kTight = {8.5F, 0, 3.2F, 0, 0, 4.7F};
constexpr Widths kTightest = {5.5F, 0, 0, 0, 0, 4.2F};
/// What is left there goes to the names, which differ in their middle.
constexpr Widths kMostOfTightest = {11, 0, 0, 0, 0, 4.4F};
/// Of the stage, where it is tightest.
constexpr float kMostOfStage = 4;

constexpr float kCardWidth = 25;
constexpr float kLeastCardWidth = 14;
/// More than this the table has more use for, where it is tightest.
constexpr float kNarrowCardWidth = 15.5F;

float total(const Widths& widths, const Columns& columns) {
  return widths.school + widths.stage + (columns.foot().pupils ? widths.pupils : 0) +
         static_cast<float>(columns.indicators) * widths.indicator +
         (columns.verdicts() ? widths.verdict + widths.meeting : 0);
}

float stage_width(const Ui& ui) {
  float widest = text_width(ui.say(Phrase::schools_stage));
  for (const junheng::Stage stage : ui.state.standard().stages)
    widest = std::max(widest, text_width(stage_word(ui.state, stage)));
  return widest / em(1) + 0.5F;
}

const Widths& least_of(Density density) {
  return density == Density::roomy ? kLeast : density == Density::tight ? kTight : kTightest;
}

const Widths& most_of(Density density) {
  return density == Density::roomy ? kMost : density == Density::tight ? kLeast : kMostOfTightest;
}

/// With what the longest words take.
Widths with_words(const Ui& ui, Widths widths, Density density) {
  const float stage = stage_width(ui);
  widths.stage = density == Density::tightest ? std::min(stage, kMostOfStage) : stage;
  widths.verdict = verdict_column_width(ui) / em(1);
  for (const StageFoot& foot : ui.state.model.stage_feet)
    if (widths.meeting > 0) widths.meeting = std::max(widths.meeting, text_width(foot.meeting) / em(1));
  widths.pupils = std::max(widths.pupils, text_width(ui.say(Phrase::cell_missing)) / em(1));
  return widths;
}

/// Padding and scroll bar are not for columns.
float beside_columns(const Columns& columns) {
  return static_cast<float>(columns.count()) * 2 * columns.padding() + ImGui::GetStyle().ScrollbarSize + 2;
}

float least_width(const Ui& ui, const Columns& columns) {
  return em(total(with_words(ui, least_of(columns.density), columns.density), columns)) + beside_columns(columns);
}

Columns all_columns(const Ui& ui) {
  return {ui.state.model.heads.size(), ui.state.standard().unit_rule.has_value(), Density::roomy};
}

}  // namespace

float Columns::padding() const {
  return whole_em(density == Density::roomy ? kPaddingX : kTightPaddingX);
}

Columns columns_in(const Ui& ui, float width, bool beside_card) {
  Columns columns = all_columns(ui);
  for (const Density density : {Density::roomy, Density::tight, Density::tightest}) {
    if (density == Density::tightest && !beside_card) break;
    columns.density = density;
    if (least_width(ui, columns) <= width) break;
  }
  return columns;
}

Widths widths_in(const Ui& ui, float width, const Columns& columns) {
  const Widths least = with_words(ui, least_of(columns.density), columns.density);
  const Widths most = with_words(ui, most_of(columns.density), columns.density);
  const float room = (width - beside_columns(columns)) / em(1);
  const float narrow = total(least, columns);
  const float part = std::clamp((room - narrow) / (total(most, columns) - narrow), 0.0F, 1.0F);
  const auto between = [&](float a, float b) { return a + (b - a) * part; };
  return {between(least.school, most.school),   least.stage,
          between(least.pupils, most.pupils),   least.verdict,
          between(least.meeting, most.meeting), between(least.indicator, most.indicator)};
}

bool stands_beside(float room) {
  return room > em(2 * kCardWidth);
}

float card_width(const Ui& ui, float room) {
  Columns columns = all_columns(ui);
  float width = 0;
  for (const Density density : {Density::tight, Density::tightest}) {
    columns.density = density;
    width = room - em(kCardGap) - least_width(ui, columns);
    if (width >= em(kLeastCardWidth)) break;
  }
  const bool narrow = columns.density == Density::tightest;
  return std::clamp(width, em(kLeastCardWidth), em(narrow ? kNarrowCardWidth : kCardWidth));
}

}  // namespace workbench
