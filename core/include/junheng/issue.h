// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/ids.h"
#include "junheng/terms.h"

namespace junheng {

/// The two kinds of checks on numbers that were read well.
enum class Tier : std::uint8_t {
  none,
  logic,       ///< 逻辑校验: must be right
  experience,  ///< 经验校验: suspicious; may be answered with a remark
};
template <>
inline constexpr auto kIds<Tier> = ids_up_to<Tier::experience>({"", "logic", "experience"});

enum class Severity : std::uint8_t {
  error,    ///< something is not evaluated because of it
  warning,  ///< evaluated, but look at it
  note,     ///< how something was understood
};
template <>
inline constexpr auto kIds<Severity> = ids_up_to<Severity::note>({"error", "warning", "note"});

/// What can be wrong with a table, a row or a request: X(code, severity, tier, what Issue::subject is an index of).
/// Sentences for these are in core/words/zh.json or en.json under "issue.<code>".
// clang-format off
#define JUNHENG_ISSUES(X) \
  /* the table as a whole */ \
  X(empty_input, error, none, field) \
  X(not_text, error, none, field) /* NUL bytes, mostly control characters, or not UTF-8 */ \
  X(input_too_big, error, none, field) /* more bytes or columns than the reader can address */ \
  X(no_known_column, error, none, field) \
  X(no_rows, error, none, field) \
  X(no_pupils_column, error, none, field) \
  X(unclosed_quote, warning, none, field) \
  X(damaged_character, warning, none, field) /* U+FFFD: the file was cut off or damaged there */ \
  X(column_twice, warning, none, field) /* two columns for the same field: the first is used */ \
  X(unknown_unit, warning, none, field) /* no unit in the header's brackets: the field's own is taken */ \
  X(wrong_unit, error, none, field) /* a unit of another measure: the column is not used */ \
  X(indoor_not_given, note, none, indicator) /* no column of indoor sports rooms: nothing is subtracted */ \
  X(resource_not_given, error, none, indicator) /* no column from which an indicator can be computed */ \
  X(stage_from_name, note, none, field) /* no column of type or stage: taken from the schools' names */ \
  X(stage_from_title, note, none, field) /* the name of the sheet, the file or the table says the stage of its rows */ \
  X(county_from_title, note, none, field) /* and their county, where no column does */ \
  X(column_asked, warning, none, field) /* like a known name, but not it: not used until somebody says so */ \
  X(column_counts, warning, none, field) /* a field of areas, but the numbers look like counts: not used likewise */ \
  X(column_not_actual, note, none, field) /* 应配, 缺口, 上年 of a field: another column says what there is */ \
  X(column_other_year, note, none, field) /* of a year that is not the chosen one */ \
  X(column_explains, note, none, field) /* 计算公式, 达标标准 beside the schools of a table that stands on end */ \
  X(rows_unlabelled, warning, none, field) /* of a table that stands on end: rows that nothing says what they are of */ \
  X(hidden_rows, note, none, field) /* rows that the spreadsheet does not show are read like the others */ \
  X(filtered_rows, note, none, field) /* and so are those that a filter leaves out */ \
  X(hidden_columns, note, none, field) /* columns that the spreadsheet does not show: used where no other says the same */ \
  X(exact_values, note, none, field) /* cells show rounded numbers: the stored ones are taken */ \
  X(unseen_values, note, none, field) /* cells of which a format shows nothing: read like the others */ \
  X(question_open, error, none, field) /* two readings are near: what is in doubt takes no part until it is answered */ \
  X(held_down, note, none, field) /* a stage, type or county written once for several rows */ \
  X(rows_joined, note, none, field) /* rows of one school from several tables are one now */ \
  /* a row */ \
  X(row_too_short, warning, none, field) \
  X(row_too_long, warning, none, field) \
  X(table_aside, note, none, field) /* a table without a column of schools beside one that has it */ \
  X(table_of_facts, warning, none, field) /* 填报项目 | 填报值 of the county: belongs to the facts */ \
  X(table_of_coefficients, warning, none, field) /* coefficients somebody has published: belong to the facts */ \
  X(row_aside, warning, none, field) /* neither a school nor a title, a remark or a total */ \
  X(rows_total, note, none, field) /* totals by the end of their name, or a count: 城关镇小计 */ \
  X(rows_statistic, note, none, field) /* means, deviations, what is asked of schools: not evaluated */ \
  X(rows_zero, note, none, field) /* rows that name nothing and hold nothing but zeros */ \
  X(summary_table, error, none, field) /* a row is several schools: by stage, town, county or year */ \
  X(other_years, note, none, field) /* rows of a year that is not evaluated */ \
  X(rows_twice, note, none, field) /* the same row as in an earlier sheet or file: counted once */ \
  X(no_school_name, warning, none, field) \
  X(type_unknown, error, none, field) \
  X(stage_unknown, error, none, field) /* the unit cannot be placed in a stage */ \
  X(stage_conflict, warning, none, field) /* pupils in a stage that the type does not have */ \
  X(split_unknown, error, none, field) /* no ratio in the standard for this set of stages */ \
  X(duplicate_unit, warning, logic, field) \
  X(main_school_unknown, warning, none, field) /* to be merged into a school that the county does not have */ \
  X(attached_classes, warning, none, field) /* a vocational school with pupils of a compulsory stage */ \
  X(teachers_split, note, none, indicator) /* a whole-school number of teachers, split by the ratio */ \
  X(not_divided, error, none, field) /* a number of several stages, where the rule asks for that of each */ \
  /* a cell */ \
  X(not_a_number, error, none, field) \
  X(not_exact, error, none, field) /* 约45, 45人以上 */ \
  X(date_found, error, none, field) /* a date where a number is expected */ \
  X(time_found, error, none, field) /* 2:15: a time of day, or a ratio in a column that takes none */ \
  X(too_narrow, error, none, field) /* ####: what a spreadsheet shows in a column that is too narrow for the number */ \
  X(formula_error, error, none, field) /* #DIV/0!, #N/A …: what a formula gives that cannot be computed */ \
  X(glued_numbers, error, none, field) /* several numbers without anything between them */ \
  X(not_whole, error, none, field) \
  X(fraction, warning, none, field) /* a part of a room or a teacher, in a row that speaks of a whole school */ \
  X(fraction_of_stage, note, none, field) /* the same in a row of one stage: somebody has split it already */ \
  X(negative, error, none, field) \
  X(too_many_digits, error, none, field) \
  X(too_large, error, none, field) \
  X(percent_unexpected, error, none, field) \
  X(not_a_flag, error, none, field) /* neither yes nor no */ \
  /* a computed value */ \
  X(negative_result, error, none, indicator) /* a difference of two areas below zero */ \
  X(values_given, note, none, indicator) /* values per pupil stand in the table: they cannot be checked */ \
  X(given_not_split, error, none, indicator) /* one value per pupil for a school of several stages */ \
  X(unit_asked, error, none, indicator) /* no unit is named, and the number is far too small in the field's own */ \
  X(row_of_school_blank, error, none, indicator) /* given in one row of a school only: of this stage, or of all? */ \
  X(option_asked, error, none, indicator) /* the numbers contradict the reading that nobody chose */ \
  X(ways_differ, warning, logic, indicator) /* two complete ways to compute it give two results: the first counts */ \
  /* what must be right (逻辑校验) */ \
  X(part_over_whole, warning, logic, field) /* a part is larger than what it is a part of */ \
  X(parts_differ, warning, logic, field) /* parts do not add up to their total */ \
  X(total_differs, warning, none, field) /* a row of totals is not the sum of its rows; it takes no part, and nothing waits for it */ \
  /* what is suspicious (经验校验) */ \
  X(outlier, warning, experience, indicator) /* far from the other schools of the county */ \
  X(magnitude, warning, experience, indicator) /* as if 元 stood where 万元 are meant, or the other way round */ \
  X(year_jump, warning, experience, indicator) /* far from the same school's number of the year before */ \
  /* the request */ \
  X(unknown_standard, error, none, field) \
  X(unknown_option, error, none, field) \
  X(decision_refused, error, none, field) /* of another shape than its kind has; the others are kept */ \
  X(facts_too_big, error, none, field) /* more of them, or deeper in one another, than all counties have */ \
  X(fact_unknown, warning, none, field) /* nobody knows this name */ \
  X(fact_unreadable, error, none, field) /* the value is no number, or no yes or no, of the expected kind */ \
  X(fact_twice, warning, none, field) \
  X(fact_converted, note, none, field) /* from another unit */ \
  X(fact_fraction, note, none, field) /* 0.85 where a percentage is meant: taken as 85 % */ \
  X(fact_percent_asked, error, none, field) /* 0.5 under a unit of %: 0.5 % or 50 %? */ \
  X(fact_over_all, error, logic, field) /* a rate above 100 % */ \
  X(fact_over_whole, error, logic, field) /* parts come to more than the whole */ \
  X(fact_rate_differs, error, logic, field) /* a stated rate is not what the counts beside it give */ \
  X(fact_ways_differ, warning, logic, field) /* two ways to compute a check say different things */ \
  X(fact_needs_number, warning, none, field) /* said of an item that only numbers decide */ \
  X(fact_group_missing, warning, none, field) /* groups of a survey that the rule names and nobody gave */ \
  X(survey_total_differs, error, logic, field) /* the whole of a survey is not the sum of its groups */ \
  X(composite_differs, warning, logic, field) /* a printed composite is not the mean of the coefficients */ \
  X(fact_county, error, none, field) /* facts of no county of the table, or of no named one */
// clang-format on

enum class IssueCode : std::uint8_t {
#define JUNHENG_ISSUE(code, severity, tier, subject) code,
  JUNHENG_ISSUES(JUNHENG_ISSUE)
#undef JUNHENG_ISSUE
};
template <>
inline constexpr auto kIds<IssueCode> = std::to_array<std::string_view>({
#define JUNHENG_ISSUE(code, severity, tier, subject) #code,
    JUNHENG_ISSUES(JUNHENG_ISSUE)
#undef JUNHENG_ISSUE
});
inline constexpr int kIssueCodeCount = static_cast<int>(kIds<IssueCode>.size());

inline constexpr std::uint32_t kNoLine = 0;
inline constexpr std::uint16_t kNoColumn = 0xFFFF;
inline constexpr std::uint16_t kNoSubject = 0xFFFF;

/// One complaint as a small record; words.h makes the sentence only when it is shown.
struct Issue {
  IssueCode code{};
  std::uint8_t stage = kNoStage;       ///< of the number that is complained about, where it is one of a stage
  std::uint16_t column = kNoColumn;    ///< index into Table::columns
  std::uint16_t subject = kNoSubject;  ///< indicator of the standard or field of the vocabulary, by the code
  std::uint32_t line = kNoLine;        ///< line of the pasted text, the first being 1; 0: the table as a whole
  std::uint32_t begin = 0;             ///< what was found: bytes of Table::text
  std::uint32_t length = 0;
  std::uint16_t item = kNoSubject;  ///< of a fact about an item: counted over the items of all parts of the standard
};

[[nodiscard]] Severity severity_of(IssueCode code);
[[nodiscard]] Tier tier_of(IssueCode code);
/// Whether Issue::subject is an indicator of the standard; otherwise it is a field of the vocabulary.
[[nodiscard]] bool subject_is_indicator(IssueCode code);

using Issues = std::vector<Issue>;

/// An issue that quotes what does not stand in the schools' table: a fact, a sum.
struct QuotedIssue {
  IssueCode code{};
  std::uint16_t field = kNoSubject;
  std::uint32_t line = kNoLine;
  std::string found;
  std::uint16_t item = kNoSubject;  ///< as Issue::item
  std::uint8_t stage = kNoStage;
};

}  // namespace junheng
