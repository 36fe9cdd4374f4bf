// SPDX-License-Identifier: MIT
#include "junheng/lookup.h"

#include <algorithm>

#include "junheng/record.h"

namespace junheng {

std::optional<std::uint16_t> column_of(const Prepared& prepared, std::uint16_t field, std::uint8_t stage) {
  return column_of(prepared.columns, field, stage);
}

std::optional<std::uint32_t> row_of_line(const Prepared& prepared, std::uint32_t line) {
  const std::vector<std::uint32_t>& lines = prepared.roster.line;
  const auto place = std::lower_bound(lines.begin(), lines.end(), line);
  if (place == lines.end() || *place != line) return std::nullopt;
  return static_cast<std::uint32_t>(place - lines.begin());
}

std::string cell_of(const Prepared& prepared, std::uint32_t row, std::uint16_t column) {
  return raw_cell(prepared.table, row, column);
}

std::span<const StageUnits> stages_of(const Prepared& prepared, std::uint32_t county) {
  const std::size_t stages = prepared.standard->stages.size();
  return std::span(prepared.split.stages).subspan(county * stages, stages);
}

std::size_t stage_of(const Prepared& prepared, std::uint32_t unit) {
  const std::vector<StageUnits>& stages = prepared.split.stages;
  const auto above =
      std::partition_point(stages.begin(), stages.end(), [&](const StageUnits& stage) { return stage.end <= unit; });
  return static_cast<std::size_t>(above - stages.begin());
}

std::size_t stage_of(const Prepared& prepared, std::uint32_t county, Stage stage) {
  for (const StageUnits& one : stages_of(prepared, county)) {
    if (one.stage == stage) return static_cast<std::size_t>(&one - prepared.split.stages.data());
  }
  return prepared.split.stages.size();
}

bool taught_in(const Prepared& prepared, std::uint32_t row, Stage stage) {
  const std::vector<Stage>& evaluated = prepared.standard->stages;
  const Schools& schools = prepared.split.schools;
  return schools.stages[row].has(stage) && schools.pupils_of(row, stage) != 0 &&
         std::find(evaluated.begin(), evaluated.end(), stage) != evaluated.end();
}

bool taught(const Prepared& prepared, std::uint32_t row) {
  return std::any_of(kStages.begin(), kStages.end(), [&](Stage stage) { return taught_in(prepared, row, stage); });
}

std::vector<SchoolSubject> school_subjects(const Prepared& prepared, std::uint32_t county, std::uint8_t stage) {
  const Schools& schools = prepared.split.schools;
  const auto concerned = [&](std::uint32_t row) {
    if (stage != kNoStage) return taught_in(prepared, row, static_cast<Stage>(stage));
    // 特教: its pupils are of no stage.
    return taught(prepared, row) || (schools.stages[row].none() && schools.role[row] == RowRole::school);
  };
  std::vector<SchoolSubject> subjects;
  subjects.reserve(schools.of_county[county + 1] - schools.of_county[county]);
  for (std::uint32_t school = schools.of_county[county]; school < schools.of_county[county + 1]; ++school) {
    for (const std::uint32_t row : schools.rows_of(school)) {
      if (!concerned(row)) continue;
      subjects.push_back({school, row});
      break;
    }
  }
  return subjects;
}

UnitByStage units_of(const Prepared& prepared, std::uint32_t row) {
  UnitByStage units;
  units.fill(kNoUnit);
  const std::vector<std::uint32_t>& rows = prepared.split.units.row;
  for (const StageUnits& stage : stages_of(prepared, prepared.roster.county[row])) {
    // Units of a stage stand in the order of their rows.
    const auto end = rows.begin() + stage.end;
    const auto at = std::lower_bound(rows.begin() + stage.begin, end, row);
    if (at == end || *at != row) continue;
    units[static_cast<std::size_t>(stage.stage)] = static_cast<std::uint32_t>(at - rows.begin());
  }
  return units;
}

std::optional<std::uint32_t> unit_of(const Prepared& prepared, std::uint32_t line, Stage stage) {
  const auto row = row_of_line(prepared, line);
  if (!row) return std::nullopt;
  const std::uint32_t unit = units_of(prepared, *row)[static_cast<std::size_t>(stage)];
  return unit == kNoUnit ? std::nullopt : std::optional(unit);
}

}  // namespace junheng
