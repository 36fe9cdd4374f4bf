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
  column_asked,        ///< like a known name, but not it: not used until somebody says so
  hidden_rows,         ///< rows that the spreadsheet does not show are read like the others
  exact_values,        ///< cells show rounded numbers: the stored ones are taken
  held_down,           ///< a stage, type or county written once for several rows
  rows_joined,         ///< rows of one school from several tables are one now
  // a row
  row_too_short,
  row_too_long,
  table_aside,  ///< a table without a column of schools beside one that has it
  row_aside,    ///< neither a school nor a title, a remark or a total
  no_school_name,
  type_unknown,
  stage_unknown,   ///< the unit cannot be placed in a stage
  stage_conflict,  ///< pupils in a stage that the type does not have
  split_unknown,   ///< no ratio in the standard for this set of stages
  duplicate_unit,
  teachers_split,  ///< a whole-school number of teachers, split by the ratio
  // a cell
  not_a_number,
  not_exact,      ///< 约45, 45人以上
  date_found,     ///< a date where a number is expected
  glued_numbers,  ///< several numbers without anything between them
  not_whole,
  negative,
  too_many_digits,
  too_large,
  percent_unexpected,
  not_a_flag,  ///< neither yes nor no
  // a computed value
  negative_result,  ///< a difference of two areas below zero
  values_given,     ///< an indicator's values stand in the table: they cannot be checked against totals
  given_not_split,  ///< one value per pupil for a school of several stages
  // what must be right (逻辑校验)
  part_over_whole,  ///< a part is larger than what it is a part of
  parts_differ,     ///< parts do not add up to their total
  total_differs,    ///< a row of totals is not the sum of its rows
  // what is suspicious (经验校验)
  outlier,    ///< far from the other schools of the county
  magnitude,  ///< as if 元 stood where 万元 are meant, or the other way round
  year_jump,  ///< far from the same school's number of the year before
  // the request
  unknown_standard,
  unknown_option,
  fact_unknown,     ///< nobody knows this name
  fact_unreadable,  ///< the value is no number, or no yes or no, of the expected kind
  fact_twice,
  fact_converted,  ///< from another unit
  fact_fraction,   ///< 0.85 where a percentage is meant: taken as 85 %
  fact_county,     ///< facts of a county that is not in the table, or of none where there are several
};
inline constexpr int kIssueCodeCount = static_cast<int>(IssueCode::fact_county) + 1;

/// The two kinds of checks on numbers that were read well.
enum class Tier : std::uint8_t {
  none,
  logic,       ///< 逻辑校验: must be right
  experience,  ///< 经验校验: suspicious; may be answered with a remark
};

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
[[nodiscard]] std::string_view id_of(Tier tier);
[[nodiscard]] Severity severity_of(IssueCode code);
[[nodiscard]] Tier tier_of(IssueCode code);
/// Whether Issue::subject is an indicator of the standard; otherwise it is a field of the vocabulary.
[[nodiscard]] bool subject_is_indicator(IssueCode code);

using Issues = std::vector<Issue>;

}  // namespace junheng
