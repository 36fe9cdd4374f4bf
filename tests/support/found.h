// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "junheng/layout.h"
#include "junheng/record.h"
#include "support/outcome.h"

namespace test {

/// How a text was read as a table, with the questions tests ask.
struct Found {
  junheng::Issues issues;
  junheng::Layout layout;

  explicit Found(std::string text, const junheng::TableChoices& choices = {})
      : layout(junheng::find_layout(std::move(text), library().vocabulary, choices, issues)) {}

  /// "school type pupils/primary ?books -": "?" for what is only proposed, "-" for a column that is not used.
  [[nodiscard]] std::string fields() const {
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

  [[nodiscard]] std::string headers() const {
    std::string all;
    for (const junheng::Span& span : layout.table.columns)
      all.append(all.empty() ? "" : "|").append(layout.table.at(span));
    return all;
  }

  /// The rows that are read on, cells parted by "|".
  [[nodiscard]] std::vector<std::string> rows() {
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

  /// "title header school …", one word a line that holds anything.
  [[nodiscard]] std::string kinds() const {
    std::string all;
    for (const junheng::SourceRow& row : layout.rows)
      all.append(all.empty() ? "" : " ").append(junheng::id_of(row.kind));
    return all;
  }

  [[nodiscard]] std::size_t count(junheng::IssueCode code) const {
    return static_cast<std::size_t>(
        std::count_if(issues.begin(), issues.end(), [&](const auto& issue) { return issue.code == code; }));
  }
};

}  // namespace test
