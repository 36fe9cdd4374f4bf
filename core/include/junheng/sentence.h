// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "junheng/evaluation.h"
#include "junheng/words.h"

/// Sentences of issues, faults, reasons and conclusions, in the language of the words they are made from.
namespace junheng {

/// "第 7 行“在校生数”：“l20”不是数；可填 0 或正整数，如 812。"
[[nodiscard]] std::string sentence(const Words& words, const Issue& issue, const Evaluation& evaluation);
/// The issue of a request that names no known standard.
[[nodiscard]] std::string unknown_standard_sentence(const Words& words, std::string_view id,
                                                    const std::deque<Standard>& standards);
/// A decision that was not taken: its path, what was found there and what would be accepted.
[[nodiscard]] std::string sentence(const Words& words, const RefusedDecision& refused);
/// A fault in the file of a standard: its path and what would be accepted there.
[[nodiscard]] std::string fault_sentence(const Words& words, const StandardFault& fault);
/// "小学：生均体育运动场馆面积的差异系数 0.5312，高于 0.50。"
[[nodiscard]] std::string sentence(const Words& words, const Reason& reason, std::uint32_t county,
                                   const Evaluation& evaluation);
/// Why the county passes, fails or cannot be judged, in one short text; with the choices that are not the standard's own.
[[nodiscard]] std::string conclusion(const Words& words, std::uint32_t county, const Evaluation& evaluation);
/// Why a row is listed and not evaluated.
[[nodiscard]] std::string sentence(const Words& words, const LeftOutUnit& unit, const Evaluation& evaluation);

}  // namespace junheng
