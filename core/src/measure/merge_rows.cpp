// SPDX-License-Identifier: MIT
#include "measure/merge_rows.h"

#include <optional>
#include <string>

#include "base/decimal_ratio.h"
#include "measure/exclusion.h"

namespace junheng {
namespace {

class Merger {
 public:
  Merger(Roster& roster, const Table& table, const Standard& standard, const Choices& choices,
         const Vocabulary& vocabulary, Issues& issues)
      : roster_(roster),
        table_(table),
        standard_(standard),
        choices_(choices),
        vocabulary_(vocabulary),
        issues_(issues) {}

  void run(const Merge& merge) {
    if (roster_.main_school.empty()) return;
    if (!vocabulary_.types[merge.type].stages.empty()) stage_ = vocabulary_.types[merge.type].stages.front();
    index_schools(merge);
    for (std::uint32_t row = 0; row < roster_.rows(); ++row) {
      if (roster_.total[row] != 0 || roster_.type[row] != merge.type || main_of(row).empty()) continue;
      if (exclusion_of(standard_, choices_, roster_, row, pupils_of(row))) continue;
      const std::uint32_t* const into = schools_.find(key_of(row, main_of(row)));
      if (into == nullptr) {
        const Span found = roster_.main_school[row];
        issues_.push_back({IssueCode::main_school_unknown, kNoStage, kNoColumn, kNoSubject, roster_.line[row],
                           found.begin, found.length});
        continue;
      }
      add(row, *into);
      roster_.merged.resize(roster_.rows(), kNoRow);
      roster_.merged[row] = *into;
    }
  }

 private:
  std::string_view main_of(std::uint32_t row) const { return table_.at(roster_.main_school[row]); }

  std::string key_of(std::uint32_t row, std::string_view school) const {
    return std::to_string(roster_.county[row]).append(1, '\t').append(school);
  }

  /// The row that has the stage of what is merged: of a school in several rows the one of its primary part.
  void index_schools(const Merge& merge) {
    for (std::uint32_t row = 0; row < roster_.rows(); ++row) {
      if (roster_.total[row] != 0 || roster_.type[row] == merge.type) continue;
      const std::uint8_t only = roster_.only_stage[row];
      if (only != kNoStage && only != static_cast<std::uint8_t>(stage_)) continue;
      schools_.add(key_of(row, table_.at(roster_.name[row])), row);
    }
  }

  std::optional<Decimal> number(const FieldColumns& columns, std::uint32_t row, Stage stage) const {
    const auto& staged = columns.staged[static_cast<std::size_t>(stage)];
    const auto own = staged ? staged->number(row) : std::nullopt;
    return own || !columns.whole ? own : columns.whole->number(row);
  }

  std::uint32_t pupils_of(std::uint32_t row) const {
    const auto field = vocabulary_.field("pupils");
    const auto pupils = field ? number(roster_.fields[*field], row, stage_) : std::nullopt;
    return pupils ? static_cast<std::uint32_t>(pupils->mantissa) : kUnknownPupils;
  }

  static void add_to(NumberColumn& column, std::uint32_t row, std::optional<Decimal> more) {
    const auto sum = sum_of(column.number(row), more);
    column.set(row, sum ? CellState::number : CellState::blank, sum.value_or(Decimal{}));
  }

  void add(std::uint32_t row, std::uint32_t into) {
    for (std::size_t index = 0; index < roster_.fields.size(); ++index) {
      const Field& field = vocabulary_.fields[index];
      FieldColumns& columns = roster_.fields[index];
      if (!columns.any() || !field.adds_up || field.kind == FieldKind::flag || field.kind == FieldKind::percent)
        continue;
      std::optional<NumberColumn>& staged = columns.staged[static_cast<std::size_t>(stage_)];
      const auto more = number(columns, row, stage_);
      if (staged && staged->number(into)) add_to(*staged, into, more);
      // The whole school's number holds that of its stage.
      if (columns.whole && columns.whole->number(into)) add_to(*columns.whole, into, more);
    }
  }

  Roster& roster_;
  const Table& table_;
  const Standard& standard_;
  const Choices& choices_;
  const Vocabulary& vocabulary_;
  Issues& issues_;
  WordMap schools_;
  Stage stage_ = Stage::primary;  ///< of what is merged
};

}  // namespace

void merge_rows(Roster& roster, const Table& table, const Standard& standard, const Choices& choices,
                const Vocabulary& vocabulary, Issues& issues) {
  for (const Merge& merge : standard.merges) {
    if (counts(merge.only_when, standard, choices))
      Merger(roster, table, standard, choices, vocabulary, issues).run(merge);
  }
}

}  // namespace junheng
