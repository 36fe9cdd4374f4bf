// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "junheng/prepared.h"

/// Where things stand in a prepared table: columns of fields, rows of lines, units of rows. One way for all.
namespace junheng {

inline constexpr std::uint32_t kNoUnit = 0xFFFFFFFF;

/// The column of the table that holds a field of a stage, or of the whole school (kNoStage). nullopt: there is none.
[[nodiscard]] std::optional<std::uint16_t> column_of(const Prepared& prepared, std::uint16_t field,
                                                     std::uint8_t stage = kNoStage);
/// The row of the roster that stands on a line; nullopt where none does.
[[nodiscard]] std::optional<std::uint32_t> row_of_line(const Prepared& prepared, std::uint32_t line);
/// The cell of a row of the roster, as it was found.
[[nodiscard]] std::string cell_of(const Prepared& prepared, std::uint32_t row, std::uint16_t column);

/// The stages of a county, a part of split.stages.
[[nodiscard]] std::span<const StageUnits> stages_of(const Prepared& prepared, std::uint32_t county);
/// Index into split.stages of the stage to which a unit belongs; their number where there is no such unit.
[[nodiscard]] std::size_t stage_of(const Prepared& prepared, std::uint32_t unit);
/// Index into split.stages of a stage of a county; their number where the standard does not evaluate it.
[[nodiscard]] std::size_t stage_of(const Prepared& prepared, std::uint32_t county, Stage stage);

/// Whether a row has pupils, or may have them, in a stage that the standard evaluates; and in any of these.
[[nodiscard]] bool taught_in(const Prepared& prepared, std::uint32_t row, Stage stage);
[[nodiscard]] bool taught(const Prepared& prepared, std::uint32_t row);

/// A school of a county, or one of its stages, as a rule about schools looks at it: also those that the indicators leave
/// out, and not those without pupils there.
struct SchoolSubject {
  std::uint32_t school = 0;  ///< into split.schools
  std::uint32_t row = 0;     ///< its first row with a stage of the standard, or the row of this stage
};
/// Schools with a stage, or all of compulsory education (kNoStage), in the order of the table.
[[nodiscard]] std::vector<SchoolSubject> school_subjects(const Prepared& prepared, std::uint32_t county,
                                                         std::uint8_t stage);

/// The units of a row of the roster by stage; kNoUnit for a stage that it has not.
using UnitByStage = std::array<std::uint32_t, kStages.size()>;
[[nodiscard]] UnitByStage units_of(const Prepared& prepared, std::uint32_t row);
/// The unit of a stage whose row stands on a line; nullopt where there is none.
[[nodiscard]] std::optional<std::uint32_t> unit_of(const Prepared& prepared, std::uint32_t line, Stage stage);

}  // namespace junheng
