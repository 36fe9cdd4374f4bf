// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "junheng/consistency.h"

namespace junheng {
namespace {

/// How many times the larger of two positive numbers is the smaller.
double times(double a, double b) {
  return a > b ? a / b : b / a;
}

/// The middle of the known values above zero; 0 where there are too few to speak of.
double median_of(std::vector<double> values, std::uint32_t least) {
  values.erase(std::remove_if(values.begin(), values.end(), [](double value) { return !(value > 0); }), values.end());
  if (values.empty() || values.size() < least) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

void complain(Evaluation& e, IssueCode code, std::size_t indicator, std::size_t row) {
  const Span school = e.roster.school[row];
  e.issues.push_back(
      {code, kNoColumn, static_cast<std::uint16_t>(indicator), e.roster.line[row], school.begin, school.length});
}

/// A whole column in the wrong unit shows against the threshold, not among the schools.
bool off_by_magnitude(Evaluation& e, const StageUnits& stage, std::size_t i, double median) {
  const auto& threshold = e.standard->indicators[i].threshold[static_cast<std::size_t>(stage.stage)];
  const double magnitude = e.vocabulary->plausible.magnitude_times;
  if (!threshold || times(median, to_double(threshold->value)) < magnitude) return false;
  e.issues.push_back({IssueCode::magnitude, kNoColumn, static_cast<std::uint16_t>(i), kNoLine, 0, 0});
  return true;
}

void check_stage(Evaluation& e, const StageUnits& stage) {
  const Plausible& limits = e.vocabulary->plausible;
  for (std::size_t i = 0; i < e.indicators.size(); ++i) {
    const std::vector<double>& all = e.indicators[i].value;
    const double median = median_of({all.begin() + stage.begin, all.begin() + stage.end}, limits.least_schools);
    if (median == 0 || off_by_magnitude(e, stage, i, median)) continue;
    for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
      if (!(all[unit] > 0)) continue;
      const double far = times(all[unit], median);
      if (far < limits.outlier_times) continue;
      complain(e, far < limits.magnitude_times ? IssueCode::outlier : IssueCode::magnitude, i, e.split.units.row[unit]);
    }
  }
}

/// County, school and stage of a unit, to find it again in another year.
std::string key_of(const Evaluation& e, const StageUnits& stage, std::uint32_t unit) {
  const std::uint32_t row = e.split.units.row[unit];
  std::string key(e.table.at(e.roster.counties[stage.county].name));
  key.append(1, '\0').append(e.table.at(e.roster.school[row])).append(1, '\0').append(id_of(stage.stage));
  return key;
}

}  // namespace

void check_plausible(Evaluation& evaluation) {
  for (const StageUnits& stage : evaluation.split.stages)
    check_stage(evaluation, stage);
}

void compare_with_previous(Evaluation& e, std::string previous) {
  Evaluation before;
  before.standard = e.standard;
  before.vocabulary = e.vocabulary;
  before.choices = e.choices;
  Layout layout = find_layout(std::move(previous), *e.vocabulary, {}, before.issues);
  before.table = std::move(layout.table);
  before.roster = map_roster(before.table, *e.vocabulary, before.issues, layout.columns);
  before.split = split_units(before.table, before.roster, *e.standard, *e.vocabulary, before.issues);
  before.indicators = measure(before, before.issues);
  WordMap known;
  for (const StageUnits& stage : before.split.stages) {
    for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit)
      known.add(key_of(before, stage, unit), unit);
  }
  for (const StageUnits& stage : e.split.stages) {
    for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
      const std::uint32_t* const same = known.find(key_of(e, stage, unit));
      if (same == nullptr) continue;
      for (std::size_t i = 0; i < e.indicators.size(); ++i) {
        const double now = e.indicators[i].value[unit];
        const double then = before.indicators[i].value[*same];
        if (now > 0 && then > 0 && times(now, then) >= e.vocabulary->plausible.jump_times) {
          complain(e, IssueCode::year_jump, i, e.split.units.row[unit]);
        }
      }
    }
  }
}

}  // namespace junheng
