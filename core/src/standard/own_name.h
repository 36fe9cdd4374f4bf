// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace junheng {

/// ASCII words of small letters and digits, with single hyphens between: "chongqing-2012". What is not looks like
/// something else, or cannot be seen: U+200B, an en dash, a Cyrillic а.
[[nodiscard]] bool is_plain_id(std::string_view id);

/// Whether two ids can be taken for one another: quality-2017, quality2017, qua1ity-2o17.
[[nodiscard]] bool look_alike(std::string_view one, std::string_view other);

/// Whether a title can be taken for another one: letters, digits and Chinese characters alone, whatever width and case,
/// without what cannot be seen. One other character (县城 for 县域) is overlooked; a letter of another alphabet, or a part
/// of a character, may look like any.
[[nodiscard]] bool same_title(std::string_view one, std::string_view other);

}  // namespace junheng
