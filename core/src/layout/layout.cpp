// SPDX-License-Identifier: MIT
#include "junheng/layout.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "junheng/clipped.h"
#include "junheng/corrections.h"
#include "junheng/record.h"
#include "layout/ask_header.h"
#include "layout/assemble.h"
#include "layout/choose_sections.h"
#include "layout/choose_year.h"
#include "layout/counted_areas.h"
#include "layout/find_sections.h"
#include "layout/find_transposed.h"
#include "layout/header_columns.h"
#include "layout/hidden_columns.h"
#include "layout/name_rows.h"
#include "layout/names_of_sheet.h"
#include "layout/read_sheet.h"
#include "layout/totals_by_sum.h"
#include "layout/years.h"
#include "table/table_writer.h"

namespace junheng {
namespace {

Issue too_big() {
  Issue issue;
  issue.code = IssueCode::input_too_big;
  return issue;
}

/// Answers name the sheet with every school.
std::string short_name(std::string_view name) {
  return std::string(clipped(valid_utf8(name.substr(0, 2 * kLongestDatum))));
}

/// At least one: without any text there is an empty table to complain about. False: they are too big, and gone.
bool bound(std::vector<SourceText>& sources, Issues& issues) {
  if (sources.empty()) sources.emplace_back();
  std::size_t bytes = 0;
  for (const SourceText& source : sources)
    bytes += source.too_big ? kLargestText + 1 : source.text.size();
  if (bytes > kLargestText) {
    sources.assign(1, {});
    return false;
  }
  if (sources.size() > kMostSheets) {
    sources.resize(kMostSheets);
    issues.push_back(too_big());
  }
  return true;
}

/// Puts corrected cells in place of what was pasted; the pasted text is kept by whoever gave it.
void apply_edits(RawSheet& sheet, std::size_t index, const TableChoices& reading, Issues& issues, std::size_t first) {
  Table& table = sheet.table;
  const Corrections corrections(reading, index);
  if (table.rows() == 0 || corrections.empty()) return;
  constexpr std::size_t kRoom = 4096;
  Table before;
  before.text = std::exchange(table.text, {});
  before.records = std::exchange(table.records, {});
  before.delimiter = table.delimiter;
  before.has_quotes = table.has_quotes;
  table.text.reserve(before.text.size() + kRoom);
  table.records.reserve(before.records.size());
  TableWriter writer(std::move(table));
  std::vector<std::string> cells;
  std::size_t copied = 0;
  for (std::size_t row = 0; row < before.rows(); ++row) {
    const std::uint32_t line = before.records[row].line;
    if (!corrections.touch(line)) continue;
    writer.copy(before, copied, row);
    copied = row + 1;
    read_cells(before, row, cells);
    corrections.apply(line, cells);
    writer.row(cells, line);
  }
  writer.copy(before, copied, before.rows());
  table = writer.take();
  table.records.back().line = before.records.back().line;
  // What complaints point to stood in the text as it was.
  for (std::size_t i = first; i < issues.size(); ++i) {
    const std::string found(before.at({issues[i].begin, issues[i].length}));
    issues[i].begin = keep_text(table, found).begin;
  }
}

/// What a person said about a column stands above what its name says.
void apply_choices(Layout& layout, const TableChoices& reading, const Vocabulary& vocabulary) {
  for (const TableChoices::Choice& choice : reading.columns) {
    if (choice.column >= layout.columns.size()) continue;
    ColumnFinding& column = layout.columns[choice.column];
    column = {};
    column.sureness = Sureness::chosen;
    const auto index = vocabulary.field(choice.field);
    if (!index) continue;
    const Field& field = vocabulary.fields[*index];
    HeaderMatch match;
    match.field = *index;
    if (field.staged) match.stage = of_id<Stage>(choice.stage);
    if (const auto conversion = vocabulary.match_unit(field, choice.unit)) {
      match.conversion = *conversion;
      match.unit_given = true;
    }
    column.match = match;
    // Of two columns for one thing the chosen one counts.
    for (ColumnFinding& other : layout.columns) {
      if (other.sureness != Sureness::sure || !other.match || other.match->field != match.field) continue;
      if (other.match->stage == match.stage) other = {};
    }
  }
}

/// A table of which a person has to say how it is read takes no part until then.
void leave_open(const RawSheet& sheet, std::vector<SourceRow>& rows, Issues& issues) {
  for (std::size_t row = 0; row < sheet.table.rows(); ++row)
    rows.push_back({sheet.lines_before + sheet.table.records[row].line, RowKind::aside});
  Issue issue;
  issue.code = IssueCode::question_open;
  issue.line = sheet.lines_before + sheet.table.records.front().line;
  issues.push_back(issue);
}

/// Columns are counted in 16 bits.
void refuse_wide(std::vector<Section>& sections, Issues& issues) {
  for (Section& section : sections) {
    if (section.columns.size() <= kMostColumns) continue;
    issues.push_back(too_big());
    section = {};
  }
}

/// Workbooks have empty sheets beside the others: only where all are, something is missing.
void empty_once(bool all, Issues& issues) {
  const auto is_empty = [](const Issue& issue) { return issue.code == IssueCode::empty_input; };
  const auto first = std::find_if(issues.begin(), issues.end(), is_empty);
  if (first == issues.end()) return;
  issues.erase(std::remove_if(first + (all ? 1 : 0), issues.end(), is_empty), issues.end());
}

void ask_about_columns(const Layout& layout, Issues& issues) {
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    if (layout.columns[i].sureness != Sureness::asked) continue;
    Issue issue;
    issue.code = IssueCode::column_asked;
    issue.column = static_cast<std::uint16_t>(i);
    issue.subject = layout.columns[i].proposal->field;
    issues.push_back(issue);
  }
}

}  // namespace

std::optional<std::uint16_t> column_of(const std::vector<ColumnFinding>& columns, std::uint16_t field,
                                       std::uint8_t stage) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto& match = columns[i].match;
    if (!match || match->field != field) continue;
    const std::uint8_t of = match->stage ? static_cast<std::uint8_t>(*match->stage) : kNoStage;
    if (of == stage) return static_cast<std::uint16_t>(i);
  }
  return std::nullopt;
}

std::string refused_text(const RefusedDecision& refused) {
  if (refused.path.empty()) return kMoreRefused + refused.found;
  return valid_utf8(refused.path).append(kFoundInstead).append(valid_utf8(refused.found));
}

std::string shown_name(const SourceText& source) {
  const bool both = !source.file.empty() && !source.name.empty();
  return short_name(source.file) + (both ? " · " : "") + short_name(source.name);
}

std::vector<SourceSheet> read_source(const std::vector<SourceText>& sources, const Vocabulary& vocabulary,
                                     const TableChoices& reading) {
  std::vector<SourceSheet> sheets;
  Issues issues;
  std::size_t lines = 0;
  for (std::size_t i = 0; i < std::max<std::size_t>(1, std::min(sources.size(), kMostSheets)); ++i) {
    const SourceText source = i < sources.size() ? sources[i] : SourceText();
    sheets.push_back({shown_name(source), read_sheet(source.text, i, vocabulary, reading, issues).table});
    lines += sheets.back().table.rows();
    if (lines > kMostLines) break;
  }
  return sheets;
}

Layout find_layout(std::string text, const Vocabulary& vocabulary, const TableChoices& reading, Issues& issues) {
  std::vector<SourceText> sources(1);
  sources.front().text = std::move(text);
  return find_layout(std::move(sources), vocabulary, reading, issues);
}

/// Holds the sheets as far as they are read, what their rows are taken for, and the questions about them.
///
/// Steps, by part(): read() of a sheet, its corrections applied; place(): its sections, unless a person has to say first
/// how it is read; when all are there find_sums(), what rows are sums of others and of which year they are; finish().
class FindingLayout::Finder {
 public:
  Finder(std::vector<SourceText> sources, const Vocabulary& vocabulary, const TableChoices& reading, Issues& issues)
      : sources_(std::move(sources)),
        vocabulary_(vocabulary),
        reading_(reading),
        issues_(issues),
        memo_(vocabulary),
        fits_(bound(sources_, issues)),
        years_(reading) {}

  bool part() {
    if (std::exchange(placing_, false))
      place();
    else if (next_ < sources_.size())
      read();
    else if (!std::exchange(summed_, true))
      find_sums();
    else
      return finish();
    return true;
  }

  Layout take() { return std::move(layout_); }

 private:
  void read() {
    SourceText& source = sources_[next_++];
    const std::size_t issues_before = issues_.size();
    Sheet about{shown_name(source), lines_before_, false, short_name(source.file), short_name(source.name)};
    ReadSheet read = read_sheet(std::move(source.text), sheets_.size(), vocabulary_, reading_, issues_);
    lines_ += read.table.rows();
    if (lines_ > kMostLines) {
      issues_.push_back(too_big());
      next_ = sources_.size();
      return;
    }
    sheets_.push_back({std::move(read.table), lines_before_, about.file, about.own_name});
    named_.push_back(std::move(about));
    RawSheet& sheet = sheets_.back();
    std::uint32_t last = lines_before_;
    for (std::size_t i = issues_before; i < issues_.size(); ++i) {
      if (issues_[i].line == kNoLine) continue;
      issues_[i].line += lines_before_;
      last = std::max(last, issues_[i].line);
    }
    apply_edits(sheet, sheets_.size() - 1, reading_, issues_, issues_before);
    if (sheet.table.rows() == 0) {
      lines_before_ = last;  // what is wrong with a sheet that was refused is said of no other
      return;
    }
    if (read.question) {
      const bool open = read.question->answer.empty();
      questions_.push_back(std::move(*read.question));
      if (open) {
        leave_open(sheet, rows_, issues_);
        lines_before_ += sheet.table.records.back().line;
        return;
      }
    }
    placing_ = true;
  }

  void place() {
    RawSheet& sheet = sheets_.back();
    const std::size_t index = sheets_.size() - 1;
    const std::size_t first_section = sections_.size();
    const Standing standing =
        find_transposed(sheet, index, vocabulary_, reading_, memo_, sections_, rows_, questions_, issues_);
    named_.back().transposed = standing == Standing::columns;
    if (standing == Standing::rows) {
      find_sections(sheet, index, vocabulary_, reading_, memo_, sections_, rows_);
      set_hidden_columns_aside(sheet, sections_, first_section, issues_);
    }
    if (standing == Standing::columns)
      sections_.back().contexts.front() = names_of_sheet(sheet, index, vocabulary_, reading_);
    lines_before_ +=
        standing == Standing::columns ? static_cast<std::uint32_t>(kMostTurned) : sheet.table.records.back().line;
  }

  void find_sums() {
    if (sheets_.size() > 1) empty_once(rows_.empty(), issues_);
    if (!fits_) issues_.assign(1, too_big());
    refuse_wide(sections_, issues_);
    keep_tables_of_schools(sheets_, sections_, vocabulary_, rows_);
    keep_one_year(sheets_, sections_, vocabulary_, rows_, years_);
    choose_years(sections_, sheets_, vocabulary_, years_);
    find_sum_rows(sheets_, sections_, vocabulary_, reading_, rows_, questions_, issues_);
  }

  bool finish() {
    ask_for_header(sheets_, sections_, vocabulary_, reading_, questions_, issues_);
    name_rows(sheets_, named_, rows_, vocabulary_, issues_);
    layout_ = assemble(std::move(sheets_), std::move(sections_), vocabulary_, reading_, issues_);
    layout_.sheets = std::move(named_);
    layout_.rows = std::move(rows_);
    layout_.questions.insert(layout_.questions.begin(), questions_.begin(), questions_.end());
    years_.ask(layout_.questions, issues_);
    apply_choices(layout_, reading_, vocabulary_);
    name_unused(layout_, issues_);
    ask_about_columns(layout_, issues_);
    ask_about_counts(layout_, vocabulary_, issues_);
    return false;
  }

  std::vector<SourceText> sources_;
  const Vocabulary& vocabulary_;
  const TableChoices& reading_;
  Issues& issues_;
  std::size_t next_ = 0;  ///< of sources_
  std::vector<RawSheet> sheets_;
  std::vector<Section> sections_;
  std::vector<SourceRow> rows_;
  std::vector<Sheet> named_;
  std::vector<Question> questions_;
  std::uint32_t lines_before_ = 0;
  std::size_t lines_ = 0;
  HeaderMemo memo_;
  bool fits_;
  bool placing_ = false;  ///< the last of sheets_ comes next
  bool summed_ = false;
  Years years_;
  Layout layout_;
};

FindingLayout::FindingLayout(std::vector<SourceText> sources, const Vocabulary& vocabulary, const TableChoices& reading,
                             Issues& issues)
    : finder_(std::make_unique<Finder>(std::move(sources), vocabulary, reading, issues)) {}

FindingLayout::~FindingLayout() = default;

bool FindingLayout::part() {
  return finder_->part();
}

Layout FindingLayout::take() {
  return finder_->take();
}

Layout find_layout(std::vector<SourceText> sources, const Vocabulary& vocabulary, const TableChoices& reading,
                   Issues& issues) {
  FindingLayout finding(std::move(sources), vocabulary, reading, issues);
  while (finding.part()) {
  }
  return finding.take();
}

SheetLine sheet_line(const std::vector<Sheet>& sheets, std::uint32_t line) {
  const auto above =
      std::partition_point(sheets.begin(), sheets.end(), [&](const Sheet& sheet) { return sheet.lines_before < line; });
  const auto sheet = static_cast<std::size_t>(above == sheets.begin() ? 0 : above - sheets.begin() - 1);
  return {sheet, line - (sheet < sheets.size() ? sheets[sheet].lines_before : 0)};
}

}  // namespace junheng
