// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "junheng/header_words.h"
#include "layout/header_match.h"
#include "layout/row_look.h"
#include "layout/section.h"
#include "layout/years.h"

namespace junheng {

/// What the texts above one column say: its field, and what words and years beside the name make of its numbers.
struct ColumnReading {
  ColumnFinding finding;
  ColumnRole role = ColumnRole::none;
  std::optional<SchoolYear> year;
  std::optional<HeaderMatch> parent;  ///< the field above a last text that nobody knows
};

/// 应配 and 2022年 above, below or in a name are taken off it: {"图书册数", "应配"}, {"2022年", "在校生数"}, {"实有图书册数"}.
/// A name that is known as it stands keeps its words.
[[nodiscard]] ColumnReading read_column(const HeaderLevels& levels, const Vocabulary& vocabulary, HeaderMemo& memo,
                                        bool propose);

/// The field of a name, with or without such words.
[[nodiscard]] std::optional<HeaderMatch> name_in(std::string_view cell, const Vocabulary& vocabulary, HeaderMemo& memo);

/// Whether a cell says no more than what its column is of below a name: a unit, 应配, 2022年, 册数.
[[nodiscard]] bool is_beside_name(std::string_view cell, const Vocabulary& vocabulary);

/// A row whose numbers are all years, as above or below names: none of a school's.
[[nodiscard]] bool has_only_years(const RowLook& look, const Vocabulary& vocabulary);

/// Gives a section its headers and columns. Of several columns for one field the one that says what there is counts;
/// where none or several do, all are asked about. Fields that stand under several years are left for choose_years().
void read_columns(const std::vector<HeaderLevels>& levels, const Vocabulary& vocabulary, HeaderMemo& memo,
                  Section& section);

/// Uses only the columns of the year that was chosen; until somebody has, none of those whose header names a year.
void choose_years(std::vector<Section>& sections, std::vector<RawSheet>& sheets, const Vocabulary& vocabulary,
                  Years& years);

/// Says of each column that is not used for what it says, and which one is.
void name_unused(const Layout& layout, Issues& issues);

}  // namespace junheng
