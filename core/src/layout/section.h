// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "junheng/layout.h"
#include "layout/header_match.h"

namespace junheng {

/// A sheet with all its records, none of them understood yet.
struct RawSheet {
  Table table;
  std::uint32_t lines_before = 0;
};

/// A transposed sheet takes so many lines, one for each of its columns.
inline constexpr std::size_t kMostTurned = 20'000;

/// What a line above a block of rows states about them.
struct BlockContext {
  std::string stage;
  std::string type;
  std::string county;
};

struct SectionRow {
  std::uint32_t record = 0;  ///< of the sheet; of `turned` where the section is transposed
  std::uint32_t line = 0;
  std::uint32_t context = 0;  ///< into Section::contexts
};

/// One header with the rows below it.
struct Section {
  std::size_t sheet = 0;
  std::vector<std::string> headers;
  std::vector<ColumnFinding> columns;
  std::vector<SectionRow> rows;
  std::vector<BlockContext> contexts = std::vector<BlockContext>(1);
  /// What the last columns are filled from: they are none of the sheet.
  std::vector<std::string BlockContext::*> added;
  std::vector<std::vector<std::string>> turned;  ///< the rows of a transposed sheet, which stand nowhere as rows
  bool transposed = false;

  /// The column of a field, or the number of columns.
  [[nodiscard]] std::size_t column_of(std::uint16_t field) const;
};

/// Finds the headers of one sheet and what stands below each; `rows` gets the kind of every line.
void find_sections(RawSheet& sheet, std::size_t index, const Vocabulary& vocabulary, const TableChoices& reading,
                   HeaderMemo& memo, std::vector<Section>& sections, std::vector<SourceRow>& rows, Issues& issues);

/// Whether the names of the fields stand below each other and not beside each other; then the section is added.
[[nodiscard]] bool find_transposed(RawSheet& sheet, std::size_t index, const Vocabulary& vocabulary, HeaderMemo& memo,
                                   std::vector<Section>& sections, std::vector<SourceRow>& rows);

/// Writes the sections as one table.
[[nodiscard]] Layout assemble(std::vector<RawSheet> sheets, std::vector<Section> sections, const Vocabulary& vocabulary,
                              Issues& issues);

}  // namespace junheng
