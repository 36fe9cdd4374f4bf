// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace junheng {

/// The beginning of a name or a cell that is too long to be either, up to kLongestDatum bytes and whole characters; all
/// of any other. What is shown or handed out once for each row or issue must not be megabytes.
[[nodiscard]] std::string_view clipped(std::string_view text);

}  // namespace junheng
