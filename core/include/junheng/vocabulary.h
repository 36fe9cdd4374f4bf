// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "junheng/terms.h"

namespace junheng {

enum class FieldKind : std::uint8_t {
  text,
  count,   ///< a whole number of people or things
  amount,  ///< a number with decimals: area, money
};

/// One column that a table can have (字段), with the ways people write its header.
struct Field {
  std::string id;
  FieldKind kind = FieldKind::text;
  bool staged = false;  ///< may also stand once per stage: 在校生数(小学), 初中骨干教师数
  Text label;
  Text unit;
};

/// A unit of measure as it stands in a header; the value times 10^shift is in the field's own unit.
struct UnitWord {
  std::string of;  ///< the Chinese unit of the fields it belongs to
  int shift = 0;
};

/// A kind of school (学校类型) and the stages it has; none for kinds outside compulsory education.
struct SchoolType {
  std::string id;
  Text label;
  std::vector<Stage> stages;
};

/// What a header cell was understood as.
struct HeaderMatch {
  std::uint16_t field = 0;
  std::optional<Stage> stage;
  int shift = 0;
  bool unit_unknown = false;  ///< a bracket that is neither a stage nor a unit of this field
  bool unit_other = false;    ///< and is a unit of something else: 亩 where ㎡ are wanted
};

/// The words of tables: fields, units, school types, marks for "missing", totals. All of it is data
/// (core/standards/vocabulary.json); nothing of it is known to the code except the ids it asks for.
class Vocabulary {
 public:
  std::vector<Field> fields;
  std::vector<SchoolType> types;

  [[nodiscard]] std::optional<std::uint16_t> field(std::string_view id) const;
  [[nodiscard]] std::optional<std::uint16_t> type(std::string_view id) const;

  /// Reads a header cell: spaces, width and brackets normalised; a stage before or after the name and a unit in
  /// brackets are taken off. nullopt: not a known field.
  [[nodiscard]] std::optional<HeaderMatch> match_header(std::string_view cell) const;

  [[nodiscard]] std::optional<std::uint16_t> match_type(std::string_view cell) const;
  [[nodiscard]] std::optional<Stage> match_stage(std::string_view cell) const;
  /// The type that a school's own name tells, where it does ("…小学", "…九年一贯制学校"); 中学 alone tells nothing.
  [[nodiscard]] std::optional<std::uint16_t> type_in_name(std::string_view school) const;

  [[nodiscard]] bool is_missing_mark(std::string_view cell) const;  ///< "—", "无", "N/A" …
  [[nodiscard]] bool is_total(std::string_view cell) const;         ///< "合计", "小计" …

 private:
  friend struct VocabularyLoader;
  std::unordered_map<std::string, std::uint16_t> field_names_;
  std::unordered_map<std::string, std::vector<UnitWord>> unit_names_;
  std::unordered_map<std::string, std::uint16_t> type_names_;
  std::unordered_map<std::string, Stage> stage_names_;
  std::unordered_map<std::string, bool> missing_marks_;
  std::unordered_map<std::string, bool> total_names_;
  std::u32string total_ends_;                                      ///< last characters of total_names_, in both cases
  std::vector<std::pair<std::string, std::uint16_t>> name_words_;  ///< longest first
};

/// The form in which words are compared: no spaces, full-width letters, digits and brackets made half-width,
/// lower case, Chinese otherwise as it is.
[[nodiscard]] std::string normalised(std::string_view text);

}  // namespace junheng
