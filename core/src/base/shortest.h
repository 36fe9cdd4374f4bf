// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace junheng {

using ShortestBuffer = std::array<char, 64>;

/// The shortest decimal text that reads back to the same double, "1e+22" or "0.3", written into the buffer. `value` has
/// to be finite.
[[nodiscard]] std::string_view shortest(double value, ShortestBuffer& buffer);

}  // namespace junheng
