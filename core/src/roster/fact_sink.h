// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "junheng/facts.h"
#include "roster/fact_names.h"

namespace junheng {

/// "2023", "2023年", "2023年度": the year; 0 for anything else.
[[nodiscard]] std::uint16_t year_of(std::string_view text);

/// Where a value belongs, and what is written around it.
struct FactPlace {
  std::uint8_t stage = kNoStage;
  std::uint16_t year = 0;
  std::uint32_t line = kNoLine;
  std::string_view unit;
  std::string_view note;
};

/// Where the facts of all forms end, JSON or table or facts at hand, so that a value means the same in each.
class FactSink {
 public:
  FactSink(const Standard& of, const Vocabulary& words) : standard(of), vocabulary(words) {}

  void complain(IssueCode code, std::string found, const FactPlace& place, std::uint16_t field = kNoSubject,
                std::uint16_t item = kNoSubject);

  /// Reads one value, checks its range and keeps it; one that is not understood is kept as it was written
  /// (CountyFacts::unread).
  void cell(const FactName& name, std::string_view written, std::string_view text, const FactPlace& place);

  /// What a name was understood as, each looked for once: all counties have the same ones.
  [[nodiscard]] std::optional<FactName> name_of(std::string_view written);

  /// Makes room for one more value or complaint of the county that is read. False: there are too many of them, and
  /// nothing of what was given is taken.
  bool take();
  [[nodiscard]] bool too_many() const { return too_many_; }
  void refuse() { too_many_ = true; }

  /// Whether there are coefficients or points, by the prefix of their key, of this id.
  [[nodiscard]] bool known(std::string_view prefix, std::string_view id) const;
  [[nodiscard]] bool by_year(const FactName& name) const;

  const Standard& standard;
  const Vocabulary& vocabulary;
  Facts facts;

 private:
  [[nodiscard]] const Item* item_of(std::string_view id) const;
  [[nodiscard]] bool in_range(const FactName& name, Decimal value) const;

  std::map<std::string, std::optional<FactName>, std::less<>> names_;
  std::size_t taken_ = 0;
  std::size_t taken_of_county_ = 0;
  std::size_t county_ = 0;  ///< how many counties there were when it was counted
  bool too_many_ = false;
};

}  // namespace junheng
