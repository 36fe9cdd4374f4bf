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

/// The value of an attribute; empty where it is not there, or has none.
[[nodiscard]] std::string_view attribute(const HtmlTag& tag, std::string_view lower_case);
[[nodiscard]] bool has_attribute(const HtmlTag& tag, std::string_view lower_case);

/// Whether a style says this of a property: style_is("color:red; Display : none !important", "display", "none").
[[nodiscard]] bool style_is(std::string_view style, std::string_view property, std::string_view value);

/// Whether the element of a tag is not shown, by its attribute or its style. Names of classes, and what is hidden from
/// screen readers, hide nothing.
[[nodiscard]] bool hides(const HtmlTag& tag);

/// Takes one character or character reference (`&nbsp;`, `&#8805;`) off the front and adds it to `text`: any that HTML
/// names, the old ones also without their semicolon, as browsers read them.
void take_character(std::string_view& rest, std::string& text);

}  // namespace junheng
