// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "junheng/words.h"

namespace junheng {

using Places = std::initializer_list<std::pair<std::string_view, std::string>>;

/// The text with its {places} filled in.
[[nodiscard]] std::string filled(std::string_view text, const Places& places);

/// Whether the way's values are shares, shown in percent.
[[nodiscard]] bool is_share(const Way& way, const Vocabulary& vocabulary);
/// The value of one subject as people read it: "27.01 %", with as many digits as its verdict needs.
[[nodiscard]] std::string value_text(const Way& way, const Judged& judged, const Vocabulary& vocabulary);
[[nodiscard]] std::string limit_text(const Way& way, const Judged& judged, const Vocabulary& vocabulary);

/// What was found of one check, in one short sentence without a full stop.
[[nodiscard]] std::string finding(const Words& words, const Item& item, const Check& check, const CheckResult& result,
                                  const Evaluation& evaluation);

}  // namespace junheng
