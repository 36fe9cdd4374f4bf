// SPDX-License-Identifier: MIT
#include "layout/name_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "layout/row_look.h"

namespace junheng {
namespace {

constexpr std::array<std::pair<RowKind, IssueCode>, 7> kNamedKinds = {{{RowKind::total, IssueCode::rows_total},
                                                                       {RowKind::statistic, IssueCode::rows_statistic},
                                                                       {RowKind::zeros, IssueCode::rows_zero},
                                                                       {RowKind::other_table, IssueCode::table_aside},
                                                                       {RowKind::summary, IssueCode::summary_table},
                                                                       {RowKind::other_year, IssueCode::other_years},
                                                                       {RowKind::aside, IssueCode::row_aside}}};

class Namer {
 public:
  Namer(const Vocabulary& vocabulary, Issues& issues) : vocabulary_(vocabulary), issues_(issues) {}

  /// The rows of one sheet, which stand together.
  void sheet(RawSheet& sheet, const SourceRow* begin, const SourceRow* end) {
    std::array<bool, kIds<RowKind>.size()> said{};
    const bool open = is_open(begin, end);
    for (const SourceRow* row = begin; row != end; ++row) {
      // Nearly all rows are schools.
      if (row->kind == RowKind::school) continue;
      const auto code = issue_of_kind(row->kind);
      bool& done = said[static_cast<std::size_t>(row->kind)];
      if (!code || done || (row->kind == RowKind::aside && open)) continue;
      const Span found = first_text(sheet, row->line);
      // 合计 itself needs no explanation; that 城关镇小计 is no school does.
      if (row->kind == RowKind::total && vocabulary_.is_total(sheet.table.at(found))) continue;
      done = true;
      Issue issue;
      issue.code = *code;
      issue.line = row->line;
      issue.begin = found.begin;
      issue.length = found.length;
      issues_.push_back(issue);
    }
  }

 private:
  /// A question about the whole sheet names all its rows. One about its header may stand in the same line, and names none.
  bool is_open(const SourceRow* begin, const SourceRow* end) const {
    if (begin == end || std::any_of(begin, end, [](const SourceRow& row) { return row.kind != RowKind::aside; }))
      return false;
    return std::any_of(issues_.begin(), issues_.end(), [&](const Issue& issue) {
      return issue.code == IssueCode::question_open && issue.line == begin->line;
    });
  }

  Span first_text(RawSheet& sheet, std::uint32_t line) {
    Table& table = sheet.table;
    const auto end = table.records.begin() + static_cast<std::ptrdiff_t>(table.rows());
    const auto record = std::partition_point(table.records.begin(), end,
                                             [&](const Record& one) { return sheet.lines_before + one.line < line; });
    if (record == end) return {};
    look_at_row(table, static_cast<std::size_t>(record - table.records.begin()), vocabulary_, look_);
    return look_.filled == 0 ? Span{} : look_.cells[look_.first];
  }

  const Vocabulary& vocabulary_;
  Issues& issues_;
  RowLook look_;
};

}  // namespace

std::optional<IssueCode> issue_of_kind(RowKind kind) {
  for (const auto& [named, code] : kNamedKinds) {
    if (named == kind) return code;
  }
  return std::nullopt;
}

std::optional<RowKind> kind_of_issue(IssueCode code) {
  for (const auto& [kind, named] : kNamedKinds) {
    if (named == code) return kind;
  }
  return std::nullopt;
}

void name_rows(std::vector<RawSheet>& sheets, const std::vector<Sheet>& named, const std::vector<SourceRow>& rows,
               const Vocabulary& vocabulary, Issues& issues) {
  Namer namer(vocabulary, issues);
  const SourceRow* row = rows.data();
  const SourceRow* const end = rows.data() + rows.size();
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const SourceRow* last = end;
    if (i + 1 < sheets.size()) {
      const std::uint32_t before = sheets[i + 1].lines_before;
      last = std::partition_point(row, end, [&](const SourceRow& one) { return one.line <= before; });
    }
    // Lines of a sheet on end are its columns, and its rows no lines.
    if (!named[i].transposed) namer.sheet(sheets[i], row, last);
    row = last;
  }
}

}  // namespace junheng
