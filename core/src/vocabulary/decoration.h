// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "junheng/vocabulary.h"

namespace junheng {

/// Whether brackets with this inside say nothing of a name's meaning: 必填, 注1, 2023年, 3.
[[nodiscard]] bool is_remark(std::string_view inside, const Decoration& decoration);

[[nodiscard]] bool starts_with_any(std::string_view text, const std::vector<std::string>& starts);

/// Bytes of the year that a title begins with: "2022-2023学年"; 0 where it begins with none.
[[nodiscard]] std::size_t leading_year(std::string_view title, const Decoration& decoration);
/// Bytes of the digits or Chinese numerals at the start.
[[nodiscard]] std::size_t leading_number(std::string_view text);

/// Takes the outermost decoration off a normalised name; false where there is none that could be taken off.
///
/// In this order, so that no number of a name goes before it was looked for with it (是否2010年及之前规划并建成): marks at
/// both ends, remarks, numbering in front, brackets in front (put behind the name, where units stand), a year.
[[nodiscard]] bool take_decoration(std::string& name, const Decoration& decoration);

}  // namespace junheng
