// SPDX-License-Identifier: MIT
#include "table/html_tags.h"

#include <algorithm>
#include <optional>

#include "table/html_reference.h"

namespace junheng {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool ends_name(char c) {
  return is_blank(c) || c == '>' || c == '/' || c == '=';
}

/// Behind the closing tag of an element whose content is no text of the page, or everything.
void skip_content(std::string_view& rest, std::string_view name) {
  for (std::size_t at = rest.find("</"); at != std::string_view::npos; at = rest.find("</", at + 2)) {
    if (!same_name(rest.substr(at + 2, name.size()), name)) continue;
    rest.remove_prefix(std::min(rest.find('>', at), rest.size() - 1) + 1);
    return;
  }
  rest = {};
}

/// Where the tag ends: a '>' inside a quoted value does not count.
std::size_t end_of_tag(std::string_view rest) {
  char quote = 0;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    const char c = rest[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && rest[i - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return i;
    }
  }
  return rest.size();
}

}  // namespace

bool same_name(std::string_view a, std::string_view lower_case) {
  return std::equal(a.begin(), a.end(), lower_case.begin(), lower_case.end(),
                    [](char x, char y) { return lower(x) == y; });
}

HtmlTag take_tag(std::string_view& rest) {
  if (rest.substr(0, 4) == "<!--") {
    const std::size_t end = rest.find("-->", 4);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 3);
    return {};
  }
  const std::size_t end = end_of_tag(rest);
  std::string_view tag = rest.substr(1, end - 1);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (!tag.empty() && (tag.front() == '!' || tag.front() == '?')) return {};
  std::size_t length = 1;  // "/" of a closing tag belongs to the name
  while (length < tag.size() && !ends_name(tag[length]))
    ++length;
  const HtmlTag result{tag.substr(0, length), tag.substr(std::min(length, tag.size()))};
  for (const std::string_view name : {"script", "style", "title", "xml"}) {
    if (same_name(result.name, name)) skip_content(rest, name);
  }
  return result;
}

namespace {

std::optional<std::string_view> find_attribute(const HtmlTag& tag, std::string_view lower_case) {
  std::string_view rest = tag.attributes;
  while (!rest.empty()) {
    if (is_blank(rest.front()) || rest.front() == '/') {
      rest.remove_prefix(1);
      continue;
    }
    std::size_t length = 1;
    while (length < rest.size() && !ends_name(rest[length]))
      ++length;
    const std::string_view name = rest.substr(0, length);
    rest.remove_prefix(length);
    std::string_view value;
    if (!rest.empty() && rest.front() == '=') {
      rest.remove_prefix(1);
      const char quote = rest.empty() ? '\0' : rest.front();
      if (quote == '"' || quote == '\'') {
        value = rest.substr(1, rest.find(quote, 1) - 1);
        rest.remove_prefix(std::min(value.size() + 2, rest.size()));
      } else {
        value =
            rest.substr(0, static_cast<std::size_t>(std::find_if(rest.begin(), rest.end(), is_blank) - rest.begin()));
        rest.remove_prefix(value.size());
      }
    }
    if (same_name(name, lower_case)) return value;
  }
  return std::nullopt;
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back()))
    text.remove_suffix(1);
  return text;
}

}  // namespace

std::string_view attribute(const HtmlTag& tag, std::string_view lower_case) {
  return find_attribute(tag, lower_case).value_or(std::string_view());
}

bool has_attribute(const HtmlTag& tag, std::string_view lower_case) {
  return find_attribute(tag, lower_case).has_value();
}

bool style_is(std::string_view style, std::string_view property, std::string_view value) {
  while (!style.empty()) {
    const std::string_view one = style.substr(0, style.find(';'));
    style.remove_prefix(std::min(one.size() + 1, style.size()));
    const std::size_t colon = one.find(':');
    if (colon == std::string_view::npos || !same_name(without_blanks(one.substr(0, colon)), property)) continue;
    const std::string_view said = one.substr(colon + 1);
    if (same_name(without_blanks(said.substr(0, said.find('!'))), value)) return true;
  }
  return false;
}

bool hides(const HtmlTag& tag) {
  if (tag.attributes.empty()) return false;
  if (has_attribute(tag, "hidden")) return true;
  const std::string_view style = attribute(tag, "style");
  return !style.empty() && (style_is(style, "display", "none") || style_is(style, "visibility", "collapse") ||
                            style_is(style, "visibility", "hidden") || style_is(style, "mso-hide", "all"));
}

void take_character(std::string_view& rest, std::string& text) {
  if (rest.front() != '&' || !take_reference(rest, text)) {
    text.push_back(rest.front());
    rest.remove_prefix(1);
  }
}

}  // namespace junheng
