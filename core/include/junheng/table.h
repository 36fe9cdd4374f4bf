// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/issue.h"
#include "junheng/limits.h"

namespace junheng {

/// A place in Table::text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t length = 0;
};

/// One record of the table: where it starts and on which line of the pasted text.
struct Record {
  std::uint32_t begin = 0;
  std::uint32_t line = 0;
};

/// A column that the spreadsheet does not show, of the lines of one table of a page.
struct HiddenColumn {
  std::uint32_t first_line = 0;
  std::uint32_t last_line = 0;
  std::uint16_t column = 0;  ///< the first is 0
};

/// The pasted text with the positions of its records, before any interpretation.
///
/// Cells are not stored: a CellReader walks a record when it is needed, so the table costs eight bytes a row beside
/// the text itself. Cells with doubled quotes are written once more behind the text, unquoted.
struct Table {
  std::string text;
  std::uint32_t text_end = 0;  ///< end of what was pasted; behind it stand unquoted copies
  char delimiter = '\t';
  char other_delimiter = '\0';  ///< with which the text is as good a table, or nearly; 0: there is none
  bool has_quotes = false;
  bool has_breaks = true;     ///< a line break, of those that end no record too, may stand within a cell
  bool of_page = false;       ///< of HTML: its records are rows of tags
  std::vector<Span> columns;  ///< the header's cells
  std::vector<HiddenColumn> hidden_columns;
  std::vector<std::uint32_t> foot_lines;  ///< lines of the foot of a page's table, ascending
  std::vector<Record> records;            ///< without the header and without empty lines; one more closes the last

  [[nodiscard]] std::string_view at(Span span) const { return std::string_view(text).substr(span.begin, span.length); }
  [[nodiscard]] std::size_t rows() const { return records.empty() ? 0 : records.size() - 1; }
};

/// Cells come without plain spaces around them; names also lose ideographic and no-break ones.
[[nodiscard]] Span trimmed_span(const Table& table, Span cell);

/// Puts a text that is not of the table behind it, where an issue or a county's name can point to it.
[[nodiscard]] Span keep_text(Table& table, std::string_view text);

/// Finds the records of a table in UTF-8: TSV, CSV, or the tables of an HTML page, whose lines are then its rows.
/// The header is a record like the others; `columns` is empty. Errors raise issues.
///
/// A record ends with LF, CR LF or CR. U+0085, U+2028 and U+2029 end it only in a text that has none of these; VT, FF and
/// every other control character are data. A quote opens a cell where its twin stands before a delimiter or the end of
/// a line; anywhere else it is a character. Byte order marks are no characters, nor are NULs and Ctrl-Z at the end.
///
/// `delimiter`: as a person has said; 0: the one with which most rows have as many cells as the header, or that a first
/// line `sep=;` names.
[[nodiscard]] Table read_records(std::string text, Issues& issues, char delimiter = '\0');

/// The same for a table whose first record is its header. On an error that leaves nothing to read, `table.columns` is
/// empty and an issue says why.
[[nodiscard]] Table read_table(std::string text, Issues& issues);

}  // namespace junheng
