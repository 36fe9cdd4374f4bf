// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "junheng/items.h"
#include "junheng/words.h"

namespace junheng {

/// The school of a row as a sentence names it: quoted, or by its place in the county where names are not to be read.
[[nodiscard]] std::string school_text(const Words& words, std::uint32_t row, const Prepared& prepared);
/// Whether the way's values are shares, shown in percent.
[[nodiscard]] bool is_share(const Way& way, const Vocabulary& vocabulary);
/// The value of one subject as people read it: "27.01 %", with as many digits as its verdict needs;
/// "≥ 3" where numbers are missing that could only add to it and it fails already.
[[nodiscard]] std::string value_text(const Way& way, const Judged& judged, const Prepared& prepared);
[[nodiscard]] std::string limit_text(const Way& way, const Judged& judged, const Vocabulary& vocabulary);

/// What was found of one check, in one short sentence without a full stop.
[[nodiscard]] std::string finding(const Words& words, const Item& item, const Check& check, const CheckResult& result,
                                  const Prepared& prepared);

}  // namespace junheng
