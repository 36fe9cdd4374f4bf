// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/issue.h"
#include "junheng/roster.h"
#include "junheng/standard.h"
#include "junheng/vocabulary.h"

namespace junheng {

/// One fact of a county (县级数据): a number, a yes or no (1 or 0), or a coefficient that was published.
struct Fact {
  /// Id of a field of the vocabulary; "G2" or "G2.construction" for an attested item or check; "cv:" with the id of an
  /// indicator; "score:" with the id of an item.
  std::string key;
  std::uint8_t stage = kNoStage;
  std::uint16_t year = 0;  ///< 0: of no year in particular
  Decimal value;
  std::uint32_t line = kNoLine;                   ///< of the pasted facts, the first being 1; 0: they came as JSON
  std::string name;                               ///< as it was written
  std::string found;                              ///< the value as it was written
  std::string note;                               ///< the county's remark on the evidence (佐证)
  std::string unit;                               ///< as it was written beside the value
  std::optional<IssueCode> doubt = std::nullopt;  ///< what was complained about: the value may be another
};

struct CountyFacts {
  std::string county;  ///< empty: not named
  std::vector<Fact> facts;
  std::vector<Fact> unread;  ///< facts whose value could not be parsed, as written; not evaluated

  /// Returns the fact of exactly this stage and year; null where there is none.
  [[nodiscard]] const Fact* find(std::string_view key, std::uint8_t stage = kNoStage, std::uint16_t year = 0) const;
};

struct Facts {
  std::vector<CountyFacts> counties;
  std::vector<QuotedIssue> issues;
};

/// Parses the facts of counties: a JSON object (several counties: a list of them), or a table of name, unit and value
/// as pasted from a workbook, with columns for years or stages. Never fails: errors are in `issues` of the result.
[[nodiscard]] Facts read_facts(std::string_view text, const Standard& standard, const Vocabulary& vocabulary);

/// The same for facts that are at hand: each is read again from what was written of it, by this standard.
[[nodiscard]] Facts read_facts(std::span<const CountyFacts> written, const Standard& standard,
                               const Vocabulary& vocabulary);

/// Serialises facts as JSON that read_facts() parses to the same facts, unread ones included.
[[nodiscard]] std::string facts_json(std::span<const CountyFacts> counties);

}  // namespace junheng
