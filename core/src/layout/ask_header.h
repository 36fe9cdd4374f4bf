// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "layout/section.h"

namespace junheng {

/// The row that a person chose as the header of a sheet by answering; 0: none was.
[[nodiscard]] std::uint32_t answered_header(const TableChoices& reading, std::size_t sheet);

/// Where no column of any table is known, and one looks as tables of schools do: asks which of its first rows the
/// header is. A question that was answered stays, to be answered otherwise.
void ask_for_header(std::vector<RawSheet>& sheets, const std::vector<Section>& sections, const Vocabulary& vocabulary,
                    const TableChoices& reading, std::vector<Question>& questions, Issues& issues);

}  // namespace junheng
