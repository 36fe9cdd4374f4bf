// SPDX-License-Identifier: MIT
#include "junheng/consistency.h"

#include <algorithm>

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

  /// A row of totals may sum up all rows of its county, or those since the last such row.
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
    for (std::size_t row = 0; row < p_.roster.rows(); ++row) {
      if (p_.roster.total[row] != 0) continue;
      ExactSum parts;
      for (const std::uint16_t part : relation.parts)
        parts.add(number_in(slot(p_.roster.fields[part], at), row));
      ExactSum limit;
      limit.add(number_in(whole, row));
      if (!parts.any || !limit.complete) continue;
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

  void totals_of(std::uint16_t field, std::size_t at, const NumberColumn& column) {
    ExactSum all;
    ExactSum since;
    std::uint32_t county = p_.roster.county.empty() ? 0 : p_.roster.county.front();
    for (std::size_t row = 0; row < p_.roster.rows(); ++row) {
      if (p_.roster.county[row] != county) {
        county = p_.roster.county[row];
        all = since = {};
      }
      // Its numbers are in those of its main school.
      if (!p_.roster.merged.empty() && p_.roster.merged[row] != kNoRow) continue;
      if (p_.roster.total[row] == 0) {
        all.add(number_in(&column, row));
        since.add(number_in(&column, row));
        continue;
      }
      const std::string_view name = p_.table.at(p_.roster.school[row]);
      ExactSum written;
      written.add(number_in(&column, row));
      if (!p_.vocabulary->is_mean(name) && written.complete && since.any) {
        const bool right = (all.complete && written.plus == all.plus) || (since.complete && written.plus == since.plus);
        if (!right && all.complete) complain(IssueCode::total_differs, stage_at(at), field, row);
      }
      since = {};
    }
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
