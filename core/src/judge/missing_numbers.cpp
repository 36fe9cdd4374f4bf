// SPDX-License-Identifier: MIT
//
// What would decide a subject of a check that is unknown.
#include <algorithm>

#include "junheng/items.h"
#include "junheng/lookup.h"
#include "junheng/school_filter.h"

namespace junheng {

std::vector<Reading> missing_numbers(const Prepared& prepared, const Way& way, const Judged& judged) {
  std::vector<Reading> missing;
  const auto add = [&](const Reading& reading) {
    const bool listed = std::any_of(missing.begin(), missing.end(), [&](const Reading& other) {
      return other.term.field == reading.term.field && other.stage == reading.stage && other.place == reading.place;
    });
    if (!listed) missing.push_back(reading);
  };
  const auto of = [&](const Quantity& quantity, const Subject& subject, bool condition) {
    for (const Reading& reading : readings_of(prepared, quantity, subject)) {
      const std::uint16_t field = reading.term.field;
      // A flag that nobody set is not set.
      const bool said = condition && prepared.vocabulary->fields[field].kind == FieldKind::flag;
      const bool asked = !reading.term.optional || prepared.roster.fields[field].in_table;
      if (!reading.value && !said && asked) add(reading);
    }
  };
  const auto open = [&](const std::vector<Condition>& when) {
    for (const Condition& condition : when)
      of(condition.quantity, judged.subject, true);
  };
  if (judged.subject.where != nullptr) {
    // Of a sum the first school without which there is none.
    for (const SchoolSubject& school : school_subjects(prepared, judged.subject.county, judged.subject.stage)) {
      const Subject one{judged.subject.county, judged.subject.stage, school.row, 0};
      const Holding meant = within(prepared, way.where, one);
      if (meant == Holding::yes) of(way.quantity, one, false);
      if (meant == Holding::open) missing = missing_for(prepared, way.where, one);
      if (!missing.empty()) return missing;
    }
    return missing;
  }
  if (judged.subject.row != kNoRow) missing = missing_for(prepared, way.where, judged.subject);
  of(with_extras(way, judged.extras), judged.subject, false);
  for (std::size_t i = 0; i < way.limits.size(); ++i) {
    if ((judged.open_limits >> i & 1U) != 0) open(way.limits[i].when);
  }
  for (std::size_t i = 0; i < way.extras.size(); ++i) {
    if ((judged.open_extras >> i & 1U) == 0) continue;
    open(way.extras[i].when);
    of({way.extras[i].terms, {}, {1, 0}}, judged.subject, false);
  }
  if (judged.subject.year == 0) return missing;
  // Years are compared with the year before, and with something else.
  Subject before = judged.subject;
  --before.year;
  const bool compared = way.series != Series::above;
  const Quantity beside{way.beside, {}, {1, 0}};
  if (compared) of(way.quantity, before, false);
  of(beside, judged.subject, false);
  if (compared) of(beside, before, false);
  return missing;
}

}  // namespace junheng
