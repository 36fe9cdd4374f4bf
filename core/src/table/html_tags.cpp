// SPDX-License-Identifier: MIT
#include "table/html_tags.h"

#include <algorithm>

#include "base/utf8.h"

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

struct Reference {
  std::string_view name;
  std::string_view text;
};
// Those that programs write into tables; any other stays as it is written.
constexpr Reference kReferences[] = {
    {"nbsp", "\xC2\xA0"}, {"amp", "&"},   {"lt", "<"},     {"gt", ">"},     {"quot", "\""},
    {"apos", "'"},        {"ge", "≥"},    {"le", "≤"},     {"hellip", "…"}, {"times", "×"},
    {"mdash", "—"},       {"ndash", "–"}, {"middot", "·"}, {"sup2", "²"},   {"ensp", "\xE2\x80\x82"}};

char32_t numbered(std::string_view digits) {
  const bool hexadecimal = !digits.empty() && lower(digits.front()) == 'x';
  if (hexadecimal) digits.remove_prefix(1);
  char32_t point = 0;
  for (const char c : digits) {
    const char digit = lower(c);
    const bool letter = hexadecimal && digit >= 'a' && digit <= 'f';
    if (!letter && (digit < '0' || digit > '9')) return 0;
    point = point * (hexadecimal ? 16U : 10U) + static_cast<char32_t>(letter ? digit - 'a' + 10 : digit - '0');
    if (point > 0x10FFFF) return 0;
  }
  return point >= 0xD800 && point < 0xE000 ? 0 : point;
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

std::string_view attribute(const HtmlTag& tag, std::string_view lower_case) {
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
  return {};
}

void take_character(std::string_view& rest, std::string& text) {
  constexpr std::size_t kLongest = 10;
  const std::size_t end = rest.front() == '&' ? rest.substr(0, kLongest).find(';') : std::string_view::npos;
  if (end != std::string_view::npos) {
    const std::string_view name = rest.substr(1, end - 1);
    const char32_t point = !name.empty() && name.front() == '#' ? numbered(name.substr(1)) : 0;
    const auto* const known = std::find_if(std::begin(kReferences), std::end(kReferences),
                                           [&](const Reference& one) { return one.name == name; });
    if (point != 0 || known != std::end(kReferences)) {
      if (point != 0)
        append_code_point(text, point);
      else
        text += known->text;
      rest.remove_prefix(end + 1);
      return;
    }
  }
  text.push_back(rest.front());
  rest.remove_prefix(1);
}

}  // namespace junheng
