// SPDX-License-Identifier: MIT
#include "judge/undivided.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "junheng/lookup.h"

namespace junheng {
namespace {

class UndividedFinder {
 public:
  UndividedFinder(const Prepared& prepared, const Indicators& indicators) : p_(prepared), indicators_(indicators) {}

  std::vector<QuotedIssue> run(const Verdicts& verdicts) {
    pupils();
    for (const CountyVerdict& county : verdicts.counties) {
      for (std::size_t p = 0; p < county.parts.size(); ++p)
        items(p_.standard->parts[p].items, county.parts[p].items);
      items(p_.standard->supplements, county.supplements);
    }
    return std::move(issues_);
  }

 private:
  /// Without the pupils of all its stages a school has no shares: a unit may lack a value and know its own pupils.
  void pupils() {
    const auto field = p_.vocabulary->field("pupils");
    const Units& units = p_.split.units;
    for (std::uint32_t unit = 0; field && unit < units.size(); ++unit) {
      if (units.divided[unit] != 0 && units.share[unit].total == 0 && lacks_a_value(unit))
        find(*field, units.row[unit]);
    }
  }

  bool lacks_a_value(std::uint32_t unit) const {
    return std::any_of(indicators_.begin(), indicators_.end(),
                       [&](const IndicatorColumn& column) { return std::isnan(column.value[unit]); });
  }

  void items(const std::vector<Item>& items, const ItemResults& results) {
    for (std::size_t i = 0; i < results.size(); ++i) {
      for (std::size_t c = 0; c < results[i].checks.size(); ++c) {
        const CheckResult& check = results[i].checks[c];
        if (check.way) numbers(items[i].checks[c].ways[*check.way], check);
      }
    }
  }

  void numbers(const Way& way, const CheckResult& check) {
    for (const Judged& judged : check.judged) {
      if (judged.verdict != Verdict::unknown) continue;
      for (const Reading& reading : missing_numbers(p_, way, judged)) {
        if (reading.from == ReadFrom::cell && reading.column_stage != kNoStage) find(reading.term.field, reading.place);
      }
    }
  }

  void find(std::uint16_t field, std::uint32_t row) {
    const auto& whole = p_.roster.fields[field].whole;
    const auto number = whole ? whole->number(row) : std::nullopt;
    if (!number || without_own(p_, field, row).none() || !seen_.insert({row, field}).second) return;
    issues_.push_back({IssueCode::not_divided, field, p_.roster.line[row], to_text(*number)});
  }

  const Prepared& p_;
  const Indicators& indicators_;
  std::set<std::pair<std::uint32_t, std::uint16_t>> seen_;
  std::vector<QuotedIssue> issues_;
};

}  // namespace

StageSet without_own(const Prepared& prepared, std::uint16_t field, std::uint32_t row) {
  StageSet open;
  const StageSet stages = prepared.split.schools.stages[row];
  for (const Stage stage : kStages) {
    const auto& own = prepared.roster.fields[field].staged[static_cast<std::size_t>(stage)];
    if (stages.several() && stages.has(stage) && !(own && own->number(row))) open.set(stage);
  }
  return open;
}

std::vector<QuotedIssue> check_divided(const Prepared& prepared, const Indicators& indicators,
                                       const Verdicts& verdicts) {
  return UndividedFinder(prepared, indicators).run(verdicts);
}

}  // namespace junheng
