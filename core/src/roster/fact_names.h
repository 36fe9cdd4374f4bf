// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "junheng/facts.h"

namespace junheng {

inline constexpr std::string_view kCoefficientKey = "cv:";
inline constexpr std::string_view kScoreKey = "score:";
/// The id behind kCoefficientKey of the mean of all coefficients, printed alone.
inline constexpr std::string_view kComposite = "composite";

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

/// The item a fact speaks of, by the fact's key ("G2", "G2.construction", "score:G2"), counted over the items of all parts;
/// kNoSubject: it speaks of none.
[[nodiscard]] std::uint16_t item_of_key(std::string_view key, const Standard& standard);
/// The item counted so, and the part it belongs to; null where there is none.
struct ItemPlace {
  const Part* part = nullptr;
  const Item* item = nullptr;
};
[[nodiscard]] ItemPlace item_at(std::uint16_t index, const Standard& standard);
/// Whether a yes or no decides anything of the item.
[[nodiscard]] bool is_attested(const Item& item);

/// Whether a coefficient or points (by the prefix of their key) stand under the id alone, and not under a name.
[[nodiscard]] bool given_by_id(const Fact& fact, std::string_view prefix);

}  // namespace junheng
