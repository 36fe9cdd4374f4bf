// SPDX-License-Identifier: MIT
#include "layout/hidden_columns.h"

#include <algorithm>
#include <string>

namespace junheng {

void set_hidden_columns_aside(RawSheet& sheet, std::vector<Section>& sections, std::size_t first, Issues& issues) {
  const std::vector<HiddenColumn>& hidden = sheet.table.hidden_columns;
  if (hidden.empty()) return;
  std::string names;
  for (std::size_t i = first; i < sections.size(); ++i) {
    Section& section = sections[i];
    if (section.rows.empty()) continue;
    const std::uint32_t line = section.rows.front().line - sheet.lines_before;
    const auto is_hidden = [&](std::size_t column) {
      return std::any_of(hidden.begin(), hidden.end(), [&](const HiddenColumn& one) {
        return one.column == column && one.first_line <= line && line <= one.last_line;
      });
    };
    for (std::size_t c = 0; c < section.columns.size(); ++c) {
      if (!is_hidden(c)) continue;
      if (c < section.headers.size() && !section.headers[c].empty())
        names.append(names.empty() ? "" : "、").append(section.headers[c]);
      ColumnFinding& column = section.columns[c];
      if (!column.match) continue;
      for (std::size_t shown = 0; shown < section.columns.size(); ++shown) {
        const auto& other = section.columns[shown].match;
        if (!other || is_hidden(shown) || other->field != column.match->field || other->stage != column.match->stage)
          continue;
        column = {};
        break;
      }
    }
  }
  if (names.empty()) return;
  Issue issue;
  issue.code = IssueCode::hidden_columns;
  issue.line = sheet.lines_before + sheet.table.records.front().line;
  issue.length = static_cast<std::uint32_t>(names.size());
  issue.begin = keep_text(sheet.table, names).begin;
  issues.push_back(issue);
}

}  // namespace junheng
