// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "junheng/layout.h"

namespace junheng {

struct ReadSheet {
  Table table;
  std::optional<Question> question;  ///< with which delimiter it is read, where two give a table of known columns
};

/// The records of one table, by the delimiter that a person chose, or that makes the better table; where two are near to
/// each other, by the one whose header has known names. `index`: of the sheet.
[[nodiscard]] ReadSheet read_sheet(std::string text, std::size_t index, const Vocabulary& vocabulary,
                                   const TableChoices& reading, Issues& issues);

}  // namespace junheng
