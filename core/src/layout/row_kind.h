// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "layout/row_look.h"
#include "layout/section.h"

namespace junheng {

/// Tells what the rows below one header are: by their names, and where those say nothing by whether the cells agree with
/// the columns they stand in.
class RowJudge {
 public:
  explicit RowJudge(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  /// A header was found, and the next rows stand below it. `key`: Section::key.
  void begin(const std::vector<ColumnFinding>& columns, std::optional<std::uint16_t> key);

  /// Numbers, and a name that ends as names of schools do: nearly all rows, and nothing else is asked of them. `key`
  /// is then SectionRow::key. May leave unquoted copies behind the text.
  [[nodiscard]] bool is_plain(Table& table, std::size_t row, std::int32_t& key) const;

  /// Of a row that was looked at as a whole: school, total, statistic, zeros or other_table. `doubtful`: where another
  /// table may have begun, only what can be nothing else is a school.
  [[nodiscard]] RowKind kind_of(const RowLook& look, bool doubtful) const;

  /// The stage or type that stands in the place of a school's name, with what their numbers come to: 小学（2所）. Empty:
  /// none does.
  [[nodiscard]] std::string_view group_in(const RowLook& look) const;

  /// A row of a form that nobody has filled in; formulas make zeros of it, and "0" of its name.
  [[nodiscard]] bool is_zeros(const RowLook& look) const;

  /// A row with one text and no number beside it: what is a school of which nothing else is known.
  [[nodiscard]] bool names_school(const RowLook& look) const;

 private:
  enum class Column : std::uint8_t { unused, school, text, code, type, stage, number };

  [[nodiscard]] bool plainly_named(std::string_view name) const;
  [[nodiscard]] RowKind by_words(const RowLook& look) const;
  [[nodiscard]] bool is_zero(std::string_view cell) const;

  /// Cells that are what their columns are for, and cells that cannot be.
  struct Agreement {
    std::size_t sure = 0;  ///< could hardly stand in another table
    std::size_t filled = 0;
    std::size_t right = 0;
    std::size_t wrong = 0;
  };
  [[nodiscard]] Agreement agreement(const RowLook& look) const;

  const Vocabulary& vocabulary_;
  std::vector<Column> columns_;
  std::optional<std::uint16_t> school_;
  std::optional<std::uint16_t> key_;
  std::size_t used_ = 0;     ///< columns that have a field
  std::size_t numbers_ = 0;  ///< columns of numbers
};

}  // namespace junheng
