// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/table.h"

namespace junheng {

/// The tables of a web page or of what Excel, WPS and LibreOffice put on the clipboard, as tab separated rows.
struct HtmlTables {
  /// One line for each row of each table in the order of their ends, at most most_html_rows() bytes. A line break
  /// inside a cell is a vertical tab, so that lines are rows.
  std::string rows;
  std::uint32_t lines = 0;                   ///< of `rows`
  std::uint32_t hidden_rows = 0;             ///< read like the others
  std::uint32_t filtered_rows = 0;           ///< likewise, of those that a filter leaves out
  std::vector<HiddenColumn> hidden_columns;  ///< by the lines of `rows`
  std::vector<std::uint32_t> foot_lines;     ///< of `rows`: those of a foot (tfoot), ascending
  std::uint32_t exact_values = 0;            ///< cells that show a rounded number; the stored one is taken
  std::uint32_t unseen_values = 0;           ///< cells of which a format shows nothing
};

/// Whether the text has a table in HTML: a page, a part of one, or the clipboard format of Windows with its head.
[[nodiscard]] bool is_html(std::string_view text);

/// What a page of so many bytes can become: twice itself, as quotes are doubled, and four times itself and 64 KiB for
/// places that merged cells cover. The work is bound by the same number.
[[nodiscard]] std::size_t most_html_rows(std::size_t page);

/// Merged cells: a text stands in every cell it covers (the parent of several headers, a stage of several rows); a
/// number only in the first, because two schools with the sum of both would count it twice.
/// Styles, scripts and comments are skipped, nothing is fetched. The page is UTF-8
/// without NUL. Never fails: whatever it is, some text comes out.
[[nodiscard]] HtmlTables read_html(std::string_view page);

}  // namespace junheng
