// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "junheng/cell.h"
#include "junheng/decimal.h"
#include "junheng/issue.h"
#include "junheng/layout.h"
#include "junheng/table.h"
#include "junheng/terms.h"
#include "junheng/vocabulary.h"

namespace junheng {

/// A column of numbers: one mantissa and one byte of scale and state for each row. Nearly all mantissas are short; a
/// column with one that is not keeps all of them in twice the room.
class NumberColumn {
 public:
  /// A column of so many rows in which nothing stands.
  explicit NumberColumn(std::size_t rows = 0, bool unit_named = false)
      : short_(rows), meta_(rows, meta_of(CellState::blank, {}, unit_named)) {}

  void put(std::size_t row, CellState state, Decimal value, bool unit_named) {
    meta_[row] = meta_of(state, value, unit_named);
    const auto shortened = static_cast<std::int32_t>(value.mantissa);
    if (shortened == value.mantissa && long_.empty())
      short_[row] = shortened;
    else
      put_long(row, value.mantissa);
  }
  /// The same where the unit stays named, or not, as it was.
  void set(std::size_t row, CellState state, Decimal value) { put(row, state, value, unit_named(row)); }
  [[nodiscard]] CellState state(std::size_t row) const { return static_cast<CellState>(meta_[row] >> kStateShift); }
  [[nodiscard]] std::optional<Decimal> number(std::size_t row) const {
    if (state(row) != CellState::number) return std::nullopt;
    return value(row);
  }
  /// Precondition: the state is CellState::number.
  [[nodiscard]] Decimal value(std::size_t row) const {
    return {long_.empty() ? short_[row] : long_[row], static_cast<std::uint8_t>(meta_[row] & kScaleMask)};
  }
  /// Its rows without the column, for a loop over many; for as long as nothing is put.
  class Rows {
   public:
    Rows() = default;
    explicit Rows(const NumberColumn& column)
        : meta_(column.meta_.data()),
          short_(column.long_.empty() ? column.short_.data() : nullptr),
          long_(column.long_.data()) {}
    [[nodiscard]] bool has_number(std::size_t row) const {
      return meta_ != nullptr && meta_[row] >> kStateShift == static_cast<unsigned>(CellState::number);
    }
    /// Precondition of these: it has one.
    [[nodiscard]] std::int64_t mantissa(std::size_t row) const { return short_ != nullptr ? short_[row] : long_[row]; }
    [[nodiscard]] unsigned scale(std::size_t row) const { return meta_[row] & kScaleMask; }
    [[nodiscard]] bool unit_named(std::size_t row) const { return (meta_[row] & kUnitNamed) != 0; }

   private:
    const std::uint8_t* meta_ = nullptr;
    const std::int32_t* short_ = nullptr;
    const std::int64_t* long_ = nullptr;
  };
  [[nodiscard]] bool blank() const;  ///< nothing stands in any row
  /// Whether the unit of a number is written, in its cell or in the header, or was chosen by a person.
  [[nodiscard]] bool unit_named(std::size_t row) const { return (meta_[row] & kUnitNamed) != 0; }

 private:
  static constexpr int kStateShift = 6;
  static constexpr unsigned kUnitNamed = 1U << 5U;
  static constexpr unsigned kScaleMask = kUnitNamed - 1;

  static std::uint8_t meta_of(CellState state, Decimal value, bool unit_named) {
    return static_cast<std::uint8_t>(static_cast<unsigned>(state) << kStateShift | (unit_named ? kUnitNamed : 0U) |
                                     value.scale);
  }

  void put_long(std::size_t row, std::int64_t mantissa);

  std::vector<std::int32_t> short_;  ///< mantissas; empty where they are in long_
  std::vector<std::int64_t> long_;
  std::vector<std::uint8_t> meta_;
};

/// A field as columns: for the whole school, and for each stage where the table has them.
struct FieldColumns {
  std::optional<NumberColumn> whole;
  std::array<std::optional<NumberColumn>, kStages.size()> staged;
  bool in_table = false;  ///< there is a column for it, if only an empty one

  [[nodiscard]] bool any() const { return whole || staged[0] || staged[1] || staged[2]; }
};

inline constexpr std::uint16_t kNoType = 0xFFFF;
inline constexpr std::uint32_t kNoRow = 0xFFFFFFFF;

struct County {
  Span name;  ///< length 0: the table has no county column
  Span province;
};

/// How a column of the table was understood.
struct ColumnUse {
  Span header;
  std::optional<HeaderMatch> match;  ///< absent: kept, not used
};

/// The schools of the table as typed columns (学校名册), one entry a row of the table.
struct Roster {
  std::vector<ColumnUse> columns;
  std::vector<County> counties;

  std::vector<std::uint32_t> line;
  std::vector<Span> school;
  std::vector<Span> name;  ///< the school's name without the part of it that the row speaks of: 甲校 of 甲校小学部
  std::vector<Span> campus;              ///< 校区; empty: the table has no such column
  std::vector<Span> code;                ///< 学校代码; empty likewise
  std::vector<Span> main_school;         ///< 所属学校; empty likewise
  std::vector<std::uint32_t> merged;     ///< the row into which a row was merged, or kNoRow; empty: none were
  std::vector<Ownership> ownership;      ///< empty likewise
  std::vector<Place> place;              ///< 城乡类型; empty likewise
  std::vector<std::uint32_t> county;     ///< into counties
  std::vector<std::uint16_t> type;       ///< into Vocabulary::types, or kNoType
  std::vector<std::uint8_t> only_stage;  ///< the row speaks of this stage alone (学段, 小学部), or kNoStage
  std::vector<std::uint8_t> total;       ///< 1: a row of totals, not a school
  std::vector<FieldColumns> fields;      ///< by Vocabulary::fields; text fields stay empty

  [[nodiscard]] std::size_t rows() const { return line.size(); }
  [[nodiscard]] Ownership ownership_of(std::size_t row) const {
    return row < ownership.size() ? ownership[row] : Ownership::not_said;
  }
  [[nodiscard]] Place place_of(std::size_t row) const { return row < place.size() ? place[row] : Place::not_said; }
};

/// Parses every cell of every row into typed columns; each cell that cannot be parsed raises an issue.
/// `columns`: the field of each column of the table; columns beyond its end are matched by their header. `totals`: the
/// lines of the rows that are no schools, ascending.
/// map_roster() in parts that follow each other at any time. What it is given has to outlive it.
class MappingRoster {
 public:
  MappingRoster(Table& table, const Vocabulary& vocabulary, Issues& issues, const std::vector<ColumnFinding>& columns,
                const std::vector<std::uint32_t>& totals);
  ~MappingRoster();
  [[nodiscard]] bool part();  ///< reads some ten thousand rows; whether there are more
  [[nodiscard]] Roster take();

 private:
  class Mapper;
  std::unique_ptr<Mapper> mapper_;
};

[[nodiscard]] Roster map_roster(Table& table, const Vocabulary& vocabulary, Issues& issues,
                                const std::vector<ColumnFinding>& columns = {},
                                const std::vector<std::uint32_t>& totals = {});

}  // namespace junheng
