// SPDX-License-Identifier: MIT
//
// The cells of a unit in which another number may stand.
#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>

#include "junheng/lookup.h"
#include "plan/slipped_stage.h"
#include "plan/unit_cells.h"

namespace junheng {
namespace {

constexpr std::string_view kEnrolment = "pupils";

SlippedCell cell_of_reading(const Evaluation& e, const Reading& reading) {
  SlippedCell cell;
  cell.reading = reading;
  cell.written = written_number(e, reading.term.field, reading.column_stage, reading.place);
  const auto column = column_of(e, reading.term.field, reading.column_stage);
  if (column && e.columns[*column].match) cell.shift = e.columns[*column].match->conversion.shift;
  return cell;
}

}  // namespace

std::optional<Decimal> written_number(const Evaluation& e, std::uint16_t field, std::uint8_t stage, std::size_t row) {
  const NumberColumn* const numbers = numbers_of(e, field, stage);
  const auto column = column_of(e, field, stage);
  if (numbers == nullptr || !column || !e.columns[*column].match) return std::nullopt;
  const Conversion& conversion = e.columns[*column].match->conversion;
  const auto number = numbers->number(row);
  if (!number || conversion.times != conversion.over) return std::nullopt;
  return shifted(*number, -conversion.shift);
}

std::vector<SlippedCell> SlippedStage::cells_of(std::uint32_t unit) const {
  std::vector<SlippedCell> cells;
  for (std::size_t i = 0; i < standard_.indicators.size(); ++i) {
    const IndicatorColumn& column = e_.indicators[i];
    if (!column.alternative || std::isnan(column.value[unit]) || column.origin[unit] == Origin::given) continue;
    const ValueRule rule = rule_for(standard_.indicators[i], column, unit);
    for (const Reading& reading : readings_of_unit(e_, unit, range_.stage, rule)) {
      if (reading.from != ReadFrom::cell || !reading.value) continue;
      const auto same = std::find_if(cells.begin(), cells.end(), [&](const SlippedCell& known) {
        return std::tie(known.reading.place, known.reading.term.field, known.reading.column_stage) ==
               std::tie(reading.place, reading.term.field, reading.column_stage);
      });
      SlippedCell& cell = same != cells.end() ? *same : cells.emplace_back(cell_of_reading(e_, reading));
      cell.uses.emplace_back(i, reading.term.minus);
    }
  }
  return cells;
}

std::optional<SlippedCell> SlippedStage::enrolment_of(std::uint32_t unit) const {
  const std::uint32_t row = e_.split.units.row[unit];
  const Schools& schools = e_.split.schools;
  const std::uint32_t school = schools.of_row[row];
  const auto field = e_.vocabulary->field(kEnrolment);
  if (!field || e_.split.units.divided[unit] != 0 || e_.split.units.whole[unit] != kNoRow) return std::nullopt;
  if (schools.rows_of(school).size() != 1 || schools.stages_of(school).several()) return std::nullopt;
  for (const Exclusion& exclusion : standard_.exclusions) {
    if (exclusion.pupils_below && (!exclusion.type || *exclusion.type == e_.roster.type[row])) return std::nullopt;
  }
  for (const IndicatorColumn& column : e_.indicators) {
    if (column.alternative && std::isnan(column.value[unit])) return std::nullopt;
  }
  std::optional<SlippedCell> cell;
  for (const std::uint8_t stage : {kNoStage, static_cast<std::uint8_t>(range_.stage)}) {
    const NumberColumn* const numbers = numbers_of(e_, *field, stage);
    const auto number = numbers == nullptr ? std::nullopt : numbers->number(row);
    if (!number) continue;
    // Two cells that say the same: neither decides alone.
    if (cell) return std::nullopt;
    cell = cell_of_reading(e_, {term_of(*field), stage, ReadFrom::cell, row, number, stage});
    cell->enrolment = true;
  }
  for (std::size_t i = 0; cell && i < standard_.indicators.size(); ++i) {
    cell->by_indicator.emplace_back();
    const IndicatorColumn& column = e_.indicators[i];
    if (!column.alternative) continue;
    const auto readings = readings_of_unit(e_, unit, range_.stage, rule_for(standard_.indicators[i], column, unit));
    if (!readings.empty()) cell->by_indicator.back() = readings.front();
  }
  return cell;
}

}  // namespace junheng
