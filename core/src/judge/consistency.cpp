// SPDX-License-Identifier: MIT
#include "junheng/consistency.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/decimal_ratio.h"
#include "judge/slots.h"

namespace junheng {
namespace {

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

  const Prepared& p_;
  Issues& issues_;
  const std::vector<Field>& fields_;
};

}  // namespace

void check_relations(const Prepared& prepared, Issues& issues) {
  Checker(prepared, issues).relations();
}

}  // namespace junheng
