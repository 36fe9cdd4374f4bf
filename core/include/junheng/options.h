// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "junheng/evaluation.h"

/// What hangs on the choices between readings of a rule (口径). Computed when somebody asks: each choice costs as much
/// as an evaluation, without reading the tables' layout.
namespace junheng {

/// What another choice would do to one county. Verdicts that stay as they are are not listed.
struct CountyEffect {
  /// A part, or an item of a part or of the supplements.
  struct Turn {
    std::string id;
    Text title;
    Verdict before = Verdict::none;
    Verdict after = Verdict::none;
  };
  std::uint32_t county = 0;  ///< into Roster::counties
  Verdict before = Verdict::none;
  Verdict after = Verdict::none;
  std::vector<Turn> parts;
  std::vector<Turn> items;
  std::uint32_t units = 0;  ///< whose verdict would be another one, or that would not be units, or be new ones

  [[nodiscard]] bool any() const { return before != after || !parts.empty() || !items.empty() || units > 0; }
};

struct ChoiceEffect {
  std::uint8_t option = 0;  ///< into Standard::options
  std::uint8_t choice = 0;
  Verdict verdict = Verdict::none;     ///< of all counties, with this choice
  std::vector<CountyEffect> counties;  ///< those in which anything would be otherwise
};

/// One for each choice of an option that is not taken, in the standard's order.
[[nodiscard]] std::vector<ChoiceEffect> effects_of_option(const Evaluation& evaluation, std::size_t option);

}  // namespace junheng
