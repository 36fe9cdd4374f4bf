// SPDX-License-Identifier: MIT
#include "account.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "junheng/layout.h"
#include "junheng/record.h"
#include "outcome.h"

namespace test {
namespace {

using junheng::IssueCode;
using junheng::RowKind;

bool holds_anything(const std::vector<std::string>& cells) {
  return std::any_of(cells.begin(), cells.end(),
                     [](const std::string& cell) { return !junheng::trimmed(cell).empty(); });
}

}  // namespace

std::string gap_in(const Tables& tables) {
  const auto sources = junheng::read_source(tables.sources, library().vocabulary, {});
  junheng::Issues issues;
  const junheng::Layout layout = junheng::find_layout(tables.sources, library().vocabulary, {}, issues);
  if (std::any_of(issues.begin(), issues.end(), [](const auto& one) {
        return one.code == IssueCode::input_too_big || one.code == IssueCode::not_text;
      })) {
    return {};  // refused as a whole, and said so
  }
  std::size_t at = 0;
  std::size_t read = 0;
  bool turned = false;  // the rows of a sheet on end are its columns, and not counted here
  std::map<std::pair<std::size_t, RowKind>, std::size_t> kinds;
  for (std::size_t s = 0; s < sources.size(); ++s) {
    const std::uint32_t before = layout.sheets[s].lines_before;
    for (std::size_t record = 0; record < sources[s].table.rows(); ++record, ++at) {
      const std::string place = sources[s].name + ":" + std::to_string(sources[s].table.records[record].line);
      if (at >= layout.rows.size()) return "no kind for " + place;
      const junheng::SourceRow& row = layout.rows[at];
      if (row.line != before + sources[s].table.records[record].line) return "another line at " + place;
      const bool anything = holds_anything(junheng::record_cells(sources[s].table, record));
      if (anything && row.kind == RowKind::blank) return "blank at " + place;
      if (layout.sheets[s].transposed) continue;
      ++kinds[{s, row.kind}];
      if (row.kind == RowKind::school || row.kind == RowKind::total) ++read;
    }
    turned = turned || layout.sheets[s].transposed;
  }
  if (at != layout.rows.size()) return "lines that no sheet has";
  for (const auto& [place, count] : kinds) {
    const auto code = junheng::issue_of_kind(place.second);
    // 合计 alone says what it is, and is listed with what was left out.
    if (!code || count == 0 || place.second == RowKind::total) continue;
    // A question about the whole sheet, which lies aside until it is answered, names it; other questions do not.
    const auto other = kinds.upper_bound({place.first, place.second});
    const bool all = kinds.lower_bound({place.first, RowKind{}})->first == place &&
                     (other == kinds.end() || other->first.first != place.first);
    const auto named = std::count_if(issues.begin(), issues.end(), [&, where = place](const auto& issue) {
      const bool open = issue.code == IssueCode::question_open && where.second == RowKind::aside && all;
      return (open || issue.code == *code) && junheng::sheet_line(layout.sheets, issue.line).sheet == where.first;
    });
    if (named != 1) return std::string("not named once: ") + std::string(junheng::id_of(place.second));
  }
  for (const auto& issue : issues) {
    const auto kind = junheng::kind_of_issue(issue.code);
    if (!kind) continue;
    const auto place = junheng::sheet_line(layout.sheets, issue.line);
    if (kinds[{place.sheet, *kind}] == 0) return "an issue about a sheet that has no such row";
  }
  const bool joined = std::any_of(issues.begin(), issues.end(), [](const auto& one) {
    return one.code == IssueCode::rows_joined || one.code == IssueCode::rows_twice;
  });
  if (turned || joined) return {};
  return layout.table.rows() == read
             ? ""
             : "rows read: " + std::to_string(layout.table.rows()) + " of " + std::to_string(read);
}

}  // namespace test
