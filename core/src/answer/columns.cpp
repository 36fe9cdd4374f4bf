// SPDX-License-Identifier: MIT
#include "junheng/columns.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <type_traits>

#include "answer/json_parts.h"
#include "junheng/clipped.h"
#include "junheng/lookup.h"

namespace junheng {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::uint8_t code(Verdict verdict) {
  return static_cast<std::uint8_t>(verdict);
}

double number(const std::optional<Limit>& limit) {
  return limit ? to_double(limit->value) : kNaN;
}

void add_limits(SummaryColumns& columns, const Standard& standard) {
  const bool each = standard.balance.kind == BalanceKind::each;
  for (const Stage stage : standard.stages) {
    const auto at = static_cast<std::size_t>(stage);
    columns.composite_limit.push_back(each ? kNaN : number(standard.balance.limit[at]));
    for (const Indicator& indicator : standard.indicators) {
      columns.cv_limit.push_back(each ? number(standard.balance.limit[at]) : kNaN);
      columns.threshold.push_back(number(indicator.threshold[at]));
    }
  }
}

struct Counties {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

Counties counties_of(const Evaluation& e, std::optional<std::uint32_t> county) {
  if (county) return {*county, *county + 1};
  return {0, static_cast<std::uint32_t>(e.counties.size())};
}

std::size_t units_in(const Evaluation& e, std::uint32_t county) {
  std::size_t units = left_out_of(e, county).size();
  for (const StageUnits& stage : stages_of(e, county))
    units += stage.end - stage.begin;
  return units;
}

/// Appends a part of a column at once: the nation's have a million numbers in all. `Code` is what `T` is outside.
template <typename Code, typename T>
void append(std::vector<Code>& to, const std::vector<T>& from, const StageUnits& stage) {
  static_assert(sizeof(Code) == sizeof(T) && std::is_trivially_copyable_v<T>);
  const std::size_t at = to.size();
  const std::size_t count = stage.end - stage.begin;
  to.resize(at + count);
  if (count > 0) std::memcpy(to.data() + at, from.data() + stage.begin, count * sizeof(T));
}

/// Fills the columns county by county. Sizes are known before anything is written: the nation's columns are megabytes, and
/// growing them would hold them twice.
class UnitWriter {
 public:
  UnitWriter(const Evaluation& evaluation, UnitColumns& columns, std::size_t units)
      : e_(evaluation), columns_(columns) {
    columns_.row.reserve(units);
    columns_.sheet.reserve(units);
    columns_.stage.reserve(units);
    columns_.status.reserve(units);
    columns_.divided.reserve(units);
    columns_.pupils.reserve(units);
    columns_.meeting.reserve(units);
    columns_.verdict.reserve(units);
  }

  void evaluated(const StageUnits& stage) {
    const std::size_t end = columns_.stage.size() + (stage.end - stage.begin);
    columns_.stage.resize(end, static_cast<std::uint8_t>(stage.stage));
    columns_.status.resize(end, static_cast<std::uint8_t>(UnitStatus::evaluated));
    for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit)
      head(e_.split.units.row[unit], e_.split.units.pupils[unit]);
    append(columns_.divided, e_.split.units.divided, stage);
    append(columns_.verdict, e_.unit_verdict, stage);
    if (e_.standard->unit_rule)
      append(columns_.meeting, e_.unit_meeting, stage);
    else
      columns_.meeting.resize(end, kNoCount);
  }

  void left_out(const LeftOutUnit& unit) {
    head(unit.row, unit.pupils);
    columns_.stage.push_back(unit.stage);
    columns_.status.push_back(static_cast<std::uint8_t>(status_of(unit)));
    columns_.divided.push_back(0);
    columns_.meeting.push_back(kNoCount);
    columns_.verdict.push_back(code(Verdict::none));
  }

 private:
  void head(std::uint32_t row, std::uint32_t pupils) {
    const SheetLine place = sheet_line(e_.sheets, e_.roster.line[row]);
    columns_.row.push_back(place.line);
    columns_.sheet.push_back(static_cast<std::uint16_t>(place.sheet));
    columns_.pupils.push_back(pupils == kUnknownPupils ? kNaN : pupils);
  }

  const Evaluation& e_;
  UnitColumns& columns_;
};

}  // namespace

void TextColumn::push(std::string_view text) {
  const std::string_view begin = clipped(text);
  bytes += begin;
  if (begin.size() < text.size()) bytes += kCutHere;
  ends.push_back(static_cast<std::uint32_t>(bytes.size()));
}

std::string_view TextColumn::operator[](std::size_t i) const {
  const std::size_t from = i == 0 ? 0 : ends[i - 1];
  return std::string_view(bytes).substr(from, ends[i] - from);
}

std::span<const LeftOutUnit> left_out_of(const Evaluation& evaluation, std::uint32_t county) {
  const std::vector<LeftOutUnit>& all = evaluation.split.left_out;
  const auto first_of = [&](std::uint32_t wanted) {
    const auto at = std::partition_point(
        all.begin(), all.end(), [&](const LeftOutUnit& unit) { return evaluation.roster.county[unit.row] < wanted; });
    return static_cast<std::size_t>(at - all.begin());
  };
  const std::size_t first = first_of(county);
  return std::span(all).subspan(first, first_of(county + 1) - first);
}

SummaryColumns summary_columns(const Evaluation& evaluation) {
  const Evaluation& e = evaluation;
  SummaryColumns columns;
  add_limits(columns, *e.standard);
  for (const CountyVerdict& county : e.counties) {
    columns.verdict.push_back(code(county.verdict));
    for (const PartVerdict& part : county.parts)
      columns.part_verdict.push_back(code(part.verdict));
  }
  for (std::size_t s = 0; s < e.stages.size(); ++s) {
    const StageVerdict& stage = e.stages[s];
    columns.stage_verdict.push_back(code(stage.verdict));
    columns.units.push_back(e.split.stages[s].end - e.split.stages[s].begin);
    columns.pupils.push_back(static_cast<double>(e.balance[s].pupils));
    columns.units_passing.push_back(stage.units_passing);
    columns.units_failing.push_back(stage.units_failing);
    columns.units_unknown.push_back(stage.units_unknown);
    columns.composite_cv.push_back(e.balance[s].composite_cv);
    for (const Balance& balance : e.balance[s].indicators) {
      columns.mean.push_back(balance.spread.mean);
      columns.deviation.push_back(balance.spread.deviation);
      columns.cv.push_back(balance.spread.cv);
      columns.cv_verdict.push_back(code(balance.verdict));
      columns.meeting.push_back(balance.units_meeting);
      columns.near.push_back(balance.units_near);
      columns.failing.push_back(balance.units_failing);
      columns.unknown.push_back(balance.units_unknown);
      columns.given.push_back(balance.given ? 1 : 0);
    }
  }
  return columns;
}

TextColumn county_names(const Evaluation& evaluation) {
  TextColumn names;
  for (const County& county : evaluation.roster.counties)
    names.push(evaluation.table.at(county.name));
  return names;
}

TextColumn province_names(const Evaluation& evaluation) {
  TextColumn names;
  for (const County& county : evaluation.roster.counties)
    names.push(evaluation.table.at(county.province));
  return names;
}

UnitColumns unit_columns(const Evaluation& evaluation, std::optional<std::uint32_t> county) {
  const Evaluation& e = evaluation;
  const Counties counties = counties_of(e, county);
  UnitColumns columns;
  std::size_t units = 0;
  for (std::uint32_t c = counties.begin; c < counties.end; ++c) {
    columns.begin.push_back(static_cast<std::uint32_t>(units));
    units += units_in(e, c);
  }
  columns.begin.push_back(static_cast<std::uint32_t>(units));
  UnitWriter writer(e, columns, units);
  for (std::uint32_t c = counties.begin; c < counties.end; ++c) {
    for (const StageUnits& stage : stages_of(e, c))
      writer.evaluated(stage);
    for (const LeftOutUnit& unit : left_out_of(e, c))
      writer.left_out(unit);
  }
  return columns;
}

UnitValues unit_values(const Evaluation& evaluation, std::optional<std::uint32_t> county, std::size_t indicator,
                       bool shares) {
  const Evaluation& e = evaluation;
  const Counties counties = counties_of(e, county);
  std::size_t units = 0;
  for (std::uint32_t c = counties.begin; c < counties.end; ++c)
    units += units_in(e, c);
  UnitValues values;
  values.value.reserve(units);
  values.verdict.reserve(units);
  values.origin.reserve(units);
  if (shares) values.cv_share.reserve(units);
  const IndicatorColumn& column = e.indicators[indicator];
  for (std::uint32_t c = counties.begin; c < counties.end; ++c) {
    for (std::size_t s = c * e.standard->stages.size(); s < (c + 1) * e.standard->stages.size(); ++s) {
      const StageUnits& stage = e.split.stages[s];
      append(values.value, column.value, stage);
      append(values.verdict, column.verdict, stage);
      append(values.origin, column.origin, stage);
      for (std::uint32_t unit = stage.begin; shares && unit < stage.end; ++unit) {
        values.cv_share.push_back(cv_share(e.balance[s].indicators[indicator].spread, column.value[unit],
                                           e.split.units.pupils[unit], e.balance[s].pupils));
      }
    }
    const std::size_t end = values.value.size() + left_out_of(e, c).size();
    values.value.resize(end, kNaN);
    values.verdict.resize(end, code(Verdict::none));
    values.origin.resize(end, static_cast<std::uint8_t>(Origin::missing));
    if (shares) values.cv_share.resize(end, kNaN);
  }
  return values;
}

TextColumn unit_names(const Evaluation& evaluation, std::optional<std::uint32_t> county) {
  TextColumn names;
  const Counties counties = counties_of(evaluation, county);
  const auto push = [&](std::uint32_t row) { names.push(evaluation.table.at(evaluation.roster.school[row])); };
  for (std::uint32_t c = counties.begin; c < counties.end; ++c) {
    for (const StageUnits& stage : stages_of(evaluation, c)) {
      for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit)
        push(evaluation.split.units.row[unit]);
    }
    for (const LeftOutUnit& unit : left_out_of(evaluation, c))
      push(unit.row);
  }
  return names;
}

}  // namespace junheng
