// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "junheng/layout.h"
#include "layout/section.h"

namespace junheng {

/// What the names of a sheet and of its file say about all its rows: a stage, a county. The sheet's own name is nearer.
/// What a person answered about the stage counts before both.
[[nodiscard]] BlockContext names_of_sheet(const RawSheet& sheet, std::size_t index, const Vocabulary& vocabulary,
                                          const TableChoices& reading);

/// Takes the stage that a title speaks of, for the rows below it.
void add_stage_of_title(BlockContext& context, std::string_view title, const Vocabulary& vocabulary);

/// Of a sheet of which a name says the stage: answered with what is taken, so that it can be changed.
[[nodiscard]] Question question_of_stage(std::size_t sheet, std::string_view taken, const Vocabulary& vocabulary);

/// What the stage that a name says becomes for a row that says something else itself: its own type or stage; `stage`
/// where it says nothing else.
[[nodiscard]] std::string stage_against_row(std::string_view stage, std::string_view type, std::string_view school,
                                            const Vocabulary& vocabulary);

}  // namespace junheng
