// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "junheng/facts.h"

namespace junheng {

inline constexpr std::string_view kCoefficientKey = "cv:";
inline constexpr std::string_view kScoreKey = "score:";

/// What the name of a fact was understood as.
struct FactName {
  std::string key;
  std::uint16_t field = kNoSubject;  ///< kNoSubject: an attestation, a coefficient or a score
  FieldKind kind = FieldKind::amount;
  std::uint8_t stage = kNoStage;
  Conversion conversion;
};

/// By id ("teacher_pay", "G2.construction"), by any name of the vocabulary, by the title or the rule's words of an
/// item ("1. 县域内义务教育学校规划布局合理…"), or as "小学生均图书册数差异系数".
[[nodiscard]] std::optional<FactName> match_fact(std::string_view name, const Standard& standard,
                                                 const Vocabulary& vocabulary);

/// Whether a coefficient or points (by the prefix of their key) stand under the id alone, and not under a name.
[[nodiscard]] bool given_by_id(const Fact& fact, std::string_view prefix);

}  // namespace junheng
