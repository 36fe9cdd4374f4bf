// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "junheng/issue.h"
#include "junheng/roster.h"
#include "junheng/vocabulary.h"

namespace junheng {

inline constexpr std::uint32_t kUnknownPupils = 0xFFFFFFFF;

/// A set of stages: bit s stands for kStages[s].
class StageSet {
 public:
  StageSet() = default;
  explicit StageSet(Stage stage) { set(stage); }

  [[nodiscard]] bool has(Stage stage) const { return (bits_ >> static_cast<unsigned>(stage) & 1U) != 0; }
  void set(Stage stage) { bits_ = static_cast<std::uint8_t>(bits_ | 1U << static_cast<unsigned>(stage)); }
  [[nodiscard]] bool none() const { return bits_ == 0; }
  [[nodiscard]] bool several() const { return (bits_ & (bits_ - 1)) != 0; }
  [[nodiscard]] bool meets(StageSet other) const { return (bits_ & other.bits_) != 0; }
  /// Whether there is a stage that the other set has not.
  [[nodiscard]] bool beyond(StageSet other) const { return (bits_ & ~other.bits_) != 0; }
  [[nodiscard]] StageSet with(StageSet other) const {
    other.bits_ = static_cast<std::uint8_t>(other.bits_ | bits_);
    return other;
  }
  bool operator==(const StageSet&) const = default;

 private:
  std::uint8_t bits_ = 0;
};

/// What a row of the table speaks of.
enum class RowRole : std::uint8_t {
  school,    ///< a school, or some of its stages
  whole,     ///< what a school has as a whole, beside the rows of its stages
  merged,    ///< added to the row of its main school, as the chosen reading has it
  total,     ///< totals and means
  unplaced,  ///< a school whose stages are not known
  outside,   ///< no school of compulsory education: senior school, kindergarten, vocational school without its pupils
};

/// The schools (学校) of a table, each from one row or from one row for each of its stages, with the stages and
/// enrolments of their rows: also those that the indicators leave out, as the rules of the government's part speak of
/// all schools. Ordered by county and, within it, by their first row.
struct Schools {
  // By row of the roster.
  std::vector<RowRole> role;
  std::vector<StageSet> stages;  ///< none: `role` whole, or pupils of no stage (特教)
  std::array<std::vector<std::uint32_t>, kStages.size()> pupils;  ///< by stage and row; kUnknownPupils
  std::vector<std::uint32_t> whole_pupils;                        ///< as given for all stages together; kUnknownPupils
  std::vector<std::uint32_t> of_row;                              ///< into the columns below; kNoRow: of no school

  // By school.
  std::vector<std::uint32_t> begin;      ///< into rows; one more than there are schools
  std::vector<std::uint32_t> rows;       ///< in the order of the table
  std::vector<std::uint32_t> whole_row;  ///< the row of role whole, or kNoRow
  std::vector<std::uint16_t> type;  ///< into Vocabulary::types; of rows that differ, the type that has their stages

  std::vector<std::uint32_t> of_county;  ///< schools of county c: from of_county[c] to of_county[c + 1]

  [[nodiscard]] std::size_t size() const { return type.size(); }
  [[nodiscard]] std::span<const std::uint32_t> rows_of(std::uint32_t school) const {
    return std::span(rows).subspan(begin[school], begin[school + 1] - begin[school]);
  }
  [[nodiscard]] std::uint32_t pupils_of(std::uint32_t row, Stage stage) const {
    return pupils[static_cast<std::size_t>(stage)][row];
  }
  /// All stages of a school, the senior one too.
  [[nodiscard]] StageSet stages_of(std::uint32_t school) const;
};

/// Finds the stages of each row and the rows of each school. Rows of one name in one county that speak of different
/// stages are one school: 学段 in a column, 甲校小学部 and 甲校初中部, or a sheet for each stage. A campus (校区) of its
/// own or another school code makes another school.
[[nodiscard]] Schools find_schools(const Table& table, const Roster& roster, const Vocabulary& vocabulary,
                                   Issues& issues);

}  // namespace junheng
