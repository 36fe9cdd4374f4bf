// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace junheng {

/// Whether the columns of a text are parted by runs of two or more spaces, as copied from a terminal or a PDF.
enum class SpaceColumns : std::uint8_t {
  none,
  doubtful,  ///< most lines have as many cells, some have others
  agreed,    ///< all lines that have several cells have as many
};

[[nodiscard]] SpaceColumns space_columns(std::string_view text);

/// The text with a tab for each run that parts two cells. Single spaces are part of a cell.
[[nodiscard]] std::string with_tabs(std::string_view text);

}  // namespace junheng
