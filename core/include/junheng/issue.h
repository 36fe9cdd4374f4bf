// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace junheng {

/// What can be wrong with a table. Sentences for these are in core/words/<language>.json under "issue.<id>".
enum class IssueCode : std::uint8_t {
  // the table as a whole
  empty_input,
  not_text,       ///< NUL bytes or bytes that are not UTF-8
  input_too_big,  ///< more bytes or columns than the reader can address
  no_known_column,
  no_rows,
  no_pupils_column,
  unclosed_quote,
  column_twice,        ///< two columns for the same field: the first is used
  unknown_unit,        ///< words in the header's bracket that are no unit: the field's own unit is taken
  wrong_unit,          ///< a unit of another measure: the column is not used
  indoor_not_given,    ///< no column of indoor sports rooms: the teaching area is taken as it stands
  resource_not_given,  ///< no column from which an indicator can be computed
  stage_from_name,     ///< no column of type or stage: taken from the schools' names
  // a row
  row_too_short,
  row_too_long,
  no_school_name,
  type_unknown,
  stage_unknown,   ///< the unit cannot be placed in a stage
  stage_conflict,  ///< pupils in a stage that the type does not have
  split_unknown,   ///< no ratio in the standard for this set of stages
  duplicate_unit,
  teachers_split,  ///< a whole-school number of teachers, split by the ratio
  // a cell
  not_a_number,
  not_whole,
  negative,
  too_many_digits,
  too_large,
  percent_unexpected,
  // a computed value
  negative_result,  ///< a difference of two areas below zero
  // the request
  unknown_standard,
};
inline constexpr int kIssueCodeCount = static_cast<int>(IssueCode::unknown_standard) + 1;

enum class Severity : std::uint8_t {
  error,    ///< something is not evaluated because of it
  warning,  ///< evaluated, but look at it
  note,     ///< how something was understood
};

inline constexpr std::uint32_t kNoLine = 0;
inline constexpr std::uint16_t kNoColumn = 0xFFFF;
inline constexpr std::uint16_t kNoSubject = 0xFFFF;

/// One complaint as a small record; words.h makes the sentence only when it is shown.
struct Issue {
  IssueCode code{};
  std::uint16_t column = kNoColumn;    ///< index into Table::columns
  std::uint16_t subject = kNoSubject;  ///< indicator of the standard or field of the vocabulary, by the code
  std::uint32_t line = kNoLine;        ///< line of the pasted text, the first being 1; 0: the table as a whole
  std::uint32_t begin = 0;             ///< what was found: bytes of Table::text
  std::uint32_t length = 0;
};

[[nodiscard]] std::string_view id_of(IssueCode code);
[[nodiscard]] std::string_view id_of(Severity severity);
[[nodiscard]] Severity severity_of(IssueCode code);

using Issues = std::vector<Issue>;

}  // namespace junheng
