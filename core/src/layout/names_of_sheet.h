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

/// Adds the stage that a title speaks of, where nothing nearer says one.
void add_stage_of_title(BlockContext& context, std::string_view title, const Vocabulary& vocabulary);

/// What the stage that a name says becomes for a row that says something else itself: its own type or stage; `stage`
/// where it says nothing else.
[[nodiscard]] std::string stage_against_row(std::string_view stage, std::string_view type, std::string_view school,
                                            const Vocabulary& vocabulary);

}  // namespace junheng
