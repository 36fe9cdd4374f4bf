// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "state/state.h"

/// What a column of the evaluation's table may be, where its header does not say it.
namespace workbench {

struct ColumnGuess {
  std::uint16_t field = 0;
  float likeness = 0;  ///< of its name and the header, above 0
};

/// The likely fields first. `among`: only these; empty: all that a column can be.
[[nodiscard]] std::vector<ColumnGuess> column_guesses(const AppState& state, std::uint16_t column,
                                                      const std::vector<std::uint16_t>& among = {});

[[nodiscard]] std::string column_header(const AppState& state, std::uint16_t column);
/// Its first values, one behind the other; empty: nothing stands in it.
[[nodiscard]] std::string column_sample(const AppState& state, std::uint16_t column);
/// The stage that the header begins or ends with.
[[nodiscard]] std::optional<junheng::Stage> column_stage(const AppState& state, std::uint16_t column);

/// Of the columns that nothing is taken from, those that an issue may be about; the likely first.
[[nodiscard]] std::vector<ColumnOffer> column_offers(const AppState& state, const junheng::Issue& issue);

}  // namespace workbench
