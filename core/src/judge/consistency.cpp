// SPDX-License-Identifier: MIT
#include "junheng/consistency.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/decimal_ratio.h"

namespace junheng {
namespace {

/// Every place where a field can stand: once for the school, and once for each stage.
constexpr std::size_t kSlots = kStages.size() + 1;

/// The stage of such a place.
std::uint8_t stage_at(std::size_t index) {
  return index == 0 ? kNoStage : static_cast<std::uint8_t>(index - 1);
}

const NumberColumn* slot(const FieldColumns& columns, std::size_t index) {
  const auto& column = index == 0 ? columns.whole : columns.staged[index - 1];
  return column ? &*column : nullptr;
}

/// The number of a row in a column that may not be there.
std::optional<Decimal> number_in(const NumberColumn* column, std::size_t row) {
  return column == nullptr ? std::nullopt : column->number(row);
}

/// Whether the parts of a row are whole numbers, as nearly all are, and come to no more than a whole that is one too: what
/// is compared exactly otherwise. `whole` has a number in this row.
bool is_plainly_within(const std::vector<const NumberColumn*>& parts, const NumberColumn& whole, std::size_t row) {
  constexpr std::int64_t kMost = std::int64_t{1} << 40U;
  std::int64_t sum = 0;
  for (const NumberColumn* const part : parts) {
    if (part == nullptr || part->state(row) != CellState::number) continue;
    const Decimal number = part->value(row);
    if (number.scale != 0 || number.mantissa < 0 || number.mantissa > kMost) return false;
    sum += number.mantissa;
  }
  const Decimal limit = whole.value(row);
  return limit.scale == 0 && sum <= limit.mantissa;
}

class Checker {
 public:
  Checker(const Prepared& prepared, Issues& issues)
      : p_(prepared), issues_(issues), fields_(prepared.vocabulary->fields) {}

  void relations() {
    for (const Relation& relation : p_.vocabulary->relations) {
      for (std::size_t at = 0; at < kSlots; ++at)
        relation_in_slot(relation, at);
    }
    for (std::size_t field = 0; field < p_.roster.fields.size(); ++field)
      stages_of(static_cast<std::uint16_t>(field));
  }

  /// Rows of totals against the rows they may be the sums of.
  void totals() {
    const auto is_total = [](std::uint8_t total) { return total != 0; };
    // The national table has none, and its columns need not be added up for nothing.
    if (std::none_of(p_.roster.total.begin(), p_.roster.total.end(), is_total)) return;
    for (std::size_t index = 0; index < p_.roster.fields.size(); ++index) {
      const auto field = static_cast<std::uint16_t>(index);
      if (!fields_[field].adds_up || !p_.roster.fields[field].any()) continue;
      const FieldKind kind = fields_[field].kind;
      if (kind != FieldKind::count && kind != FieldKind::amount) continue;
      for (std::size_t at = 0; at < kSlots; ++at) {
        if (const NumberColumn* const column = slot(p_.roster.fields[field], at)) totals_of(field, at, *column);
      }
    }
  }

 private:
  void complain(IssueCode code, std::uint8_t stage, std::uint16_t subject, std::size_t row) {
    const Span school = p_.roster.school[row];
    issues_.push_back({code, stage, kNoColumn, subject, p_.roster.line[row], school.begin, school.length});
  }

  void relation_in_slot(const Relation& relation, std::size_t at) {
    const NumberColumn* const whole = slot(p_.roster.fields[relation.whole], at);
    if (whole == nullptr) return;
    std::vector<const NumberColumn*> columns;
    columns.reserve(relation.parts.size());
    for (const std::uint16_t part : relation.parts)
      columns.push_back(slot(p_.roster.fields[part], at));
    if (std::all_of(columns.begin(), columns.end(), [](const auto* column) { return column == nullptr; })) return;
    for (std::size_t row = 0; row < p_.roster.rows(); ++row) {
      if (p_.roster.total[row] != 0 || whole->state(row) != CellState::number) continue;
      if (!relation.equal && is_plainly_within(columns, *whole, row)) continue;
      ExactSum parts;
      for (const NumberColumn* const part : columns)
        parts.add(number_in(part, row));
      ExactSum limit;
      limit.add(whole->number(row));
      if (!parts.any) continue;
      if (parts.plus > limit.plus) {
        complain(IssueCode::part_over_whole, stage_at(at), relation.parts.front(), row);
      } else if (relation.equal && parts.complete && parts.plus != limit.plus) {
        complain(IssueCode::parts_differ, stage_at(at), relation.whole, row);
      }
    }
  }

  /// The stages' numbers of a school against its own.
  void stages_of(std::uint16_t field) {
    const FieldColumns& columns = p_.roster.fields[field];
    const bool staged = columns.staged[0] || columns.staged[1] || columns.staged[2];
    if (!columns.whole || !staged || !fields_[field].adds_up) return;
    for (std::size_t row = 0; row < p_.roster.rows(); ++row) {
      ExactSum whole;
      whole.add(number_in(&*columns.whole, row));
      ExactSum stages;
      for (const auto& column : columns.staged) {
        if (column && column->number(row)) stages.add(number_in(&*column, row));
      }
      // A stage without a number may be the rest: only more than the whole is wrong then.
      const bool all = columns.staged[0] && columns.staged[1] && columns.staged[0]->number(row) &&
                       columns.staged[1]->number(row) && (!columns.staged[2] || columns.staged[2]->number(row)) &&
                       !has_senior(row, columns);
      if (!stages.any || !whole.complete || p_.roster.total[row] != 0) continue;
      if (stages.plus > whole.plus || (all && stages.plus != whole.plus)) {
        complain(IssueCode::parts_differ, kNoStage, field, row);
      }
    }
  }

  bool has_senior(std::size_t row, const FieldColumns& columns) const {
    if (columns.staged[static_cast<std::size_t>(Stage::senior)]) return false;
    const std::uint16_t type = p_.roster.type[row];
    if (type == kNoType) return false;
    for (const Stage stage : p_.vocabulary->types[type].stages) {
      if (stage == Stage::senior) return true;
    }
    return false;
  }

  /// What stands above each row of totals, added up from the top, and how many numbers are missing in it.
  struct UpTo {
    U128 sum = 0;
    std::size_t rows = 0;
    std::size_t missing = 0;
  };
  struct Total {
    std::size_t row = 0;
    std::size_t above = 0;  ///< into the sums from the top
  };

  /// A written total is right where it is the sum of the groups of rows right above it, or right below it, however many
  /// there are: of the rows since the last total, of a county, of a table of several counties. 小学合计 may be that of
  /// all schools of its stage, wherever they stand.
  void totals_of(std::uint16_t field, std::size_t at, const NumberColumn& column) {
    // A group ends at a row of totals, or where another county begins.
    std::vector<UpTo> ends(1);
    std::array<ExactSum, kStages.size()> stages;
    std::vector<Total> totals;
    UpTo now;
    for (std::size_t row = 0; row < p_.roster.rows(); ++row) {
      const bool total = p_.roster.total[row] != 0;
      const bool other = row > 0 && p_.roster.county[row] != p_.roster.county[row - 1];
      if (total || other) ends.push_back(now);
      if (total) totals.push_back({row, ends.size() - 1});
      // The numbers of a merged row are in those of its main school.
      if (total || (!p_.roster.merged.empty() && p_.roster.merged[row] != kNoRow)) continue;
      const auto number = column.number(row);
      ++now.rows;
      if (number)
        now.sum += in_finest_units(*number);
      else
        ++now.missing;
      if (const auto stage = only_stage_of(row)) stages[static_cast<std::size_t>(*stage)].add(number);
    }
    ends.push_back(now);
    for (const Total& total : totals) {
      const auto number = column.number(total.row);
      if (!number) continue;
      const U128 written = in_finest_units(*number);
      const auto stage = stage_in(p_.table.at(p_.roster.school[total.row]));
      const bool of_stage = stage && stages[static_cast<std::size_t>(*stage)].plus == written;
      if (!of_stage && !is_run(ends, total.above, written))
        complain(IssueCode::total_differs, stage_at(at), field, total.row);
    }
  }

  /// Whether groups that end or begin there come to what is written; also where nobody can know.
  static bool is_run(const std::vector<UpTo>& ends, std::size_t there, U128 written) {
    const UpTo& above = ends[there];
    const auto less = [](const UpTo& end, U128 sum) { return end.sum < sum; };
    const auto begin = ends.begin();
    const auto here = begin + static_cast<std::ptrdiff_t>(there);
    if (above.sum >= written) {
      const auto first = std::lower_bound(begin, here, above.sum - written, less);
      if (first != here && first->sum == above.sum - written) return true;
    }
    const auto last = std::lower_bound(here + 1, ends.end(), above.sum + written, less);
    if (last != ends.end() && last->sum == above.sum + written) return true;
    const UpTo& all = ends.back();
    return all.rows == 0 || (above.rows > 0 ? above.missing > 0 : all.missing > 0);
  }

  std::optional<Stage> stage_in(std::string_view name) const {
    for (const auto& [word, stage] : p_.vocabulary->stage_words()) {
      if (name.find(word) != std::string_view::npos) return static_cast<Stage>(stage);
    }
    return std::nullopt;
  }

  std::optional<Stage> only_stage_of(std::size_t row) const {
    if (p_.roster.only_stage[row] != kNoStage) return static_cast<Stage>(p_.roster.only_stage[row]);
    const std::uint16_t type = p_.roster.type[row];
    if (type == kNoType || p_.vocabulary->types[type].stages.size() != 1) return std::nullopt;
    return p_.vocabulary->types[type].stages.front();
  }

  const Prepared& p_;
  Issues& issues_;
  const std::vector<Field>& fields_;
};

}  // namespace

void check_relations(const Prepared& prepared, Issues& issues) {
  Checker(prepared, issues).relations();
}

void check_totals(const Prepared& prepared, Issues& issues) {
  Checker(prepared, issues).totals();
}

}  // namespace junheng
