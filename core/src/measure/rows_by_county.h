// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include "junheng/roster.h"

namespace junheng {

/// The rows of a roster by county, in the order of the table: rows of a county need not stand together in it.
class RowsByCounty {
 public:
  explicit RowsByCounty(const Roster& roster) : begin_(roster.counties.size() + 1, 0), rows_(roster.rows()) {
    for (const std::uint32_t county : roster.county)
      ++begin_[county + 1];
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    std::vector<std::uint32_t> next = begin_;
    for (std::uint32_t row = 0; row < rows_.size(); ++row)
      rows_[next[roster.county[row]]++] = row;
  }

  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t county) const {
    return std::span(rows_).subspan(begin_[county], begin_[county + 1] - begin_[county]);
  }

 private:
  std::vector<std::uint32_t> begin_;
  std::vector<std::uint32_t> rows_;
};

}  // namespace junheng
