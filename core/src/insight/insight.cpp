// SPDX-License-Identifier: MIT
#include "junheng/insight.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "junheng/formula.h"
#include "junheng/lookup.h"

namespace junheng {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
/// A difference of two products of decimals may end a rounding above the whole number that it is. Thresholds and
/// numbers of things have few digits: what is really missing is never this small.
constexpr double kRounding = 1e-9;
constexpr int kAmountDecimals = 2;

/// The column of the first cell from which the value of a unit is made.
std::optional<std::uint16_t> column_of_value(const Evaluation& evaluation, std::uint32_t unit, std::size_t indicator) {
  const StageUnits& stage = evaluation.split.stages[stage_of(evaluation, unit)];
  for (const Reading& reading : readings_of_value(evaluation, stage, indicator, unit)) {
    if (reading.from == ReadFrom::cell) return column_of(evaluation, reading.term.field, reading.column_stage);
  }
  return std::nullopt;
}

/// The column of the whole school, else that of any stage.
std::optional<std::uint16_t> any_column(const Evaluation& evaluation, std::uint16_t field) {
  auto column = column_of(evaluation, field);
  for (const Stage stage : kStages) {
    if (!column) column = column_of(evaluation, field, static_cast<std::uint8_t>(stage));
  }
  return column;
}

}  // namespace

int decimals_to_be_had(const Field& field) {
  return field.kind == FieldKind::count ? 0 : kAmountDecimals;
}

std::optional<Gap> gap_of(const Evaluation& evaluation, std::uint32_t unit, std::size_t indicator) {
  const Indicator& rule = evaluation.standard->indicators[indicator];
  const IndicatorColumn& column = evaluation.indicators[indicator];
  const std::size_t stage = stage_of(evaluation, unit);
  const std::uint32_t pupils = evaluation.split.units.pupils[unit];
  if (stage == evaluation.split.stages.size() || pupils == kUnknownPupils || std::isnan(column.value[unit]))
    return std::nullopt;
  const auto& threshold = rule.threshold[static_cast<std::size_t>(evaluation.split.stages[stage].stage)];
  const Verdict verdict = column.verdict[unit];
  if (!threshold || (verdict != Verdict::near && verdict != Verdict::fail)) return std::nullopt;

  Gap gap;
  const std::size_t alternative = column.alternative_of(unit);
  const Resource* resource = &rule.resource[alternative];
  // Values given per pupil have the unit of what is divided, which another alternative names.
  for (const Resource& other : rule.resource) {
    if (resource->given && !other.given) resource = &other;
  }
  gap.term = resource->terms.front().field;
  gap.decimals = decimals_to_be_had(evaluation.vocabulary->fields[gap.term]);
  const double missing = (to_double(threshold->value) - column.value[unit]) * pupils / to_double(rule.per);
  const double step = std::pow(10.0, -gap.decimals);
  gap.amount = std::ceil(missing / step - kRounding) * step;
  // Below the threshold, however little: the smallest step is missing.
  gap.amount = std::max(gap.amount, step);
  return gap;
}

std::vector<double> leave_one_out(const Evaluation& evaluation, std::size_t stage, std::size_t indicator) {
  const StageUnits& range = evaluation.split.stages[stage];
  const Spread& spread = evaluation.balance[stage].indicators[indicator].spread;
  const auto all = static_cast<double>(evaluation.balance[stage].pupils);
  std::vector<double> without(range.end - range.begin, kUnknown);
  if (std::isnan(spread.deviation)) return without;
  const double variance = spread.deviation * spread.deviation * all;
  for (std::uint32_t unit = range.begin; unit < range.end; ++unit) {
    const double pupils = evaluation.split.units.pupils[unit];
    const double rest = all - pupils;
    if (rest <= 0) continue;
    const double off = evaluation.indicators[indicator].value[unit] - spread.mean;
    const double mean = spread.mean - pupils * off / rest;
    if (mean <= 0) continue;
    const double left = variance - pupils * off * off - (pupils * off) * (pupils * off) / rest;
    without[unit - range.begin] = std::sqrt(std::max(0.0, left) / rest) / mean;
  }
  return without;
}

std::vector<GroupPart> split_by_group(const Evaluation& evaluation, std::size_t stage, std::size_t indicator,
                                      std::uint16_t field) {
  const auto column = column_of(evaluation, field);
  const StageUnits& range = evaluation.split.stages[stage];
  const Spread& spread = evaluation.balance[stage].indicators[indicator].spread;
  if (!column || !(spread.cv > 0)) return {};
  std::map<std::string, std::vector<std::uint32_t>> groups;
  for (std::uint32_t unit = range.begin; unit < range.end; ++unit)
    groups[cell_of(evaluation, evaluation.split.units.row[unit], *column)].push_back(unit);

  const auto all = static_cast<double>(evaluation.balance[stage].pupils);
  const double mean_squared = spread.mean * spread.mean;
  std::vector<GroupPart> parts;
  for (const auto& [name, units] : groups) {
    std::vector<double> values;
    std::vector<std::uint32_t> pupils;
    GroupPart part;
    part.name = name;
    part.units = static_cast<std::uint32_t>(units.size());
    for (const std::uint32_t unit : units) {
      values.push_back(evaluation.indicators[indicator].value[unit]);
      pupils.push_back(evaluation.split.units.pupils[unit]);
      part.pupils += pupils.back();
    }
    const Spread own = spread_of(values, pupils);
    const double weight = static_cast<double>(part.pupils) / all;
    part.mean = own.mean;
    part.cv = own.cv;
    part.between = weight * (own.mean - spread.mean) * (own.mean - spread.mean) / mean_squared;
    part.within = weight * own.deviation * own.deviation / mean_squared;
    parts.push_back(std::move(part));
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const GroupPart& a, const GroupPart& b) { return a.between + a.within > b.between + b.within; });
  return parts;
}

std::optional<std::uint16_t> column_of(const Evaluation& evaluation, const Issue& issue) {
  if (issue.column != kNoColumn) return issue.column;
  if (issue.subject == kNoSubject) return std::nullopt;
  if (!subject_is_indicator(issue.code)) {
    const auto column = column_of(evaluation, issue.subject, issue.stage);
    return column ? column : any_column(evaluation, issue.subject);
  }
  if (issue.stage != kNoStage) {
    const auto unit = unit_of(evaluation, issue.line, static_cast<Stage>(issue.stage));
    if (const auto column = unit ? column_of_value(evaluation, *unit, issue.subject) : std::nullopt) return column;
  }
  const auto& alternative = evaluation.indicators[issue.subject].alternative;
  if (!alternative) return std::nullopt;
  return any_column(evaluation,
                    evaluation.standard->indicators[issue.subject].resource[*alternative].terms.front().field);
}

}  // namespace junheng
