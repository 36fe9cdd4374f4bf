// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/evaluation.h"
#include "junheng/ids.h"

namespace junheng {

/// One assumption about a school (如果……).
struct Change {
  enum class Kind : std::uint8_t {
    set,    ///< another number in a cell
    close,  ///< the school is not there any more
    add,    ///< a new school, whose numbers are then set
  };
  Kind kind = Kind::set;
  /// Of the school's row in the base; new schools have kAddedLine and the numbers above it, in order.
  std::uint32_t line = kNoLine;
  std::string field;              ///< id; set
  std::uint8_t stage = kNoStage;  ///< of a field that stands once for each stage; set
  std::string text;               ///< set: what stands in the cell; add: the school's name
};
template <>
inline constexpr auto kIds<Change::Kind> = ids_up_to<Change::Kind::add>({"set", "close", "add"});

/// Above every line that people's tables have; nine digits, as whole numbers of a project file have at most.
inline constexpr std::uint32_t kAddedLine = 900'000'000;

/// A named list of changes (方案); the data of the base are not modified.
struct Scenario {
  std::string name;
  std::vector<Change> changes;
};

/// Evaluates the base with the changes applied; of two changes of one cell the later one wins. Rows keep their lines,
/// so that both can be compared school by school. Changes of unknown rows and fields are ignored.
/// `request`: that of the base; its `reading` and `previous` are not used.
[[nodiscard]] Evaluation evaluate_scenario(const Evaluation& base, const Scenario& scenario,
                                           const Request& request = {});

/// What a set would replace: the cell's text as the scenario leaves it, or as the base has it.
[[nodiscard]] std::string scenario_cell(const Evaluation& base, const Scenario& scenario, std::uint32_t line,
                                        std::uint16_t field, std::uint8_t stage);

/// What is left in one cell and comes into another when so many of a field go from one school to the other: whole
/// numbers as such, exact. nullopt: one of the texts is no number, or less is there than shall go.
struct Moved {
  std::string from;
  std::string to;
};
[[nodiscard]] std::optional<Moved> move_amount(const Vocabulary& vocabulary, std::uint16_t field, std::string_view from,
                                               std::string_view to, std::string_view amount);

}  // namespace junheng
