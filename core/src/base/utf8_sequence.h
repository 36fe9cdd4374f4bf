// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace junheng {

/// Length of the valid sequence at `at`, 0 where there is none.
[[nodiscard]] std::size_t sequence_length(std::string_view text, std::size_t at);

}  // namespace junheng
