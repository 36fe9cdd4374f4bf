// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/ids.h"
#include "junheng/issue.h"
#include "junheng/question.h"
#include "junheng/table.h"
#include "junheng/vocabulary.h"

namespace junheng {

/// What a row of a sheet is. Only schools and totals become records of the table.
enum class RowKind : std::uint8_t {
  school,
  total,      ///< 合计, 小计 …: kept out of the evaluation, compared with the sum
  statistic,  ///< 平均, 标准差, 达标值: kept out
  header,
  title,        ///< above a header
  codes,        ///< L1, L2 …, or 甲 乙 1 2 3
  note,         ///< 注：…, 填表人：…
  ellipsis,     ///< … between rows of a form
  group,        ///< a stage, or the name of a county, that holds for the rows below
  zeros,        ///< names nothing, and has nothing but zeros
  other_table,  ///< of a table that has no schools: explanations, averages
  summary,      ///< of a table by stage, town, county or year
  other_year,   ///< of a year that is not evaluated
  aside,        ///< none of these; an issue names it
  blank,        ///< cells, and nothing in any of them
  left_out,     ///< by hand
};
template <>
inline constexpr auto kIds<RowKind> = ids_up_to<RowKind::left_out>({"school", "total", "statistic", "header", "title",
                                                                    "codes", "note", "ellipsis", "group", "zeros",
                                                                    "other_table", "summary", "other_year", "aside",
                                                                    "blank", "left_out"});

/// Rows of these kinds are named by one issue in each sheet, which stands at the first of them.
[[nodiscard]] std::optional<IssueCode> issue_of_kind(RowKind kind);
/// The kind that such an issue is about.
[[nodiscard]] std::optional<RowKind> kind_of_issue(IssueCode code);

/// How the field of a column was decided.
enum class Sureness : std::uint8_t {
  none,    ///< no field: the column is not used
  asked,   ///< a similar name is proposed; not used until a person confirms it
  sure,    ///< by its header
  chosen,  ///< by a person
};
template <>
inline constexpr auto kIds<Sureness> = ids_up_to<Sureness::chosen>({"none", "asked", "sure", "chosen"});

/// Why a column whose name is known is not used.
enum class Unused : std::uint8_t {
  none,
  not_actual,  ///< 应配, 缺口, 上年: another column says what there is
  other_year,  ///< of a year that nobody chose
};

/// How a column was understood.
struct ColumnFinding {
  std::optional<HeaderMatch> match;  ///< absent: kept, not used
  Sureness sureness = Sureness::none;
  std::optional<HeaderMatch> proposal;  ///< with Sureness::asked, and of what is unused what it would be
  Unused unused = Unused::none;
};

/// The column that holds a field of a stage, or of the whole school (kNoStage). nullopt: there is none.
[[nodiscard]] std::optional<std::uint16_t> column_of(const std::vector<ColumnFinding>& columns, std::uint16_t field,
                                                     std::uint8_t stage = kNoStage);

/// A table as it was handed over: a file, a paste, or a sheet of a workbook. Where one table ends and the next begins is
/// said by these texts and by nothing that stands in them.
struct SourceText {
  std::string file;      ///< empty: none, as of a paste
  std::string name;      ///< of the sheet; empty where a file is one table
  std::string text;      ///< TSV, CSV or HTML in UTF-8
  bool too_big = false;  ///< it was not even taken in: more bytes than kLargestText
  friend bool operator==(const SourceText&, const SourceText&) = default;
};

/// How people are told which table is meant: "统计.xlsx · 小学", or the one of both that is there.
[[nodiscard]] std::string shown_name(const SourceText& source);

/// One of several tables that are read together.
struct Sheet {
  std::string name;                ///< as it is shown
  std::uint32_t lines_before = 0;  ///< lines are counted on from sheet to sheet; this one's first is lines_before + 1
  bool transposed = false;         ///< a school a column: its lines are the columns of the sheet
  std::string file;                ///< of SourceText
  std::string own_name;            ///< of SourceText: the sheet's alone
};

/// A decision that came in another shape than its kind has, and was not taken.
struct RefusedDecision {
  std::string path;   ///< "reading.edits[3].column"; empty: of so many more
  std::string found;  ///< in JSON
  friend bool operator==(const RefusedDecision&, const RefusedDecision&) = default;
};

/// As an issue points to it: "reading.edits[3].column = 300000000", or "+12".
inline constexpr std::string_view kFoundInstead = " = ";
inline constexpr char kMoreRefused = '+';
[[nodiscard]] std::string refused_text(const RefusedDecision& refused);

/// A person's decisions about a table: edits, fields of columns, rows left out, header rows. Sheets and lines are those
/// of the source text.
struct TableChoices {
  struct Place {
    std::uint32_t sheet = 0;
    std::uint32_t line = 0;  ///< of the sheet, the first being 1
    friend bool operator==(const Place&, const Place&) = default;
  };
  struct Edit {
    Place place;
    std::uint16_t column = 0;  ///< the first is 0
    std::string text;
    friend bool operator==(const Edit&, const Edit&) = default;
  };
  struct Choice {
    std::uint16_t column = 0;  ///< of the columns found
    std::string field;         ///< empty: not used
    std::string stage;
    std::string unit;
    friend bool operator==(const Choice&, const Choice&) = default;
  };
  std::vector<Edit> edits;
  std::vector<Choice> columns;
  std::vector<Place> left_out;
  std::vector<Answer> answers;
  Place header_first;                    ///< line 0: found
  std::uint32_t header_last = 0;         ///< of the same sheet
  std::vector<RefusedDecision> refused;  ///< of all that was decided, also beside the table; never kept
  friend bool operator==(const TableChoices&, const TableChoices&) = default;
};

/// A line and what it is.
struct SourceRow {
  std::uint32_t line = 0;
  RowKind kind = RowKind::aside;
};

/// The sheets as one table with one header, and how it was found.
struct Layout {
  Table table;
  std::vector<ColumnFinding> columns;  ///< one for each of table.columns
  std::vector<Sheet> sheets;
  std::vector<SourceRow> rows;        ///< every line that is not empty, in the order of the sheets
  std::vector<std::uint32_t> totals;  ///< lines of the records that are totals, ascending
  std::vector<Question> questions;
  std::string county;  ///< of all rows, from a name or a title; empty: a column says it, or nothing does
};

/// Finds title rows, headers of several rows, blocks and totals; transposes sheets with one school per column; appends
/// the rows of several tables and joins the columns of one school from several tables.
///
/// Cells are not changed; a text that was merged over several rows, or written only in the first of them, is repeated
/// where it is a stage, a type or a county. A doubtful column is not used and raises an issue.
[[nodiscard]] Layout find_layout(std::vector<SourceText> sources, const Vocabulary& vocabulary,
                                 const TableChoices& reading, Issues& issues);
/// find_layout() in parts that follow each other at any time, for tables that take long: each sheet is read, then the
/// places of its rows are found; then sums; then all becomes one. What it is given has to outlive it.
class FindingLayout {
 public:
  FindingLayout(std::vector<SourceText> sources, const Vocabulary& vocabulary, const TableChoices& reading,
                Issues& issues);
  ~FindingLayout();
  [[nodiscard]] bool part();  ///< whether there are more
  [[nodiscard]] Layout take();

 private:
  class Finder;
  std::unique_ptr<Finder> finder_;
};

/// The same of one table without a name.
[[nodiscard]] Layout find_layout(std::string text, const Vocabulary& vocabulary, const TableChoices& reading,
                                 Issues& issues);

/// The records of a sheet before any interpretation but that of its delimiter.
struct SourceSheet {
  std::string name;
  Table table;
};
[[nodiscard]] std::vector<SourceSheet> read_source(const std::vector<SourceText>& sources, const Vocabulary& vocabulary,
                                                   const TableChoices& reading);

/// The sheet of a line, and the line within it.
struct SheetLine {
  std::size_t sheet = 0;
  std::uint32_t line = 0;
};
[[nodiscard]] SheetLine sheet_line(const std::vector<Sheet>& sheets, std::uint32_t line);

}  // namespace junheng
