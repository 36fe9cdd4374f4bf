// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "junheng/terms.h"

/// What a text field of the workbench writes to.
namespace workbench {

/// A field of which there is one.
enum class Entry : std::uint8_t {
  school_search,
  county_search,
  data_find,
  column_search,
  cell_edit,
  remark,  ///< on the selected check
  scenario_name,
  scenario_school,  ///< search
  new_school,
  move_count
};

/// What is said of a fact: its value, or the note beside it.
struct FactTarget {
  std::string key;
  std::uint8_t stage = junheng::kNoStage;
  std::uint16_t year = 0;  ///< 0: of no year
  bool note = false;

  friend bool operator==(const FactTarget&, const FactTarget&) = default;
};
[[nodiscard]] inline FactTarget note_of(FactTarget fact) {
  fact.note = true;
  return fact;
}

/// A number assumed of a school in the chosen scenario.
struct AssumptionTarget {
  std::uint32_t line = 0;  ///< of the school, as in junheng::Change
  std::string field;       ///< id in the vocabulary
  std::uint8_t stage = junheng::kNoStage;

  friend bool operator==(const AssumptionTarget&, const AssumptionTarget&) = default;
};

using TextTarget = std::variant<Entry, FactTarget, AssumptionTarget>;

/// The id by which the platform knows the field: unique within a frame, the same from frame to frame.
[[nodiscard]] std::string id_of(const TextTarget& target);
/// nullopt: not the id of an Entry.
[[nodiscard]] std::optional<Entry> entry_of(std::string_view id);

}  // namespace workbench
