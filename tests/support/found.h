// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "junheng/layout.h"
#include "tables.h"

namespace test {

/// How a text was read as a table, with the questions tests ask.
struct Found {
  junheng::Issues issues;
  junheng::Layout layout;

  explicit Found(Tables tables, const junheng::TableChoices& choices = {});

  /// "school type pupils/primary ?books -": "?" for what is only proposed, "-" for a column that is not used.
  [[nodiscard]] std::string fields() const;

  [[nodiscard]] std::string headers() const;

  /// The rows that are read on, cells parted by "|".
  [[nodiscard]] std::vector<std::string> rows();

  /// "title header school …", one word a line that holds anything.
  [[nodiscard]] std::string kinds() const;

  [[nodiscard]] std::size_t count(junheng::IssueCode code) const;
};

}  // namespace test
