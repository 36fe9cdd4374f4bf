// SPDX-License-Identifier: MIT
#include "found.h"

#include <algorithm>
#include <utility>

#include "junheng/record.h"
#include "outcome.h"

namespace test {

Found::Found(Tables tables, const junheng::TableChoices& choices)
    : layout(junheng::find_layout(std::move(tables.sources), library().vocabulary, choices, issues)) {}

std::string Found::fields() const {
  std::string names;
  for (const junheng::ColumnFinding& column : layout.columns) {
    const auto& match = column.match ? column.match : column.proposal;
    if (!names.empty()) names += ' ';
    names.append(!match ? "-" : column.match ? "" : "?");
    if (!match) continue;
    names += library().vocabulary.fields[match->field].id;
    if (match->stage) names.append("/").append(junheng::id_of(*match->stage));
  }
  return names;
}

std::string Found::headers() const {
  std::string all;
  for (const junheng::Span& span : layout.table.columns)
    all.append(all.empty() ? "" : "|").append(layout.table.at(span));
  return all;
}

std::vector<std::string> Found::rows() {
  std::vector<std::string> all;
  for (std::size_t row = 0; row < layout.table.rows(); ++row) {
    std::string line;
    junheng::CellReader cells(layout.table, row);
    junheng::Span cell;
    for (bool first = true; cells.next(cell); first = false)
      line.append(first ? "" : "|").append(layout.table.at(cell));
    all.push_back(std::move(line));
  }
  return all;
}

std::string Found::kinds() const {
  std::string all;
  for (const junheng::SourceRow& row : layout.rows)
    all.append(all.empty() ? "" : " ").append(junheng::id_of(row.kind));
  return all;
}

std::size_t Found::count(junheng::IssueCode code) const {
  return static_cast<std::size_t>(
      std::count_if(issues.begin(), issues.end(), [&](const auto& issue) { return issue.code == code; }));
}

}  // namespace test
