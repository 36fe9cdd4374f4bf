// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace junheng {

/// A tag of a page: `<td colspan=2>` has name "td", `</td>` has "/td". Views into the page.
struct HtmlTag {
  std::string_view name;
  std::string_view attributes;
};

/// Takes the tag at the start of `rest` (which begins with '<') off it; comments and declarations have no name, and
/// with scripts and styles all their content goes.
[[nodiscard]] HtmlTag take_tag(std::string_view& rest);

[[nodiscard]] bool same_name(std::string_view a, std::string_view lower_case);

/// The value of an attribute; empty where it is not there.
[[nodiscard]] std::string_view attribute(const HtmlTag& tag, std::string_view lower_case);

/// Takes one character or character reference (`&nbsp;`, `&#8805;`) off the front and adds it to `text`.
void take_character(std::string_view& rest, std::string& text);

}  // namespace junheng
