// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/evaluation.h"

namespace junheng {

/// The sentences of one language, from core/words/<language>.json: key to text with {places}.
struct Words {
  Language language = Language::zh;
  std::map<std::string, std::string, std::less<>> texts;

  [[nodiscard]] std::string_view text(std::string_view key) const;  ///< the key itself where there is no text
  [[nodiscard]] std::string_view text(const char* key) const;
};

[[nodiscard]] Words load_words(std::string_view json, Language language);

/// "第 7 行“在校生数”：“l20”不是数；可填 0 或正整数，如 812。"
[[nodiscard]] std::string sentence(const Words& words, const Issue& issue, const Evaluation& evaluation);
/// The same for a request that names no known standard.
[[nodiscard]] std::string unknown_standard_sentence(const Words& words, std::string_view id,
                                                    const std::deque<Standard>& standards);
/// A fault of a standard's file: its path, and what would be accepted there.
[[nodiscard]] std::string fault_sentence(const Words& words, const StandardFault& fault);
/// "小学：生均体育运动场馆面积的差异系数 0.5312，高于 0.50。"
[[nodiscard]] std::string sentence(const Words& words, const Reason& reason, std::uint32_t county,
                                   const Evaluation& evaluation);
/// Why the county passes, fails or cannot be judged, in one short text.
[[nodiscard]] std::string conclusion(const Words& words, std::uint32_t county, const Evaluation& evaluation);
/// What was found of one check, in one short sentence without a full stop.
[[nodiscard]] std::string finding(const Words& words, const Item& item, const Check& check, const CheckResult& result,
                                  const Evaluation& evaluation);
/// Why a row is listed and not evaluated.
[[nodiscard]] std::string sentence(const Words& words, const LeftOutUnit& unit, const Evaluation& evaluation);

/// A number for people: `decimals` digits, half up as spreadsheets do.
[[nodiscard]] std::string number_text(double value, int decimals);

/// The same beside a limit it was judged against: as many more digits as are needed so that the printed number does
/// not seem to contradict the verdict (0.5004 against 0.50). `at_least`: true where reaching the limit passes from
/// below (thresholds), false where staying within it passes (coefficients).
[[nodiscard]] std::string number_beside_limit(double value, double limit, int decimals, bool at_least);
/// The same where the verdict is known from an exact comparison: a double may stand on the limit, or a rounding beside
/// it, and the verdict be another. Where no digit can tell, "…" says that there are more.
[[nodiscard]] std::string number_beside_limit(double value, double limit, int decimals, bool at_least, bool met);

}  // namespace junheng
