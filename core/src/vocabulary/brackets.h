// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "base/utf8.h"

namespace junheng {

/// Brackets and quotes that people put around names.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kBrackets = {{{"（", "）"},
                                                                                             {"(", ")"},
                                                                                             {"【", "】"},
                                                                                             {"[", "]"},
                                                                                             {"〔", "〕"},
                                                                                             {"「", "」"},
                                                                                             {"『", "』"},
                                                                                             {"《", "》"},
                                                                                             {"<", ">"},
                                                                                             {"［", "］"},
                                                                                             {"“", "”"},
                                                                                             {"\"", "\""}}};

/// What stands inside one pair around the whole text; nullopt where none does.
inline std::optional<std::string_view> inside_brackets(std::string_view text) {
  for (const auto& [open, close] : kBrackets) {
    if (text.size() <= open.size() + close.size() || !text.starts_with(open) || !text.ends_with(close)) continue;
    const std::string_view inside = text.substr(open.size(), text.size() - open.size() - close.size());
    if (inside.find(close) == std::string_view::npos) return trimmed(inside);
  }
  return std::nullopt;
}

}  // namespace junheng
