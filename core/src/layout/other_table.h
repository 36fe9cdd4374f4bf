// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "junheng/vocabulary.h"
#include "layout/header_match.h"

namespace junheng {

/// A table that is none of schools.
enum class OtherTable : std::uint8_t {
  none,
  facts,         ///< 填报项目 | 单位 | 填报值, of the county
  coefficients,  ///< 差异系数 that somebody has published, by stage and indicator
  explanations,  ///< how indicators are computed and what they have to be
};

struct OtherFound {
  OtherTable table = OtherTable::none;
  std::size_t header = 0;  ///< row
  std::size_t items = 0;   ///< numbers of the county that it has names for
};

/// Judges by the head (name and value, or names of values per pupil), by what the names below it are of, and by there
/// being no column and no row of schools.
[[nodiscard]] OtherFound find_other_table(const std::vector<std::vector<std::string>>& cells,
                                          const Vocabulary& vocabulary, HeaderMemo& memo);

}  // namespace junheng
