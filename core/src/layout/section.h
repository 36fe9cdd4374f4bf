// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "junheng/layout.h"
#include "layout/header_match.h"
#include "layout/years.h"

namespace junheng {

/// A sheet with all its records, none of them understood yet.
struct RawSheet {
  Table table;
  std::uint32_t lines_before = 0;
  std::string file;      ///< of SourceText
  std::string own_name;  ///< of SourceText: the sheet's alone
};

/// A transposed sheet takes so many lines, one for each of its columns.
inline constexpr std::size_t kMostTurned = 20'000;

/// What a line above a block of rows states about them.
struct BlockContext {
  std::string stage;
  std::string type;
  std::string county;
  std::string stage_from;     ///< the name or title that says the stage; empty: a line of the table does, or none
  std::string county_from;    ///< likewise
  bool stage_chosen = false;  ///< by a person, for the whole sheet
};

/// A number that is not known yet.
inline constexpr std::int32_t kNotLookedAt = -1;

struct SectionRow {
  std::uint32_t record = 0;  ///< of the sheet; of `turned` where the section is transposed
  std::uint32_t line = 0;
  std::uint32_t context = 0;       ///< into Section::contexts
  RowKind kind = RowKind::school;  ///< or a total, which is kept to be compared
  /// What stands in Section::key, if it is a plain number without decimals or nothing, and was looked at.
  std::int32_t key = kNotLookedAt;
};

/// One header with the rows below it.
struct Section {
  std::size_t sheet = 0;
  std::vector<std::string> headers;
  std::vector<ColumnFinding> columns;
  /// The years that headers name, one for each column; empty where no field stands under several.
  std::vector<std::optional<SchoolYear>> years;
  std::vector<SectionRow> rows;
  std::optional<std::uint16_t> key;  ///< the first column of numbers that add up, as they were when its rows were read
  std::vector<BlockContext> contexts = std::vector<BlockContext>(1);
  /// What the last columns are filled from: they are none of the sheet.
  std::vector<std::string BlockContext::*> added;
  std::vector<std::vector<std::string>> turned;  ///< the rows of a transposed sheet, which stand nowhere as rows
  bool transposed = false;
  bool emptied = false;            ///< all its rows were taken away
  std::uint32_t header_line = 0;   ///< the first line of its header; 0: it has none
  std::optional<SchoolYear> year;  ///< that a title above it, or the name of its sheet, is of
};

}  // namespace junheng
