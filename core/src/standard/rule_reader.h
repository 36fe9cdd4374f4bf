// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/standard.h"
#include "junheng/vocabulary.h"
#include "standard/rule_place.h"

namespace junheng {

/// The bounds under which the exact comparisons cannot overflow 128 bits (see exact.h).
inline constexpr Decimal kLargestFactor{10'000, 0};
inline constexpr int kFactorDecimals = 4;

/// What every reader of a standard's file needs: values of the expected kind, and every fault kept with the JSON
/// pointer of its place. Results are filled in where they will stay, as each temporary of a rule that is moved is
/// code of its own in every visitor's download.
class RuleReader {
 public:
  explicit RuleReader(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  [[nodiscard]] std::vector<StandardFault> take_faults() { return std::move(faults_); }

 protected:
  /// A second complaint about the same place knows more than "a text": it takes the place of the first.
  void fault(const RulePlace& at, std::string_view accepted);
  void fault(const RulePlace& at, const char* accepted);
  void fault(const RulePlace& object, const char* key, const char* accepted);
  /// Complains about members that nobody will read: mostly a slip in a key.
  void only(const RulePlace& object, const char* keys);

  /// The text of a member, in the file; empty where there is none, which is a fault.
  std::string_view view(const RulePlace& object, const char* key);
  void read(std::string& text, const RulePlace& object, const char* key);
  void read(Text& text, const RulePlace& object, const char* key);
  bool boolean_at(const RulePlace& object, const char* key);
  /// The entries of a list; one that may be missing is not complained about.
  RuleEntries each(const RulePlace& object, const char* key, bool needed = true);

  std::optional<Decimal> decimal(const RulePlace& at);
  std::optional<Decimal> decimal(const RulePlace& object, const char* key);
  Decimal limit_value(const RulePlace& object);
  void read(Limit& limit, const RulePlace& object);
  Decimal factor(const RulePlace& object, const char* key);
  std::optional<Stage> stage_value(const RulePlace& at);
  std::optional<std::uint16_t> type_value(const RulePlace& at);
  Ownership ownership_value(const RulePlace& object);
  std::uint16_t field_value(const RulePlace& object, const char* key);
  void read(std::vector<Term>& terms, const RulePlace& list);
  void read(std::vector<Term>& terms, const RulePlace& object, const char* key);
  void read(Source& source, const RulePlace& object);

  const Vocabulary& vocabulary_;
  Standard standard_;
  std::vector<std::string_view> source_ids_;

 private:
  void term(Term& term, const RulePlace& at);
  std::uint16_t numeric_field(std::string_view id, const RulePlace& at);

  std::vector<StandardFault> faults_;
};

}  // namespace junheng
