// SPDX-License-Identifier: MIT
#include "junheng/school_filter.h"

#include <algorithm>

namespace junheng {
namespace {

/// What the rows of a school say of it, the first that says anything.
template <typename Said>
Said of_school(const Prepared& p, const Subject& subject, Said (Roster::*said)(std::size_t) const) {
  const Schools& schools = p.split.schools;
  const std::uint32_t school = schools.of_row[subject.row];
  Said found = (p.roster.*said)(subject.row);
  if (school == kNoRow) return found;
  if (found == Said::not_said && schools.whole_row[school] != kNoRow) {
    found = (p.roster.*said)(schools.whole_row[school]);
  }
  for (const std::uint32_t row : schools.rows_of(school)) {
    if (found == Said::not_said) found = (p.roster.*said)(row);
  }
  return found;
}

template <typename Said>
Holding holds_of(Said said, bool wanted) {
  return said == Said::not_said ? Holding::open : wanted ? Holding::yes : Holding::no;
}

struct Parts {
  Holding ownership = Holding::yes;
  Holding place = Holding::yes;
};

Parts parts_of(const Prepared& p, const SchoolFilter& filter, const Subject& school) {
  Parts parts;
  if (filter.ownership != Ownership::not_said) {
    const Ownership owner = of_school(p, school, &Roster::ownership_of);
    parts.ownership = holds_of(owner, owner == filter.ownership);
  }
  if (!filter.places.empty()) {
    const Place place = of_school(p, school, &Roster::place_of);
    parts.place = holds_of(place, std::find(filter.places.begin(), filter.places.end(), place) != filter.places.end());
  }
  return parts;
}

}  // namespace

bool of_types(const Prepared& prepared, const std::vector<std::uint16_t>& types, std::uint32_t row) {
  return types.empty() || std::find(types.begin(), types.end(), type_of(prepared, row)) != types.end();
}

std::uint16_t type_of(const Prepared& prepared, std::uint32_t row) {
  const std::uint32_t school = prepared.split.schools.of_row[row];
  return school == kNoRow ? prepared.roster.type[row] : prepared.split.schools.type[school];
}

Holding within(const Prepared& prepared, const SchoolFilter& filter, const Subject& school) {
  if (!of_types(prepared, filter.types, school.row)) return Holding::no;
  const Parts parts = parts_of(prepared, filter, school);
  // The worst of the three: what says no is not undone by what says nothing.
  return std::min({parts.ownership, parts.place, all_hold(prepared, filter.when, school)});
}

bool can_tell(const Prepared& prepared, const SchoolFilter& filter) {
  const Roster& roster = prepared.roster;
  if (filter.ownership != Ownership::not_said && roster.ownership.empty()) return false;
  if (!filter.places.empty() && roster.place.empty()) return false;
  return std::all_of(filter.when.begin(), filter.when.end(), [&](const Condition& condition) {
    return std::all_of(condition.quantity.of.begin(), condition.quantity.of.end(), [&](const Term& term) {
      return term.field < roster.fields.size() && roster.fields[term.field].in_table;
    });
  });
}

std::vector<Reading> missing_for(const Prepared& prepared, const SchoolFilter& filter, const Subject& school) {
  std::vector<Reading> missing;
  if (within(prepared, filter, school) != Holding::open) return missing;
  const Parts parts = parts_of(prepared, filter, school);
  const auto text = [&](Holding holds, std::string_view id) {
    const auto field = prepared.vocabulary->field(id);
    if (holds == Holding::open && field) {
      missing.push_back({term_of(*field), kNoStage, ReadFrom::cell, school.row, std::nullopt});
    }
  };
  text(parts.ownership, "ownership");
  text(parts.place, "urban_rural");
  for (const Condition& condition : filter.when) {
    for (const Reading& reading : readings_of(prepared, condition.quantity, school)) {
      const bool flag = prepared.vocabulary->fields[reading.term.field].kind == FieldKind::flag;
      if (!reading.value && !flag) missing.push_back(reading);
    }
  }
  return missing;
}

}  // namespace junheng
