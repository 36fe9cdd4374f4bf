// SPDX-License-Identifier: MIT
#include "junheng/plausible.h"
#include "base/own_call.h"

#include <algorithm>
#include <cmath>
#include <limits>

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

/// County, school and stage of a unit, to find it again in another year.
std::string key_of(const Prepared& p, const StageUnits& stage, std::uint32_t unit, bool counties) {
  const std::uint32_t row = p.split.units.row[unit];
  std::string key(counties ? p.table.at(p.roster.counties[stage.county].name) : std::string_view());
  key.append(1, '\0').append(p.table.at(p.roster.school[row])).append(1, '\0').append(id_of(stage.stage));
  return key;
}

std::vector<std::string_view> headers(const Table& table) {
  std::vector<std::string_view> names;
  for (const Span name : table.columns)
    names.push_back(table.at(name));
  return names;
}

class Doubter {
 public:
  Doubter(const Prepared& prepared, const Indicators& indicators, Issues& issues)
      : p_(prepared), indicators_(indicators), limits_(prepared.vocabulary->plausible), issues_(issues) {}

  void among_schools() {
    for (const StageUnits& stage : p_.split.stages) {
      for (std::size_t i = 0; i < indicators_.size(); ++i)
        among_schools(stage, i);
    }
  }

  void against(const Prepared& before, const Indicators& earlier) {
    WordMap known;
    // The only county may have its name from a title that last year's table had not.
    const bool counties = p_.roster.counties.size() > 1 || before.roster.counties.size() > 1;
    for (const StageUnits& stage : before.split.stages) {
      for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit)
        known.add(key_of(before, stage, unit, counties), unit);
    }
    for (const StageUnits& stage : p_.split.stages) {
      for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
        const std::uint32_t* const same = known.find(key_of(p_, stage, unit, counties));
        if (same == nullptr) continue;
        for (std::size_t i = 0; i < indicators_.size(); ++i) {
          const double now = indicators_[i].value[unit];
          const double then = earlier[i].value[*same];
          if (now > 0 && then > 0 && times(now, then) >= limits_.jump_times) {
            complain(IssueCode::year_jump, stage.stage, i, unit);
          }
        }
      }
    }
  }

 private:
  void complain(IssueCode code, Stage stage, std::size_t indicator, std::uint32_t unit) {
    const std::uint32_t row = p_.split.units.row[unit];
    const Span school = p_.roster.school[row];
    issues_.push_back({code, static_cast<std::uint8_t>(stage), kNoColumn, static_cast<std::uint16_t>(indicator),
                       p_.roster.line[row], school.begin, school.length});
  }

  JUNHENG_OWN_CALL void among_schools(const StageUnits& stage, std::size_t i) {
    const std::vector<double>& all = indicators_[i].value;
    if (all_near(stage, i)) return;
    const double median = median_of({all.begin() + stage.begin, all.begin() + stage.end}, limits_.least_schools);
    if (median == 0 || off_by_magnitude(stage, i, median)) return;
    for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
      if (!(all[unit] > 0)) continue;
      const double far = times(all[unit], median);
      if (far < limits_.outlier_times) continue;
      complain(far < limits_.magnitude_times ? IssueCode::outlier : IssueCode::magnitude, stage.stage, i, unit);
    }
  }

  /// Whether the smallest and the largest are too near to each other and to the threshold for any complaint, whatever
  /// the median between them: it is the slow part, and nearly all counties are such.
  bool all_near(const StageUnits& stage, std::size_t i) const {
    const std::vector<double>& all = indicators_[i].value;
    double least = std::numeric_limits<double>::infinity();
    double most = 0;
    for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
      const double value = all[unit];
      if (value > most) most = value;
      if (value < least && value > 0) least = value;
    }
    if (most == 0) return true;
    const auto& threshold = p_.standard->indicators[i].threshold[static_cast<std::size_t>(stage.stage)];
    const auto near = [&](double value) {
      return !threshold || times(value, to_double(threshold->value)) < limits_.magnitude_times;
    };
    return times(least, most) < limits_.outlier_times && near(least) && near(most);
  }

  /// A whole column in the wrong unit shows against the threshold, not among the schools.
  bool off_by_magnitude(const StageUnits& stage, std::size_t i, double median) {
    const auto& threshold = p_.standard->indicators[i].threshold[static_cast<std::size_t>(stage.stage)];
    const double magnitude = limits_.magnitude_times;
    if (!threshold || times(median, to_double(threshold->value)) < magnitude) return false;
    issues_.push_back({IssueCode::magnitude, static_cast<std::uint8_t>(stage.stage), kNoColumn,
                       static_cast<std::uint16_t>(i), kNoLine, 0, 0});
    return true;
  }

  const Prepared& p_;
  const Indicators& indicators_;
  const Plausible& limits_;
  Issues& issues_;
};

}  // namespace

void check_plausible(const Prepared& prepared, const Indicators& indicators, Issues& issues) {
  Doubter(prepared, indicators, issues).among_schools();
}

void compare_with_previous(const Prepared& prepared, const Indicators& indicators, std::vector<SourceText> previous,
                           TableChoices reading, Issues& issues) {
  const Vocabulary& vocabulary = *prepared.vocabulary;
  Issues ignored;  // what is wrong with last year's table is no complaint about this year's
  Layout layout = find_layout(previous, vocabulary, reading, ignored);
  // Columns are chosen by their number: where the other year has other columns, it is another one's.
  if (!reading.columns.empty() && headers(layout.table) != headers(prepared.table)) {
    reading.columns.clear();
    layout = find_layout(std::move(previous), vocabulary, reading, ignored);
  }
  const Prepared before =
      prepare(std::move(layout), {prepared.choices, prepared.decided, {}}, {}, *prepared.standard, vocabulary, ignored);
  Doubter(prepared, indicators, issues).against(before, measure(before, ignored));
}

}  // namespace junheng
