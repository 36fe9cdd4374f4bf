// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json_tree.h"
#include "junheng/standard.h"
#include "junheng/vocabulary.h"

namespace junheng {

/// The bound under which the exact comparisons cannot overflow 128 bits (see exact.h).
inline constexpr std::int64_t kLargestFactor = 10'000;

/// What every reader of a standard's file needs: values of the expected kind, and every fault kept with the JSON
/// pointer of its place.
class RuleReader {
 public:
  explicit RuleReader(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  [[nodiscard]] std::vector<StandardFault> take_faults() { return std::move(faults_); }

 protected:
  /// A second complaint about the same place knows more than "a text": it takes the place of the first.
  void fault(std::string path, std::string accepted);
  /// Complains about members that nobody will read: mostly a slip in a key.
  void only(Json object, const std::string& path, std::string_view keys);

  std::string string_at(Json object, const std::string& path, const char* key);
  Text text_at(Json object, const std::string& path, const char* key);
  bool boolean_at(Json object, const std::string& path, const char* key);

  /// Calls use(entry, path) for the entries of a list; a list that may be missing is not complained about.
  template <typename Use>
  void each(Json object, const std::string& path, const char* key, const Use& use, bool needed = true) {
    const Json list = object.find(key);
    const std::string at = path + "/" + key;
    if (!list.is_list()) {
      if (needed || object.has(key)) fault(at, "a list");
      return;
    }
    std::size_t i = 0;
    for (const Json entry : list)
      use(entry, at + "/" + std::to_string(i++));
  }

  std::optional<Decimal> decimal(Json value, const std::string& path);
  Decimal limit_value(Json object, const std::string& path);
  Decimal factor(Json object, const std::string& path, const char* key);
  std::optional<Stage> stage_value(Json value, const std::string& path);
  std::optional<std::uint16_t> type_value(Json value, const std::string& path);
  std::optional<std::uint16_t> field_value(Json value, const std::string& path);
  std::optional<std::uint16_t> numeric_field(std::string_view id, const std::string& path);
  std::vector<Term> terms(Json list, const std::string& path);
  Source source_of(Json object, const std::string& path);

  const Vocabulary& vocabulary_;
  Standard standard_;
  std::vector<std::string> source_ids_;

 private:
  std::vector<StandardFault> faults_;
};

}  // namespace junheng
