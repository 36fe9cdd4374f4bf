// SPDX-License-Identifier: MIT
#include "junheng/layout.h"

#include <algorithm>

#include "base/utf8.h"
#include "junheng/corrections.h"
#include "junheng/record.h"
#include "layout/assemble.h"
#include "layout/choose_sections.h"
#include "layout/choose_year.h"
#include "layout/find_sections.h"
#include "layout/find_transposed.h"
#include "layout/name_rows.h"
#include "layout/totals_by_sum.h"
#include "table/table_writer.h"

namespace junheng {
namespace {

Issue too_big() {
  Issue issue;
  issue.code = IssueCode::input_too_big;
  return issue;
}

/// The texts of several sheets with their names; the text itself where there is only one.
std::vector<std::pair<std::string, std::string>> split_sheets(std::string text, Issues& issues) {
  constexpr std::size_t kLongestName = 300;
  std::vector<std::pair<std::string, std::string>> sheets;
  if (text.empty() || text.front() != kSheetMark || text.size() > kLargestText) {
    sheets.emplace_back(std::string(), std::move(text));
    return sheets;
  }
  std::string_view rest = text;
  while (!rest.empty()) {
    if (sheets.size() == kMostSheets) {
      issues.push_back(too_big());
      break;
    }
    rest.remove_prefix(1);
    const std::size_t end = std::min(rest.find(kSheetMark), rest.size());
    const std::string_view sheet = rest.substr(0, end);
    const std::size_t name = std::min(sheet.find(kSheetNameEnd), sheet.size());
    // Answers name the sheet with every school.
    const std::string named = valid_utf8(sheet.substr(0, name));
    sheets.emplace_back(named.substr(0, start_of_point(named, kLongestName)),
                        sheet.substr(std::min(name + 1, sheet.size())));
    rest.remove_prefix(end);
  }
  return sheets;
}

/// Puts corrected cells in place of what was pasted; the pasted text is kept by whoever gave it.
void apply_edits(RawSheet& sheet, std::size_t index, const TableChoices& reading, Issues& issues, std::size_t first) {
  Table& table = sheet.table;
  const Corrections corrections(reading, index);
  if (table.rows() == 0 || corrections.empty()) return;
  Table before = std::move(table);
  TableWriter writer;
  std::vector<std::string> cells;
  for (std::size_t row = 0; row < before.rows(); ++row) {
    read_cells(before, row, cells);
    const std::uint32_t line = before.records[row].line;
    corrections.apply(line, cells);
    writer.row(cells, line);
  }
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
  }
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

std::vector<SourceSheet> read_source(std::string_view text) {
  std::vector<SourceSheet> sheets;
  Issues issues;
  for (auto& [name, sheet] : split_sheets(std::string(text), issues))
    sheets.push_back({std::move(name), read_records(std::move(sheet), issues)});
  return sheets;
}

Layout find_layout(std::string text, const Vocabulary& vocabulary, const TableChoices& reading, Issues& issues) {
  std::vector<RawSheet> sheets;
  std::vector<Section> sections;
  std::vector<SourceRow> rows;
  std::vector<Sheet> named;
  std::uint32_t lines_before = 0;
  HeaderMemo memo(vocabulary);
  for (auto& [name, sheet_text] : split_sheets(std::move(text), issues)) {
    const std::size_t issues_before = issues.size();
    sheets.push_back({read_records(std::move(sheet_text), issues), lines_before, name});
    RawSheet& sheet = sheets.back();
    std::uint32_t last = lines_before;
    for (std::size_t i = issues_before; i < issues.size(); ++i) {
      if (issues[i].line == kNoLine) continue;
      issues[i].line += lines_before;
      last = std::max(last, issues[i].line);
    }
    named.push_back({std::move(name), lines_before, false});
    apply_edits(sheet, sheets.size() - 1, reading, issues, issues_before);
    if (sheet.table.rows() == 0) {
      lines_before = last;  // what is wrong with a sheet that was refused is said of no other
      continue;
    }
    named.back().transposed = find_transposed(sheet, sheets.size() - 1, vocabulary, memo, sections, rows);
    if (!named.back().transposed) {
      find_sections(sheet, sheets.size() - 1, vocabulary, reading, memo, sections, rows);
      lines_before += sheet.table.records.back().line;
    } else {
      lines_before += static_cast<std::uint32_t>(kMostTurned);
    }
  }
  if (sheets.size() > 1) empty_once(rows.empty(), issues);
  refuse_wide(sections, issues);
  keep_tables_of_schools(sheets, sections, vocabulary, rows);
  Years years(reading);
  keep_one_year(sheets, sections, vocabulary, rows, years);
  std::vector<Question> questions;
  find_sum_rows(sheets, sections, vocabulary, reading, rows, questions, issues);
  name_rows(sheets, named, rows, vocabulary, issues);
  Layout layout = assemble(std::move(sheets), std::move(sections), vocabulary, issues);
  layout.sheets = std::move(named);
  layout.rows = std::move(rows);
  layout.questions = std::move(questions);
  years.ask(layout.questions, issues);
  apply_choices(layout, reading, vocabulary);
  ask_about_columns(layout, issues);
  return layout;
}

SheetLine sheet_line(const std::vector<Sheet>& sheets, std::uint32_t line) {
  const auto above =
      std::partition_point(sheets.begin(), sheets.end(), [&](const Sheet& sheet) { return sheet.lines_before < line; });
  const auto sheet = static_cast<std::size_t>(above == sheets.begin() ? 0 : above - sheets.begin() - 1);
  return {sheet, line - (sheet < sheets.size() ? sheets[sheet].lines_before : 0)};
}

}  // namespace junheng
